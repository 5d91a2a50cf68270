import { type DataShape, stringLiteral } from "@shapelog/emit";
import {
  findMember,
  hasTrait,
  type ListShape,
  type MapShape,
  type Member,
  type StructureShape,
  type UnionShape,
} from "@shapelog/model";
import { printMember, printSign, schemaName } from "./schema-refs.js";
import { printTraits, readTraits } from "./schema-traits.js";
import { emitConstant, importType, printId, printItems, type SchemasModule } from "./schemas-module.js";

/** Prints the schema of a data shape. */
export function emitShape(module: SchemasModule, shape: DataShape): void {
  const { type, kind, parts } = describe(module, shape);
  const traits = printTraits(readTraits(shape.traits));
  emitConstant(module, {
    name: schemaName(module.refs.names, shape.id),
    type: importType(module, type),
    head: [`${kind}`, ...printId(module, shape.id), traits],
    items: parts,
  });
}

/** What a schema has that depends on its kind. */
interface Description {
  /** Its type in `@smithy/types`. */
  readonly type: string;
  /** The number that its kind has there. */
  readonly kind: number;
  readonly parts: readonly string[];
}

function describe(module: SchemasModule, shape: DataShape): Description {
  const { refs } = module;
  switch (shape.kind) {
    case "list":
      return { type: "StaticListSchema", kind: 1, parts: [printPart(module, shape, "member")] };
    case "map": {
      const parts = [printPart(module, shape, "key"), printPart(module, shape, "value")];
      return { type: "StaticMapSchema", kind: 2, parts };
    }
    case "structure": {
      const isError = hasTrait(shape, "error");
      const type = isError ? "StaticErrorSchema" : "StaticStructureSchema";
      return { type, kind: isError ? -3 : 3, parts: printStructure(module, shape) };
    }
    case "union":
      return { type: "StaticUnionSchema", kind: 4, parts: printMembers(module, shape.members) };
    default:
      return { type: "StaticSimpleSchema", kind: 0, parts: [printSign(refs, shape)] };
  }
}

function printPart({ refs }: SchemasModule, shape: ListShape | MapShape, name: string): string {
  const member = findMember(shape, name);
  if (!member) throw new Error(`${shape.id} has no member ${name}`);
  return printMember(refs, member);
}

/** Members that callers have to give come first, and their number last. */
function printStructure(module: SchemasModule, { members }: StructureShape): string[] {
  const demanded = members.filter(isDemanded);
  const others = members.filter((member) => !isDemanded(member));
  const count = demanded.length === 0 ? [] : [`${demanded.length}`];
  return [...printMembers(module, [...demanded, ...others]), ...count];
}

/** Clients fill tokens in by themselves. */
function isDemanded(member: Member): boolean {
  return hasTrait(member, "required") && !hasTrait(member, "idempotencyToken");
}

function printMembers({ refs }: SchemasModule, members: UnionShape["members"]): string[] {
  const names = members.map(({ name }) => stringLiteral(name));
  return [printItems(names), printItems(members.map((member) => printMember(refs, member)))];
}
