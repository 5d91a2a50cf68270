import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { VERDICT_WORDS } from "../finding.js";
import type { Reach, Rule } from "../rule.js";
import { RULES } from "./index.js";

const FOLDER = import.meta.dirname;
const IDS = new Set(RULES.map(({ id }) => id));
const REACHES: Readonly<Record<Reach, string>> = {
  request: "request",
  response: "response",
  none: "no operation",
  any: "anywhere",
};

function mirrorsOf({ mirror }: Rule): readonly string[] {
  if (typeof mirror === "string") return [mirror];
  return "none" in mirror ? [] : mirror;
}

/** The second line of a rule's page. */
function printFacts(rule: Rule): string {
  const { id, verdict, reach, wire, source, bump, mirror } = rule;
  const reversed =
    typeof mirror === "object" && "none" in mirror
      ? `none: ${mirror.none}`
      : mirrorsOf(rule)
          .map((other) => (other === id ? "itself" : `\`${other}\``))
          .join(" or ");
  return `**${VERDICT_WORDS[verdict]}** · ${REACHES[reach]} · wire ${wire} · source ${source} · release ${bump} · reversed: ${reversed}`;
}

describe("RULES", () => {
  it("are the folders", () => {
    const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(RULES.map(({ id }) => id.replaceAll(".", "-")).sort()).toEqual(
      folders.map(({ name }) => name).sort(),
    );
    expect(IDS.size).toBe(RULES.length);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s is whole: file, page, mirror, verdicts",
    (id, rule) => {
      const name = id.replaceAll(".", "-");
      expect(readdirSync(join(FOLDER, name)).sort()).toEqual([`${name}.md`, `${name}.ts`, "cases"].sort());
      const page = readFileSync(join(FOLDER, name, `${name}.md`), "utf8");
      const [title, , facts] = page.split("\n");
      expect([title, facts]).toEqual([`# \`${id}\``, printFacts(rule)]);
      expect(page.match(/```smithy\n/g)).toHaveLength(2);
      expect(page).toMatch(/^See Smithy 2\.0, \[.+\]\(https:\/\/smithy\.io\/2\.0\/.+\)\.$/m);
    },
  );

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s has mirrors that name it as theirs",
    (id, rule) => {
      if (typeof rule.mirror === "object" && "none" in rule.mirror) {
        expect(rule.mirror.none).not.toBe("");
        return;
      }
      for (const mirror of mirrorsOf(rule)) {
        const other = RULES.find((candidate) => candidate.id === mirror);
        expect(other && mirrorsOf(other), mirror).toContain(id);
      }
    },
  );

  it.each(RULES.map((rule) => [rule.id, rule] as const))("%s has verdicts that go together", (id, rule) => {
    const { reach, wire, source, verdict, bump } = rule;
    if (reach === "request" || reach === "response") expect(id.startsWith(`${reach}.`)).toBe(true);
    expect(bump === "major").toBe(source === "error");
    if (wire === "error") expect(verdict).toBe("breaking");
    if (verdict === "breaking") expect(wire).toBe("error");
    if (verdict === "safe" || verdict === "notice") expect(wire).toBe("note");
    if (verdict === "safe") expect(source).not.toBe("danger");
    if (verdict === "check") expect(`${wire} ${source}`).not.toBe("note note");
  });
});
