import { createCodeFile } from "@shapelog/emit";
import { pagination } from "@shapelog/model";
import { serviceTitle } from "./doc-parts.js";
import { emitExports } from "./emit-exports.js";
import type { TypesContext } from "./types-context.js";

/** Returns the text of the module that users import: every name of the others, listed. */
export function emitIndex(context: TypesContext): string {
  const { chosen, names, header, service, packageName } = context;
  const file = createCodeFile({ header });
  file.doc({
    text:
      `Types of ${serviceTitle(service)}, as programs hold its data. ` +
      `\`${packageName}/wire\` has them as JSON does.`,
    tags: [["@packageDocumentation", ""]],
  });
  file.line();
  const enums = [...names.enums.values()];
  const operations = [...names.operations.values()];
  const paginated = chosen.operations.flatMap((operation) => {
    const own = pagination(operation, service) && names.operations.get(operation.id);
    return own ? [own] : [];
  });
  const shapes = chosen.shapes.filter(({ id }) => !names.enums.has(id)).map(({ id }) => names.shapes.of(id));
  emitExports(
    file,
    "export",
    "./enums.js",
    enums.flatMap(({ self, values, guard }) => [self, values, guard]),
  );
  emitExports(
    file,
    "export",
    "./operations.js",
    paginated.map((own) => own.pagination),
  );
  emitExports(file, "export type", "./operations.js", [
    names.errorMap,
    names.operationMap,
    ...operations.flatMap(({ input, output, errors }) => [input, output, errors]),
    ...paginated.map(({ paginate }) => paginate),
  ]);
  emitExports(file, "export type", "./types.js", shapes);
  file.line(`export type { Open } from "@shapelog/runtime";`);
  return file.render();
}
