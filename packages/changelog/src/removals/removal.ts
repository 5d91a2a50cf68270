import { enumValue, type Member, type ShapeId, shapeName } from "@shapelog/model";
import type { ApiIndex } from "./api-index.js";
import { isMemberDeprecated } from "./api-index.js";

/** Something that callers could meet and can no longer. */
export interface Removal {
  readonly kind: "operation" | "error" | "shape" | "member" | "value";
  /** What is gone, or whose member or value is. */
  readonly shape: ShapeId;
  /** A member's name, or the name that a value goes by. */
  readonly member?: string;
  /** What the value is. */
  readonly value?: string | number;
  /** The operations that do not end with an error any more. */
  readonly operations?: readonly ShapeId[];
}

/** Returns what a removal is called: `Kind.SIGN_UP`, or `the error Busy of ListEvents`. */
export function nameRemoval({ kind, shape, member, operations = [] }: Removal): string {
  const name = shapeName(shape);
  if (member !== undefined) return `${name}.${member}`;
  if (kind !== "error") return name;
  const [first = "", ...others] = operations.map(shapeName);
  return `the error ${name} of ${first}${others.length === 0 ? "" : ` and ${others.length} more`}`;
}

/** Returns whether what is gone was there in a model, for those who call it. */
export function isThere(removal: Removal, index: ApiIndex): boolean {
  const { kind, shape, operations = [] } = removal;
  if (kind === "error") return operations.some((operation) => index.errors.get(operation)?.has(shape));
  if (kind === "operation") return index.errors.has(shape);
  if (!index.reached.has(shape)) return false;
  return removal.member === undefined || findNamed(removal, index) !== undefined;
}

/** Returns whether what is gone was there in a model and deprecated: itself, or all that leads to it. */
export function isDeprecated(removal: Removal, index: ApiIndex): boolean {
  if (!isThere(removal, index)) return false;
  const { kind, shape, operations = [] } = removal;
  const isLive = index.live.has(shape);
  if (kind === "error") {
    const bound = operations.filter((operation) => index.errors.get(operation)?.has(shape));
    return !isLive || bound.every((operation) => !index.live.has(operation));
  }
  const member = findNamed(removal, index);
  return member ? isMemberDeprecated(index, shape, member) : !isLive;
}

/** A value with another name, or a name with another value, is another one. */
function findNamed({ kind, shape, member, value }: Removal, { shapes }: ApiIndex): Member | undefined {
  const found = shapes.get(shape);
  if (member === undefined || !found || !("members" in found)) return undefined;
  return found.members.find(
    (each) => each.name === member && (kind === "member" || enumValue(each) === value),
  );
}
