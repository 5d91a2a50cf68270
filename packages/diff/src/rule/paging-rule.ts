import { equalNodes, isNodeObject, type NodeValue, type Shape } from "@shapelog/model";
import type { Difference, Match, Place, Rule } from "./rule.js";
import { ofTrait, TRAIT_KINDS, type TraitDelta } from "./select.js";

const PAGINATED = "smithy.api#paginated";
/** What botocore says of paginators and `@paginated` cannot. */
const PAGINATOR = "shapelog.botocore#paginator";

/** What becomes of the pages of an operation. */
export type PagingStep = "added" | "changed" | "removed";

/** A rule about operations whose pages came, changed or went. */
export interface PagingRuleOptions extends Omit<Rule, "evaluate" | "kinds" | "traits" | "reach"> {
  readonly step: PagingStep;
  /** What it says, given the traits that changed: `@paginated` first where it did. */
  readonly say: (
    place: Place,
    deltas: readonly [TraitDelta, ...TraitDelta[]],
    difference: Difference,
  ) => Omit<Match, "changes" | "member">;
}

/** Creates a rule that has one match for all that changed of an operation's pages. */
export function createPagingRule({ step, say, ...rule }: PagingRuleOptions): Rule {
  return {
    ...rule,
    reach: "any",
    kinds: TRAIT_KINDS,
    traits: [PAGINATED, PAGINATOR],
    evaluate(difference, place) {
      const found = [PAGINATED, PAGINATOR].flatMap((trait) => ofTrait(difference, trait));
      const deltas = found.filter(({ member }) => member === undefined);
      const [first, ...others] = deltas;
      if (!first || findStep(difference, deltas) !== step) return [];
      const changes = deltas.map(({ change }) => change);
      return [{ changes, ...say(place, [first, ...others], difference) }];
    },
  };
}

/** Returns what became of the pages; nothing where the change is none of theirs. */
function findStep({ before, after }: Difference, deltas: readonly TraitDelta[]): PagingStep | undefined {
  if (!isPaged(before)) return "added";
  if (!isPaged(after)) return "removed";
  return deltas.every(isAboutSums) ? undefined : "changed";
}

function isPaged(shape: Shape | undefined): boolean {
  return shape?.traits[PAGINATED] !== undefined || shape?.traits[PAGINATOR] !== undefined;
}

/** Which members boto3 takes from the first page alone when it joins pages: tokens, sizes and entries stay where they are. */
const SUMS = "non_aggregate_keys";

function isAboutSums({ change, before, after }: TraitDelta): boolean {
  return change.trait === PAGINATOR && equalNodes(withoutSums(before), withoutSums(after));
}

function withoutSums(value: NodeValue | undefined): NodeValue {
  if (!isNodeObject(value)) return value ?? {};
  const { [SUMS]: _, ...rest } = value;
  return rest;
}
