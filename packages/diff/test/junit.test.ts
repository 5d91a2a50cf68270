import { modelOf } from "@shapelog/testing";
import { readJunit } from "@shapelog/testing/read-junit";
import { describe, expect, it } from "vitest";
import { compareModels, withOwnOperations, withPolicy } from "../src/comparison.js";
import { printComparisonJunit } from "../src/views/junit.js";

const model = (output: string, kinds: string, title = "Events") =>
  modelOf(`
    @title("${title}")
    service Events { version: "1", operations: [ListEvents] }
    operation ListEvents { output := { ${output} } }
    enum Kind { ${kinds} }
  `);

function compare(title?: string) {
  const locate = (id: string) => ({ file: "model.smithy", pointer: `/${id}` });
  const [before, after] = [
    model("Kind: Kind, Size: Integer", "A", title),
    model("Kind: Kind", "A, B", title),
  ];
  return compareModels({ label: "old", model: before }, { label: "new", model: after, locate });
}

const cases = (...args: Parameters<typeof printComparisonJunit>) => readJunit(printComparisonJunit(...args));
const outcomes = (...args: Parameters<typeof printComparisonJunit>) =>
  Object.fromEntries((cases(...args).Events ?? []).map(({ name, kind = "passed" }) => [name, kind]));

const COMPARED = "the models can be compared";
const GONE = "response.member.removed ListEventsOutput.Size";
const NEW = "response.enum.value-added Kind";

describe("the junit view", () => {
  it("has a case for each finding that is a warning at least, and fails those that a run fails for", () => {
    expect(outcomes([compare()])).toEqual({ [COMPARED]: "passed", [GONE]: "failure", [NEW]: "passed" });
    expect(outcomes([compare()], { failOn: "warning" })).toMatchObject({
      [GONE]: "failure",
      [NEW]: "failure",
    });
    expect(outcomes([compare()], { failOn: "never" })).toMatchObject({ [GONE]: "passed", [NEW]: "passed" });
  });

  it("says of a case what the finding says, and where", () => {
    const found = cases([compare()]).Events ?? [];
    expect(found.find(({ name }) => name === GONE)).toMatchObject({
      classname: "shapelog.diff.Events",
      type: "response.member.removed",
      message: "Size is no longer returned.",
      text: expect.stringMatching(/^Breaking: Size is no longer returned\.[\s\S]*\nat model\.smithy$/),
    });
    expect(found.find(({ name }) => name === NEW)?.output).toContain("Check your code: ");
  });

  it("skips what a policy suppressed and what is not the reader's, with the reason", () => {
    const entries = [{ member: "Size", suppress: true as const, reason: "Nobody reads it." }];
    const policed = withPolicy(compare(), { name: "team", entries });
    expect(cases([policed]).Events?.find(({ name }) => name === GONE)).toMatchObject({
      kind: "skipped",
      message: "Nobody reads it.",
    });
    expect(outcomes([withOwnOperations(compare(), [])])).toMatchObject({
      [GONE]: "skipped",
      [NEW]: "skipped",
    });
  });

  it("has a case, too, where nothing changed, and a suite for each comparison", () => {
    const same = model("Kind: Kind", "A", "Same");
    const nothing = compareModels({ label: "a", model: same }, { label: "b", model: same });
    expect(cases([compare(), nothing]).Same).toEqual([
      { name: COMPARED, classname: "shapelog.diff.Same", output: "a → b" },
    ]);
  });

  it("is well formed whatever the models say, and the same each time", () => {
    const comparison = compare();
    const [finding] = comparison.findings;
    const title = `]]> \u0000\u001b \ud83d & < " ' <!-- ##[error] \r\n\t`;
    const hostile = {
      ...comparison,
      title,
      findings: [{ ...finding!, message: title, shape: `a#${title}` }],
    };
    const text = printComparisonJunit([hostile]);
    expect(Object.keys(readJunit(text))).toHaveLength(1);
    expect(text).not.toContain("]]>");
    expect(printComparisonJunit([hostile])).toBe(text);
  });
});
