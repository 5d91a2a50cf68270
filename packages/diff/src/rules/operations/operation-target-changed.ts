import { shapeName } from "@shapelog/model";
import { CALL_NAME, callName } from "../../compare/call-target.js";
import { findShared, isFollowed, RAW_CALLERS } from "../../compare/wire-traits.js";
import type { Rule, RuleContext } from "../../rule/rule.js";
import { ofTrait, TRAIT_KINDS } from "../../rule/select.js";
import { code, joinAnd } from "../../words.js";

/** Calls name an operation by another text than they did. Updated SDKs follow by themselves. */
export const operationTargetChanged: Rule = {
  id: "operation.target.changed",
  reach: "any",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: { none: "a document is a body, not its header and path" },
  bump: "patch",
  mirror: "operation.target.changed",
  kinds: TRAIT_KINDS,
  traits: [CALL_NAME],
  evaluate(difference, _place, context) {
    const { before, after } = difference;
    const changes = ofTrait(difference, CALL_NAME).map(({ change }) => change);
    if (before?.kind !== "operation" || after?.kind !== "operation" || changes.length === 0) return [];
    const [old, now] = [callName(before), callName(after)];
    if (old === now || !isFollowed(context, CALL_NAME)) return [];
    const where = describeWhere(context);
    return [
      {
        changes,
        message: `Calls of ${code(shapeName(after.id))} name it ${code(now)} now${where}; they named it ${code(old)}.`,
        affected: RAW_CALLERS,
        action: "Update the SDK, or change the raw form.",
      },
    ];
  },
};

/** Where protocols have the name of the operation. */
const PLACES: Readonly<Record<string, string>> = {
  "aws.protocols#awsJson1_0": "the header `X-Amz-Target`",
  "aws.protocols#awsJson1_1": "the header `X-Amz-Target`",
  "aws.protocols#awsQuery": "the parameter `Action`",
  "aws.protocols#ec2Query": "the parameter `Action`",
  "smithy.protocols#rpcv2Cbor": "the path",
};

function describeWhere(context: RuleContext): string {
  const places = (findShared(context) ?? []).flatMap((id) =>
    Object.hasOwn(PLACES, id) ? [PLACES[id] ?? ""] : [],
  );
  return places.length > 0 ? `, in ${joinAnd([...new Set(places)])}` : "";
}
