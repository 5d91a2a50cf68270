import { equalNodes, isNodeObject, type NodeValue } from "@shapelog/model";
import type { TraitDelta } from "../../rule/select.js";
import { createTraitRule } from "../../rule/trait-rule.js";
import { code } from "../../words.js";

/** The status of an operation's answers is another one that says that all went well. SDKs ask for no more than that. */
export const operationStatusChanged = createTraitRule({
  id: "operation.status.changed",
  reach: "any",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: { none: "the status of an answer is in no document" },
  bump: "patch",
  mirror: "operation.status.changed",
  traits: ["smithy.api#http"],
  when: (delta) => findStatuses(delta) !== undefined,
  say: (place, delta) => {
    const [old, now] = findStatuses(delta) ?? [0, 0];
    return {
      message: `${place.name()} answers with the status ${code(now)} now; it was ${code(old)}.`,
      affected: `you compare the status of its answers with ${code(old)} yourself`,
      action: `Take every status from ${code(200)} to ${code(299)}, or the new one.`,
    };
  },
});

/** Returns both statuses where these differ, both say that all went well, and nothing else of the HTTP form differs. */
function findStatuses({ before, after }: TraitDelta): readonly [old: number, now: number] | undefined {
  if (!isNodeObject(before) || !isNodeObject(after)) return undefined;
  const { code: old = 200, ...form } = before;
  const { code: now = 200, ...formNow } = after;
  if (!isSuccess(old) || !isSuccess(now) || old === now || !equalNodes(form, formNow)) return undefined;
  return [old, now];
}

function isSuccess(status: NodeValue): status is number {
  return typeof status === "number" && status >= 200 && status <= 299;
}
