import { isNodeArray, isNodeObject, type NodeValue, type ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/** A service's protocol trait whose `eventStreamHttp` has what its `http` does not. */
export interface UnlistedHttp {
  readonly service: ShapeId;
  readonly protocol: ShapeId;
  readonly unlisted: readonly string[];
}

/** Finds protocols of services whose `eventStreamHttp` is more than a part of their `http`. */
export function* findUnlistedHttp(
  context: ValidationContext,
  protocols: readonly ShapeId[],
): Iterable<UnlistedHttp> {
  for (const protocol of protocols) {
    for (const { id, value } of context.withTrait(protocol)) {
      if (!isNodeObject(value)) continue;
      const listed = strings(value.http);
      const unlisted = strings(value.eventStreamHttp).filter((version) => !listed.includes(version));
      if (unlisted.length > 0) yield { service: id, protocol, unlisted };
    }
  }
}

function strings(value: NodeValue | undefined): readonly string[] {
  return isNodeArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
