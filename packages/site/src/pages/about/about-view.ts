import { type Bump, bumpsOf, RULES, type Verdict } from "@shapelog/diff";

/** A rule as the page on judging lists it. */
export interface RuleRow {
  readonly id: string;
  readonly verdict: Verdict;
  readonly wire: string;
  readonly source: string;
  readonly bump: Bump;
  readonly typesBump: Bump;
}

/** What the page on judging shows. */
export interface AboutView {
  readonly kind: "about";
  readonly rules: readonly RuleRow[];
}

/** Returns what the page on judging shows. */
export function createAboutView(): AboutView {
  return {
    kind: "about",
    rules: RULES.map((rule) => {
      const { id, verdict, wire, source } = rule;
      return { id, verdict, wire, source, ...bumpsOf(rule) };
    }),
  };
}

/** What each verdict says to a reader. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  breaking:
    "A program that was right before can now fail: a request is refused, or something it reads is gone.",
  check:
    "Nothing is refused, but a program can go on and be wrong: a branch that never runs again, a value it has no case for, a number that no longer fits.",
  safe: "Programs that were right stay right. There may be something new to use.",
  notice: "No program feels it: texts, names of shapes, the order of things.",
};

/** What a model cannot say, so that no verdict can either. */
export const LIMITS_OF_MODELS: readonly string[] = [
  "What the service does with a request. Behaviour can change while the model stays as it is.",
  "When a change reaches which region or account. Dates are the days on which the model was published.",
  "Whether a value that was taken out of a list is still sent. Records stored before the change may hold it for ever.",
  "Rules that stand in prose alone, such as two members that must not be given together. A changed text is listed as a notice, and can hide such a rule.",
];
