import { type RulePage, summarizePage } from "@shapelog/diagnostics";
import { ruleUrl } from "./rule-view.js";

/** A line of the list of rules. */
export interface RuleLine {
  readonly id: string;
  readonly url: string;
  /** The page's first words. */
  readonly summary: string;
}

/** Rules of one kind. */
export interface RuleGroup {
  readonly title: string;
  readonly intro: string;
  readonly rules: readonly RuleLine[];
}

/** What the list of rules shows. */
export interface RulesView {
  readonly kind: "rules";
  readonly groups: readonly RuleGroup[];
}

const KINDS = [
  {
    title: "Rules about changes",
    intro: "What a change means for those who call an API.",
    has: (id: string) => !id.includes("/") && !/^[A-Z]/.test(id),
  },
  {
    title: "Events of validation",
    intro: "What is wrong or risky in a model, by Smithy's names.",
    has: (id: string) => /^[A-Z]/.test(id),
  },
  {
    title: "Diagnostics",
    intro: "What commands report about files, inputs and records.",
    has: (id: string) => id.includes("/"),
  },
] as const;

/** Returns the list of rules by kind; kinds without any are left out. */
export function createRulesView(pages: readonly RulePage[]): RulesView {
  const groups = KINDS.map(({ title, intro, has }) => ({
    title,
    intro,
    rules: pages
      .filter(({ id }) => has(id))
      .map((page) => ({
        id: page.id,
        url: ruleUrl(page.id),
        summary: firstSentence(summarizePage(page).replaceAll("`", "")),
      })),
  }));
  return { kind: "rules", groups: groups.filter(({ rules }) => rules.length > 0) };
}

/** A list of so many names one sentence: the page has the rest. */
function firstSentence(text: string): string {
  const [sentence = text] = /^[\s\S]*?[.!?](?=\s+\p{Lu}|\s*$)/u.exec(text) ?? [];
  return sentence;
}
