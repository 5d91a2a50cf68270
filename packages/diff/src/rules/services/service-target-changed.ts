import { callTarget, TARGET_PREFIX } from "../../compare/call-target.js";
import { findShared, isFollowed, RAW_CALLERS } from "../../compare/wire-traits.js";
import type { Rule, RuleContext } from "../../rule/rule.js";
import { ofTrait, TRAIT_KINDS } from "../../rule/select.js";
import { code } from "../../words.js";

/** Calls name the service by another text than they did. Updated SDKs follow by themselves. */
export const serviceTargetChanged: Rule = {
  id: "service.target.changed",
  reach: "any",
  wire: "error",
  source: "note",
  verdict: "breaking",
  witness: { none: "a document is a body, not its header and path" },
  bump: "patch",
  mirror: "service.target.changed",
  kinds: TRAIT_KINDS,
  traits: [TARGET_PREFIX],
  evaluate(difference, _place, context) {
    const { before, after } = difference;
    const changes = ofTrait(difference, TARGET_PREFIX).map(({ change }) => change);
    if (before?.kind !== "service" || after?.kind !== "service" || changes.length === 0) return [];
    const [old, now] = [callTarget(context.former ?? before), callTarget(after)];
    if (old === now || !isFollowed(context, TARGET_PREFIX)) return [];
    return [
      {
        changes,
        positions: [],
        message: describeTarget({ old, now }, context),
        affected: RAW_CALLERS,
        action: "Update the SDK, or change the raw form.",
      },
    ];
  },
};

const CBOR = "smithy.protocols#rpcv2Cbor";

function describeTarget(
  { old, now }: { readonly old: string; readonly now: string },
  models: RuleContext,
): string {
  const spoken = findShared(models) ?? [];
  const header = `The header ${code("X-Amz-Target")} of each call begins with ${code(now)} now; it began with ${code(old)}.`;
  if (!spoken.includes(CBOR)) return header;
  const path = `path of each call begins with ${code(`/service/${now}/`)} now; it began with ${code(`/service/${old}/`)}.`;
  const isAlone = !spoken.some((id) => id.startsWith("aws.protocols#awsJson"));
  return isAlone ? `The ${path}` : `${header} In CBOR the ${path}`;
}
