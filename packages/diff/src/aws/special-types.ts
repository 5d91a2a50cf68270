import { hasTrait, type Member, type OperationShape } from "@shapelog/model";
import type { AwsShape } from "./aws-shape.js";

/** Types that the SDK's documentation words in their own way. */
export type SpecialType =
  | "document"
  | "json-header"
  | "streaming-input"
  | "streaming-output"
  | "event-stream-output";

/** One side of an operation. */
export type Direction = "request" | "response";

/** A member, or an input or output itself, as one step of a walk finds it. */
export interface Place {
  readonly shape: AwsShape;
  /** The member that points at the shape; `undefined` for an input or output. */
  readonly member?: Member;
  /** The shapes it stands in, from the outermost. */
  readonly above: readonly AwsShape[];
  readonly direction: Direction;
  readonly operation: OperationShape;
}

/** Returns what is special about a type where it stands, or `undefined` (botocore, `botocore/docs/shape.py`). */
export function findSpecialType({ shape, member, above, direction }: Place): SpecialType | undefined {
  if (member && shape.class === "string" && hasTrait(member, "httpHeader") && isJson(shape))
    return "json-header";
  if (shape.shape.kind === "document") return "document";
  if (above.length !== 1 || !member) return undefined;
  if (shape.type === "blob" && hasTrait(member, "httpPayload")) {
    return direction === "request" ? "streaming-input" : "streaming-output";
  }
  return direction === "response" && isEventStream(shape) ? "event-stream-output" : undefined;
}

/** Returns whether nothing is said of what is in a place. */
export function isClosed({ shape, above, direction }: Place): boolean {
  const isRecursion = above.some(({ name }) => name === shape.name);
  return isRecursion || shape.shape.kind === "document" || (direction === "request" && isEventStream(shape));
}

/** Returns whether a shape is an event stream. */
export function isEventStream({ shape }: AwsShape): boolean {
  return shape.kind === "union" && hasTrait(shape, "streaming");
}

function isJson({ shape }: AwsShape): boolean {
  return shape.traits["smithy.api#mediaType"] === "application/json";
}
