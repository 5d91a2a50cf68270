import { type Position, shapeName } from "@shapelog/model";
import type { Match, Rule } from "../rule/rule.js";
import { ofKind } from "../rule/select.js";
import { code } from "../words.js";
import { describeRetarget } from "./compare-targets.js";
import type { TargetRelation } from "./target-comparison.js";

/** What a rule says of an operation whose data changed as `types` has it; `before` is the old type's name. */
type Say = (name: string, types: string, before: string) => Omit<Match, "changes" | "member" | "positions">;

/** Returns a rule's `evaluate` for an operation that takes or returns another shape. */
export function createOperationData(
  kind: "operation.input.changed" | "operation.output.changed",
  relations: readonly TargetRelation[] | undefined,
  say: Say,
): Rule["evaluate"] {
  const direction = kind === "operation.input.changed" ? "request" : "response";
  return (difference, _place, context) => {
    const positions: Position[] = [{ operation: difference.shape, direction, path: "" }];
    return ofKind(difference, kind).flatMap((change) => {
      const comparison = context.compare(change.before, change.after);
      if (relations && !relations.includes(comparison[direction])) return [];
      const [before, after] = [shapeName(change.before), shapeName(change.after)];
      const types = describeRetarget(before, after, comparison);
      return [
        { changes: [change], positions, ...say(code(shapeName(difference.shape)), types, code(before)) },
      ];
    });
  };
}
