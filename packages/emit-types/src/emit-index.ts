import { createCodeFile, hasWireForm, serviceTitle } from "@shapelog/emit";
import { bodyEncoding, pagination } from "@shapelog/model";
import { emitExports } from "./emit-exports.js";
import type { TypesContext } from "./types-context.js";

/** Returns the text of the module that users import: every name of the others, listed. */
export function emitIndex(context: TypesContext): string {
  const { chosen, names, header, service, packageName } = context;
  const file = createCodeFile({ header });
  file.doc({
    text:
      `Types of ${serviceTitle(service)}, as programs hold its data.` +
      (hasWireForm(context.model, service) ? ` \`${packageName}/wire\` has ${whatIsOnWire(context)}.` : ""),
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
  const enumNames = enums.flatMap(({ self, values, guard }) => [self, values, guard]);
  const paginations = paginated.map((own) => own.pagination);
  const operationTypes = [
    names.errorMap,
    names.operationMap,
    ...operations.flatMap(({ input, output, errors }) => [input, output, errors]),
    ...paginated.map(({ paginate }) => paginate),
  ];
  emitExports(file, { keyword: "export", from: "./enums.js", names: enumNames });
  const errorGuards = names.errorGuards.size === 0 ? [] : [...names.errorGuards.values(), names.errorGuard];
  emitExports(file, { keyword: "export", from: "./operations.js", names: [...paginations, ...errorGuards] });
  emitExports(file, { keyword: "export type", from: "./operations.js", names: operationTypes });
  emitExports(file, { keyword: "export type", from: "./types.js", names: shapes });
  const open = names.open === "Open" ? "Open" : `Open as ${names.open}`;
  file.line(`export type { ${open} } from "@shapelog/runtime";`);
  return file.render();
}

function whatIsOnWire({ service }: TypesContext): string {
  return bodyEncoding(service) === "json" ? "them as JSON does" : "those of its query, headers and labels";
}
