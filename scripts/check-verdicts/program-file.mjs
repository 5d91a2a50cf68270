import { hasTrait, NUMBER_KINDS, stringTrait, timestampFormat } from "../../packages/model/dist/index.js";

/** The head of every file of programs. */
const HEAD = (operationMap) => `import type * as Ops from "./operations.js";
import type { Roots } from "./roots.js";
import type { DocumentType } from "@smithy/types";
type Operations = Ops.${operationMap};
declare const again: never;
declare function either<Value>(...values: NoInfer<Value>[]): Value;
declare function keyOf<Held>(map: Held): keyof NonNullable<Held>;
export type { Operations, Roots, DocumentType };
export { again, either, keyOf };
`;

/** A file of programs: its text line by line, and what each line belongs to. */
export function createProgramFile(operationMap) {
  const lines = HEAD(operationMap).split("\n").slice(0, -1);
  const owners = lines.map(() => undefined);
  let names = 0;
  return {
    line(text, owner) {
      lines.push(text);
      owners.push(owner);
    },
    createName: () => `v${names++}`,
    ownerOf: (line) => owners[line],
    render: () => `${lines.join("\n")}\n`,
  };
}

/** Returns the access to a property, and the key of one in an object literal. */
export const access = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`);
export const keyOf = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** Returns a member's property in a form. */
export function propertyOf({ service, form }, member) {
  const follows = form === "wire" && hasTrait(service, "aws.protocols#restJson1");
  return (follows ? stringTrait(member, "jsonName") : undefined) ?? member.name;
}

/** Returns a shape's members, one for each property: in the wire form two can share one. The last gives it its type. */
export function membersWithProperty(walk, { members }) {
  const byProperty = new Map();
  for (const member of members) {
    const property = propertyOf(walk, member);
    const other = byProperty.get(property);
    const traits =
      other && isAlwaysThere(other) ? { ...member.traits, "smithy.api#required": {} } : member.traits;
    byProperty.set(property, { ...member, traits });
  }
  return [...byProperty.values()];
}

/** Returns whether a property is there in every value: clients fill idempotency tokens in. */
export function isAlwaysThere(member) {
  return hasTrait(member, "required") && !hasTrait(member, "idempotencyToken");
}

/** Returns the TypeScript type of a simple shape, an enum among them; `undefined` for others. */
export function primitiveType({ model, service, form }, member, target) {
  if (target.kind === "string" || target.kind === "enum") return "string";
  if (target.kind === "boolean") return "boolean";
  if (target.kind === "blob") return form === "sdk" ? "Uint8Array" : "string";
  if (target.kind === "document") return "DocumentType";
  if (target.kind === "timestamp") {
    if (form === "sdk") return "Date";
    return timestampFormat(model, member, service) === "epoch-seconds" ? "number" : "string";
  }
  if (form === "wire" && (target.kind === "float" || target.kind === "double"))
    return 'number | "NaN" | "Infinity" | "-Infinity"';
  return NUMBER_KINDS.includes(target.kind) ? "number" : undefined;
}

/** Returns the text of a value of a simple type. */
export function primitiveValue(type) {
  if (type === "string") return '"text"';
  if (type === "boolean") return "true";
  if (type === "Date") return "new Date(0)";
  if (type === "Uint8Array") return "new Uint8Array(1)";
  if (type === "DocumentType") return '{ any: ["thing", 1, null] }';
  return "1";
}
