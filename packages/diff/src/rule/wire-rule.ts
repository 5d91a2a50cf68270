import { TIME_BINDINGS } from "@shapelog/model";
import { describeWire } from "../compare/describe-wire.js";
import { describeFormReaders, findIgnored, isWireTrait } from "../compare/wire-traits.js";
import type { Difference, Match, Rule, RuleContext } from "./rule.js";
import { ofTrait, onMember, TRAIT_KINDS, type TraitDelta } from "./select.js";

/** How the form of a value changed. */
export interface ChangedForm {
  /** What changed, as clauses. */
  readonly told: string;
  /** Whom it concerns. */
  readonly readers: string;
  /** Whether it is by another name, and not by its place or format alone. */
  readonly isRenamed: boolean;
  /** Whether it is in another place or format, and not by its name alone. */
  readonly isReformed: boolean;
}

/** A rule about how a value travels: its verdicts, and what it says. */
export interface WireRuleOptions extends Omit<Rule, "evaluate" | "kinds"> {
  /** Traits that it is asked about. */
  readonly traits: readonly string[];
  /** Whether all that changed of a value's form is told by it where this change did. Default: each that is followed. */
  readonly when?: (delta: TraitDelta, difference: Difference, context: RuleContext) => boolean;
  /** What it says of a place whose form changed; the changes themselves are added. */
  readonly say: (name: string, form: ChangedForm) => Omit<Match, "changes" | "member">;
}

/** Creates a rule that has one match for all that changed of how a value travels. */
export function createWireRule({ when, say, ...rule }: WireRuleOptions): Rule {
  return {
    ...rule,
    kinds: TRAIT_KINDS,
    evaluate(difference, place, context) {
      return groupByMember(ofTrait(difference, isWireTrait)).flatMap((deltas) => {
        const at = { reach: place.reach, positions: place.positions, context };
        const followed = deltas.filter((delta) => findIgnored(delta, difference, at) === undefined);
        const isMine = followed.some((delta) => when?.(delta, difference, context) ?? true);
        if (!isMine) return [];
        const name = place.name(deltas[0]?.member);
        const isMove = ({ change }: TraitDelta) => TIME_BINDINGS.includes(change.trait);
        const isName = ({ change }: TraitDelta) => change.trait === JSON_NAME;
        return [
          {
            changes: deltas.map(({ change }) => change),
            ...onMember(deltas[0]?.member),
            ...say(name, {
              told: describeWire(followed, difference, at),
              readers: describeFormReaders(followed, name),
              isRenamed: followed.some(isName) && !followed.some(isMove),
              isReformed: !followed.every(isName),
            }),
          },
        ];
      });
    },
  };
}

const JSON_NAME = "smithy.api#jsonName";

function groupByMember(deltas: readonly TraitDelta[]): TraitDelta[][] {
  const groups = new Map<string | undefined, TraitDelta[]>();
  for (const delta of deltas) {
    const group = groups.get(delta.member);
    if (group) group.push(delta);
    else groups.set(delta.member, [delta]);
  }
  return [...groups.values()];
}

/** Returns what is another one in JSON. */
export function describeTyped({ isRenamed, isReformed }: ChangedForm): string {
  if (!isRenamed) return "kind of value";
  return isReformed ? "property and kind of value" : "property";
}
