import { equalNodes, isNodeObject, type NodeValue, type Shape, trait } from "@shapelog/model";
import { CALL_NAME, TARGET_PREFIX } from "../../compare/call-target.js";
import { describeTrait } from "../../compare/describe-trait.js";
import { BINDING, findIgnored, QUERY_ERROR, WIRE_TRAITS } from "../../compare/wire-traits.js";
import type { Difference, Rule } from "../../rule/rule.js";
import { ofTrait, onMember, TRAIT_KINDS, type TraitDelta } from "../../rule/select.js";
import { createTraitFilter } from "../../rule/select-rules.js";
import { NOTHING_BREAKS } from "../../rule/witness.js";

const TRAITS = [...WIRE_TRAITS, BINDING, QUERY_ERROR, TARGET_PREFIX, CALL_NAME];
const isMine = createTraitFilter(TRAITS);

/** Returns what an error of AWS Query says beyond the status, which is told of the error itself. */
function withoutStatus(delta: TraitDelta, { before, after }: Difference): TraitDelta {
  if (delta.change.trait !== QUERY_ERROR) return delta;
  const [old, now] = [ownWords(delta.before, before), ownWords(delta.after, after)];
  return equalNodes(old, now) ? delta : { ...delta, before: old, after: now };
}

function ownWords(error: NodeValue | undefined, shape: Shape | undefined): NodeValue | undefined {
  if (!isNodeObject(error)) return error;
  const { httpResponseCode: status, ...others } = error;
  return shape && equalNodes(status, trait(shape, "httpError")) ? others : error;
}

const WHERE = {
  nowhere: "",
  there: " there",
  "in requests": " in requests",
  "in responses": " in responses",
} as const;

/** A name, place or format changed that none of the service's protocols follows, and nothing else of how the value travels did. */
export const wireFormatIgnored: Rule = {
  id: "wire-format.ignored",
  reach: "any",
  wire: "note",
  source: "note",
  verdict: "notice",
  witness: NOTHING_BREAKS,
  bump: "patch",
  mirror: "wire-format.ignored",
  kinds: TRAIT_KINDS,
  traits: TRAITS,
  evaluate(difference, place, context) {
    const deltas = ofTrait(difference, isMine).map((delta) => ({
      delta,
      ignored: findIgnored(delta, difference, { reach: place.reach, positions: place.positions, context }),
    }));
    const read = new Set(deltas.flatMap(({ delta, ignored }) => (ignored ? [] : [delta.member])));
    return deltas.flatMap(({ delta, ignored }) => {
      if (!ignored || read.has(delta.member)) return [];
      const name = place.name(delta.member);
      return [
        {
          changes: [delta.change],
          ...onMember(delta.member),
          message: `${name}: ${describeTrait(withoutStatus(delta, difference))}. The service's protocol does not go by that${WHERE[ignored]}.`,
        },
      ];
    });
  },
};
