import { readdirSync } from "node:fs";
import { join } from "node:path";
import { bumpsOf, bumpWords, type Reach, type Rule, type RuleWitness, VERDICT_WORDS } from "../src/index.js";

const RULES_FOLDER = join(import.meta.dirname, "../src/rules");

/** Returns the rules' files below `src/rules`, by their path without the ending, with the endings that there are. */
export function listRuleFiles(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const subject of readdirSync(RULES_FOLDER, { withFileTypes: true })) {
    if (!subject.isDirectory()) continue;
    for (const file of readdirSync(join(RULES_FOLDER, subject.name))) {
      const [, name = "", ending = ""] = /^(.*)\.(\w+)$/.exec(file) ?? [];
      const path = `${subject.name}/${name}`;
      found.set(path, [...(found.get(path) ?? []), ending].sort());
    }
  }
  return found;
}

/** Returns the name of a rule's files: `request-enum-value-removed`. */
export function fileNameOf({ id }: Rule): string {
  return id.replaceAll(".", "-");
}

const PAGES = new Map(
  [...listRuleFiles().keys()].map((path) => [
    path.slice(path.indexOf("/") + 1),
    join(RULES_FOLDER, `${path}.md`),
  ]),
);

/** Returns the path of a rule's page. */
export function findPage(rule: Rule): string {
  const page = PAGES.get(fileNameOf(rule));
  if (page === undefined) throw new Error(`${rule.id} has no page`);
  return page;
}

const REACH_WORDS: Readonly<Record<Reach, string>> = {
  request: "request",
  response: "response",
  none: "no operation",
  model: "metadata",
  any: "anywhere",
};

/** Returns the rules that the reversed change can meet. */
export function mirrorsOf({ mirror }: Rule): readonly string[] {
  if (typeof mirror === "string") return [mirror];
  return "none" in mirror ? [] : mirror;
}

/** Returns the line of facts below a page's title. */
export function printFacts(rule: Rule): string {
  const { id, verdict, reach, wire, source, mirror, witness } = rule;
  const reversed =
    typeof mirror === "object" && "none" in mirror
      ? `none: ${mirror.none}`
      : mirrorsOf(rule)
          .map((other) => (other === id ? "itself" : `\`${other}\``))
          .join(" or ");
  return `**${VERDICT_WORDS[verdict]}** · ${REACH_WORDS[reach]} · wire ${wire} · source ${source} · release ${bumpWords(bumpsOf(rule))} · witness: ${printWitness(witness)} · reversed: ${reversed}`;
}

function printWitness(witness: RuleWitness): string {
  return typeof witness === "string" ? WITNESS_WORDS[witness] : `none, ${witness.none}`;
}

const WITNESS_WORDS = {
  source: "a program",
  wire: "a document",
  both: "a program or a document",
} as const satisfies Readonly<Record<Extract<RuleWitness, string>, string>>;
