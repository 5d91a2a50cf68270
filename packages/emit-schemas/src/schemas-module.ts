import { type CodeFile, stringLiteral } from "@shapelog/emit";
import { type ShapeId, splitShapeId } from "@shapelog/model";
import type { SchemaRefs } from "./schema-refs.js";
import { printList } from "./schema-traits.js";

/** The longest line we print where there is a choice. */
const LINE_WIDTH = 110;

/** A file of schemas that is being printed. */
export interface SchemasModule {
  readonly refs: SchemaRefs;
  readonly file: CodeFile;
  /** The constants that hold the namespaces, by namespace. */
  readonly namespaces: ReadonlyMap<string, string>;
}

/** A constant that is a list: its name, the type of `@smithy/types` that it has, and its items as code. */
export interface SchemaConstant {
  readonly name: string;
  readonly type: string;
  /** Items that stand on one line in any case. Default: none. */
  readonly head?: readonly string[];
  readonly items: readonly string[];
}

/** Returns what each schema says of its shape's id, as code. */
export function printId({ namespaces }: SchemasModule, id: ShapeId): string[] {
  const { namespace, name } = splitShapeId(id);
  return [namespaces.get(namespace) ?? stringLiteral(namespace), stringLiteral(name)];
}

/** Prints an exported constant that is a list, on one line where it fits, else with an item a line. */
export function emitConstant(
  { file }: SchemasModule,
  { name, type, head = [], items }: SchemaConstant,
): void {
  const start = `export const ${name}: ${type} = `;
  file.line();
  const line = `${start}${printList([...head, ...items])};`;
  if (line.length <= LINE_WIDTH) {
    file.line(line);
    return;
  }
  file.line(`${start}[`);
  if (head.length > 0) file.line(`  ${head.join(", ")},`);
  for (const item of items) file.line(`  ${item},`);
  file.line("];");
}

/** Returns items as an array literal, one to a line where they are too many for one, as an item of a schema. */
export function printItems(items: readonly string[]): string {
  const line = printList(items);
  return line.length + 3 <= LINE_WIDTH ? line : `[\n${items.map((item) => `    ${item},\n`).join("")}  ]`;
}

/** Imports a type of `@smithy/types`. */
export function importType({ file }: SchemasModule, name: string): string {
  return file.import({ name, from: "@smithy/types", type: true });
}
