import { findShape } from "./lookup.js";
import type { Member, Model, Shape, StructureShape } from "./shape.js";
import { hasTrait, stringTrait } from "./traits.js";

/** Returns whether a shape stands for a stream of its values (Smithy 2.0, "Event streams"). */
export function isEventStream(shape: Shape): boolean {
  return shape.kind === "union" && hasTrait(shape, "streaming");
}

/** Returns whether programs hand a blob over as a stream (Smithy 2.0, "streaming trait"). */
export function isStreamingBlob(shape: Shape): boolean {
  return shape.kind === "blob" && hasTrait(shape, "streaming");
}

/** Returns whether a text is JSON: its `@mediaType` says so (Smithy 2.0, "mediaType trait"; RFC 6839, section 3.1). */
export function holdsJson(shape: Shape): boolean {
  if (shape.kind !== "string") return false;
  const type = stringTrait(shape, "mediaType");
  return type === "application/json" || type?.endsWith("+json") === true;
}

/** The member of an input or output that programs hold otherwise there than in the shape on its own. */
export interface BlobPayload {
  readonly member: Member;
  /** `stream`: a blob that is streaming. `bytes`: one that is the whole body, by `@httpPayload`. */
  readonly kind: "stream" | "bytes";
}

/**
 * Returns the blob of an operation's input or output that SDKs for JavaScript take and give in more ways than other
 * blobs: the streaming one, else the one that is the body; `undefined` where there is none.
 */
export function findBlobPayload(model: Model, { members }: StructureShape): BlobPayload | undefined {
  const blobs = members.filter((member) => findShape(model, member.target)?.kind === "blob");
  const streams = (member: Member) => {
    const target = findShape(model, member.target);
    return target !== undefined && isStreamingBlob(target);
  };
  const stream = blobs.find(streams);
  if (stream) return { member: stream, kind: "stream" };
  const body = blobs.find((member) => hasTrait(member, "httpPayload"));
  return body && { member: body, kind: "bytes" };
}
