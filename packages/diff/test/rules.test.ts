import { describe, expect, it } from "vitest";
import { canShow, NOTHING_BREAKS } from "../src/rule/witness.js";
import { RULES } from "../src/rules/index.js";
import { fileNameOf, listRuleFiles, mirrorsOf } from "./find-page.js";

const IDS = new Set(RULES.map(({ id }) => id));

describe("RULES", () => {
  it("are the files of the subjects' folders, each with a page", () => {
    const files = [...listRuleFiles()].map(([path, endings]) => [path.slice(path.indexOf("/") + 1), endings]);
    expect(files.sort()).toEqual(RULES.map((rule) => [fileNameOf(rule), ["md", "ts"]]).sort());
    expect(IDS.size).toBe(RULES.length);
  });

  it("end with the one that tells of what no other explains", () => {
    expect(RULES.at(-1)?.id).toBe("unclassified");
  });

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
    // Code that names a constant compiles, and means another value.
    expect(bump === "major").toBe(source === "error" || id === "enum.constant-moved");
    if (wire === "error") expect(verdict).toBe("breaking");
    if (verdict === "breaking") expect(wire).toBe("error");
    if (verdict === "safe" || verdict === "notice") expect(wire).toBe("note");
    if (verdict === "safe") expect(source).not.toBe("danger");
    if (verdict === "check") expect(`${wire} ${source}`).not.toBe("note note");
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s says what can show it, or why nothing can",
    (_, rule) => {
      const { witness, wire, source, verdict } = rule;
      if (typeof witness === "object") expect(witness.none).toMatch(/^[a-z].*[^.]$/);
      const isClaimed = verdict === "breaking" || verdict === "check";
      if (isClaimed) expect(witness).not.toBe(NOTHING_BREAKS);
      // What is claimed of programs or of documents is what can be shown.
      if (canShow(witness, "source")) expect(source).toMatch(/error|danger/);
      if (canShow(witness, "wire")) expect(wire).not.toBe("note");
    },
  );
});
