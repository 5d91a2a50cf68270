import {
  hasTrait,
  type OperationShape,
  operationErrors,
  resolveMixins,
  type ServiceShape,
  type ShapeId,
} from "@shapelog/model";
import { printRef, type SchemaRefs, schemaName } from "./schema-refs.js";
import { printTraits, readTraits } from "./schema-traits.js";
import { emitConstant, importType, printId, type SchemasModule } from "./schemas-module.js";

export interface OperationsOptions {
  readonly service: ServiceShape;
  readonly operations: readonly OperationShape[];
  /** The names of the constants with the errors of each operation. */
  readonly errorLists: ReadonlyMap<ShapeId, string>;
}

/** Names the list of each operation's errors. Where a shape's schema has the name, it gets a `_`. */
export function settleErrorLists(
  { names }: SchemaRefs,
  operations: readonly OperationShape[],
): ReadonlyMap<ShapeId, string> {
  const taken = new Set(names.all.values());
  return new Map(
    operations.map(({ id }) => {
      let name = `${names.of(id)}Errors`;
      while (taken.has(name)) name = `${name}_`;
      taken.add(name);
      return [id, `${name}$`];
    }),
  );
}

/** Prints the schema of each operation, and the list of the errors it can end with, those common to the service among them. */
export function emitOperations(module: SchemasModule, options: OperationsOptions): void {
  const { service, operations, errorLists } = options;
  for (const operation of operations) {
    emitOperation(module, operation);
    const name = errorLists.get(operation.id);
    if (name !== undefined)
      emitConstant(module, {
        name,
        type: `readonly ${importType(module, "StaticErrorSchema")}[]`,
        items: findErrors(module, operationErrors(operation, service)),
      });
  }
}

function emitOperation(module: SchemasModule, operation: OperationShape): void {
  const { model, names } = module.refs;
  const { id, traits, input, output } = resolveMixins(model, operation);
  const refs = [printRef(module.refs, input), printRef(module.refs, output)];
  emitConstant(module, {
    name: schemaName(names, id),
    type: importType(module, "StaticOperationSchema"),
    head: ["9", ...printId(module, id), printTraits(readTraits(traits))],
    items: refs,
  });
}

function findErrors({ refs }: SchemasModule, ids: readonly ShapeId[]): string[] {
  const errors = ids.filter((id) => {
    const shape = refs.shapes.get(id);
    return shape?.kind === "structure" && hasTrait(shape, "error");
  });
  return errors.map((id) => schemaName(refs.names, id)).sort();
}
