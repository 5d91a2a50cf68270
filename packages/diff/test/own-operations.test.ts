import { createModel, type Model, type Shape } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { compareModels, withOwnOperations } from "../src/comparison.js";
import { createEntries } from "../src/create-entries.js";
import { printComparisonGithub } from "../src/views/github.js";
import { printComparisonHtml } from "../src/views/html.js";
import { listOwnFirst } from "../src/views/list-own-first.js";
import { printComparisonMarkdown } from "../src/views/markdown.js";
import { printComparisonSarif } from "../src/views/sarif.js";
import { printComparisonText } from "../src/views/text.js";

const OTHERS = ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf"];

/** One enum that every operation returns: at `state` in `Zulu`, at `other.state` in the rest. */
function stateModel(values: readonly string[]): Model {
  const enumMember = (value: string) => ({
    name: value,
    target: "smithy.api#Unit",
    traits: { "smithy.api#enumValue": value },
  });
  const structure = (name: string, member: string, target: string): Shape => ({
    kind: "structure",
    id: `example#${name}`,
    traits: {},
    members: [{ name: member, target: `example#${target}`, traits: {} }],
  });
  const operation = (name: string, output: string): Shape => ({
    kind: "operation",
    id: `example#${name}`,
    traits: {},
    input: "smithy.api#Unit",
    output: `example#${output}`,
    errors: [],
  });
  return createModel([
    { kind: "enum", id: "example#State", traits: {}, members: values.map(enumMember) },
    structure("Out", "state", "State"),
    structure("OtherOut", "other", "Out"),
    operation("Zulu", "Out"),
    ...OTHERS.map((name) => operation(name, "OtherOut")),
  ]);
}

const shared = compareModels(
  { label: "before", model: stateModel(["ON"]) },
  { label: "after", model: stateModel(["ON", "OFF"]) },
);
const mine = withOwnOperations(shared, ["example#Zulu"]);

describe("a change that reaches the reader's own operations and others", () => {
  it("is one entry with the reader's own operations and paths first", () => {
    const [entry, ...more] = createEntries(mine);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ own: true, paths: ["state", "other.state"], otherPaths: ["other.state"] });
    expect(entry?.operations[0]).toBe("example#Zulu");
    expect(entry?.otherOperations).toEqual(OTHERS.map((name) => `example#${name}`));
  });

  it.each([
    ["text", printComparisonText(mine), "in Zulu; not yours: Alpha, Bravo, Charlie, Delta, Echo and 2 more"],
    ["text", printComparisonText(mine), "8 operations (1 yours)  response"],
    ["text", printComparisonText(mine), "    state\n    other.state   (not yours)\n"],
    [
      "markdown",
      printComparisonMarkdown(mine),
      "in `Zulu`; not yours: `Alpha`, `Bravo`, `Charlie`, `Delta`, `Echo` and 2 more (response)",
    ],
    ["markdown", printComparisonMarkdown(mine), "at `state`; not yours: `other.state`"],
    ["html", printComparisonHtml(mine), "in <code>Zulu</code>; not yours: <code>Alpha</code>"],
    ["html", printComparisonHtml(mine), "At <code>state</code>; not yours: <code>other.state</code>."],
    [
      "github",
      printComparisonGithub(mine),
      "In Zulu; not yours: Alpha, Bravo, Charlie, Delta, Echo and 2 more.",
    ],
    ["sarif", printComparisonSarif(mine), "In Zulu; not yours: Alpha, Bravo"],
  ])("lists them first and marks the rest: %s", (_, printed, expected) => {
    expect(printed).toContain(expected);
  });

  it("marks nothing where every operation is the reader's own, or none is", () => {
    const all = withOwnOperations(shared, [
      "example#Zulu",
      ...OTHERS.map((name) => `example#${name}`),
    ] as const);
    for (const comparison of [shared, all, withOwnOperations(shared, ["example#Nobody"])])
      expect(printComparisonText(comparison)).not.toContain("not yours:");
    expect(createEntries(shared)).toEqual(createEntries(all));
  });
});

describe("listOwnFirst", () => {
  const names = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => `${name}${index}`);

  it.each([
    [[], [], ""],
    [["a"], [], "a"],
    [[], ["x", "y", "z"], "x, y and 1 more"],
    [["a", "b", "c"], [], "a, b and 1 more"],
    [["a", "b", "c"], ["x", "y", "z"], "a, b, c; not yours: x, y and 1 more"],
  ])("joins %j and %j", (own, others, expected) => {
    expect(listOwnFirst([...own, ...others], others, { limit: 2 })).toBe(expected);
  });

  it("counts the reader's own only where there are many", () => {
    expect(listOwnFirst([...names(25, "a"), "x"], ["x"], { limit: 2 })).toContain(
      "a19 and 5 more; not yours: x",
    );
  });
});
