import type { ShapeId } from "./shape.js";

/** The parts of a shape id. `member` is `undefined` for root shapes. */
export interface ShapeIdParts {
  readonly namespace: string;
  readonly name: string;
  readonly member: string | undefined;
}

/** Returns the parts of an absolute shape id. Parts are not checked; see {@link isShapeId}. */
export function splitShapeId(id: ShapeId): ShapeIdParts {
  const hash = id.indexOf("#");
  const dollar = id.indexOf("$", hash + 1);
  return {
    namespace: id.slice(0, Math.max(hash, 0)),
    name: id.slice(hash + 1, dollar === -1 ? undefined : dollar),
    member: dollar === -1 ? undefined : id.slice(dollar + 1),
  };
}

/** Returns the name of a shape without its namespace, and without a member. */
export function shapeName(id: ShapeId): string {
  return splitShapeId(id).name;
}

/** Returns the id of a member. */
export function memberId(container: ShapeId, member: string): ShapeId {
  return `${container}$${member}`;
}

/** The source of a regular expression that finds an identifier (Smithy 2.0, "Shape ID ABNF"). */
export const IDENTIFIER = "(?:(?:[A-Za-z]|_+[A-Za-z0-9])\\w*)";
/** The source of a regular expression that finds a namespace. */
export const NAMESPACE = `(?:${IDENTIFIER}(?:\\.${IDENTIFIER})*)`;

const WHOLE_IDENTIFIER = new RegExp(`^${IDENTIFIER}$`);
const SHAPE_ID = new RegExp(`^${NAMESPACE}#${IDENTIFIER}(?:\\$${IDENTIFIER})?$`);

/** Returns whether text is an identifier, such as the name of a shape or a member (Smithy 2.0, "Shape ID ABNF"). */
export function isIdentifier(text: string): boolean {
  return WHOLE_IDENTIFIER.test(text);
}

/** Returns whether text is a well-formed absolute shape id (Smithy 2.0, "Shape ID ABNF"). */
export function isShapeId(text: string): boolean {
  return SHAPE_ID.test(text);
}

/** Orders by UTF-16 code unit, as every sorted output here does. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
