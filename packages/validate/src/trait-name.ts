import type { ShapeId } from "@shapelog/model";

/** Returns a trait as people write it: `@length`, `@aws.api#arn`. */
export function traitName(id: ShapeId): string {
  return `@${id.startsWith("smithy.api#") ? id.slice("smithy.api#".length) : id}`;
}
