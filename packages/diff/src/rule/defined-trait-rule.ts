import { printable } from "@shapelog/diagnostics";
import { describeTraitChange } from "../compare/describe-trait-change.js";
import { traitWords } from "../compare/trait-words.js";
import type { BreakingRule } from "../smithy/breaking-rules.js";
import { covers, findTouchedValues } from "../smithy/rule-tree.js";
import { SMITHY_SEVERITIES, type SmithySeverity, worseSmithySeverity } from "../smithy/smithy-event.js";
import type { ChangeType } from "../smithy/trait-delta.js";
import { codeList } from "../words.js";
import type { Rule, RuleContext } from "./rule.js";
import { ofTrait, onMember, TRAIT_KINDS, type TraitDelta } from "./select.js";

/** So many messages of a definition are told of one change, the rest is counted. */
const TOLD = 5;

/** So many are kept of one place. */
const KEPT = 20;

/** What is longer is cut. */
const MESSAGE_LENGTH = 1000;

/** A rule about changes that the trait's own definition gives a severity. */
export interface DefinedTraitRuleOptions extends Pick<Rule, "id" | "wire" | "verdict" | "bump"> {
  /** Those of `breakingChanges` (Smithy 2.0, "trait trait") that it is about. */
  readonly severities: readonly SmithySeverity[];
  readonly action?: string;
}

/** What the reversed change can meet: definitions speak of one direction, or of both. */
const MIRRORS = [
  "trait.changed.error",
  "trait.changed.danger",
  "trait.changed.warning",
  "trait.changed.note",
  "unclassified",
];

/** Creates a rule about changes that the trait's own definition gives a severity: the worst that fits counts. */
export function createDefinedTraitRule({ severities, action, ...rule }: DefinedTraitRuleOptions): Rule {
  return {
    ...rule,
    reach: "any",
    source: "note",
    witness: { none: "what a trait of that kind means is in no type and in no document" },
    mirror: MIRRORS,
    kinds: TRAIT_KINDS,
    evaluate(difference, place, context) {
      return ofTrait(difference, () => true).flatMap((delta) => {
        const said = findSaid(delta, context);
        if (!said || !severities.includes(said.worst)) return [];
        return [
          {
            changes: [delta.change],
            ...onMember(delta.member),
            message: `${describeTraitChange(delta, place)}.${tell(said)}`,
            ...(action === undefined
              ? {}
              : { affected: `your code acts on ${traitWords(delta.change.trait).noun}`, action }),
          },
        ];
      });
    },
  };
}

/** What entries of a definition say of a change. */
interface Said {
  readonly worst: SmithySeverity;
  /** Those with a message that no one before has, the worst first. */
  readonly telling: readonly BreakingRule[];
  /** Whether `telling` has all. */
  readonly isWhole: boolean;
}

function findSaid({ change, before, after }: TraitDelta, { stated }: RuleContext): Said | undefined {
  const touched = findTouchedValues({ id: change.trait, before, after }, stated);
  const said = new Set(touched.flatMap(({ rules, type }) => saidOf(rules, type) ?? []));
  return said.size > 1 ? join([...said]) : [...said][0];
}

/** Many changes meet the same entries, so that what those say is put together once. */
const SAID = new WeakMap<readonly BreakingRule[], Map<ChangeType, Said | undefined>>();

function saidOf(rules: readonly BreakingRule[], type: ChangeType): Said | undefined {
  const known = SAID.get(rules) ?? new Map<ChangeType, Said | undefined>();
  SAID.set(rules, known);
  if (!known.has(type)) {
    const fitting = rules.filter((rule) => covers(rule, type));
    const each = fitting.map((rule) => ({ worst: rule.severity, telling: [rule], isWhole: true }));
    known.set(type, each.length === 0 ? undefined : join(each));
  }
  return known.get(type);
}

function join(said: readonly Said[]): Said {
  const telling = new Map<string, BreakingRule>();
  for (const rule of said.flatMap((each) => each.telling).sort((a, b) => rankOf(b) - rankOf(a))) {
    const { message = "" } = rule;
    if (message.trim() !== "" && !telling.has(message)) telling.set(message, rule);
  }
  return {
    worst: said.reduce<SmithySeverity>((worst, each) => worseSmithySeverity(worst, each.worst), "SUPPRESSED"),
    telling: [...telling.values()].slice(0, KEPT),
    isWhole: telling.size <= KEPT && said.every(({ isWhole }) => isWhole),
  };
}

function rankOf({ severity }: BreakingRule): number {
  return SMITHY_SEVERITIES.indexOf(severity);
}

/** Returns what the definition says, word for word. */
function tell({ telling, isWhole }: Said): string {
  if (telling.length === 0) return "";
  const messages = telling.map(({ message = "" }) => cut(message));
  const total = { count: telling.length, exact: isWhole };
  const words = ` The trait's definition says: ${codeList(messages, "and", { limit: TOLD, total })}`;
  return /[.!?]`+$/.test(words) ? words : `${words}.`;
}

function cut(message: string): string {
  return message.length > MESSAGE_LENGTH ? `${printable(message.slice(0, MESSAGE_LENGTH))}…` : message;
}
