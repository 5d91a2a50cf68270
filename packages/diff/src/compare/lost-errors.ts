import type { ShapeId } from "@shapelog/model";
import type { RuleContext } from "../rule/rule.js";
import { isOrphan } from "../service-reach.js";

/** Returns what can fail to compile once an error is lost: its type stays where something else still leads to it. */
export function describeCompiling(error: ShapeId, { after }: RuleContext): string {
  const isThere = after.shapes.has(error) && !isOrphan(after, error);
  return isThere ? "comparisons with its name" : "imports of its type";
}
