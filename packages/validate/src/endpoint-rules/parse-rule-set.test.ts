import type { NodeValue } from "@shapelog/model";
import { expectLinear } from "@shapelog/testing/expect-linear";
import fc from "fast-check";
import { expect, it } from "vitest";
import { evaluateRules } from "./evaluate.js";
import { parseDecisionDiagram, parseRuleSet } from "./parse-rule-set.js";
import { toValue } from "./value.js";

type Conditions = readonly NodeValue[];

const PARAMETERS = {
  Region: { type: "string" },
  Bucket: { type: "string", required: true },
  Fips: { type: "boolean", required: true, default: false },
  Names: { type: "stringArray" },
};
const region = { ref: "Region" };
const bucket = { ref: "Bucket" };
const names = { ref: "Names" };

function call(fn: string, ...argv: readonly NodeValue[]) {
  return { fn, argv };
}

/** Returns what is wrong with a rule set of one endpoint. */
function problemsOf(
  conditions: Conditions,
  url: NodeValue = "https://example.com",
  parameters: NodeValue = PARAMETERS,
) {
  const rules = [{ type: "endpoint", conditions, endpoint: { url } }];
  return parseRuleSet({ version: "1.1", parameters, rules }).problems.map(
    ({ kind, place }) => `${kind} ${place}`,
  );
}

const CONDITION = "/rules/0/conditions/0";
const URL = "/rules/0/endpoint/url";

it.each<[string, Conditions, NodeValue, string[]]>([
  ["text with braces", [], "{{{Bucket} }}", []],
  ["an opening brace alone", [], "{Bucket", [`template ${URL}`]],
  ["a closing brace alone", [], "Bucket}", [`template ${URL}`]],
  ["a path that is no path", [], "{Names#[x]}", [`path ${URL}`]],
  ["null", [call("isSet", null)], "x", [`wrong-kind ${CONDITION}/argv/0`]],
  [
    "a number below zero",
    [call("substring", bucket, -1, 2, true)],
    "x",
    [`not-a-whole-number ${CONDITION}/argv/1`],
  ],
  ["neither ref nor fn", [call("isSet", {})], "x", [`ref-or-fn ${CONDITION}/argv/0`]],
  ["a function of another world", [call("constructor", bucket)], "x", [`unknown-function ${CONDITION}/fn`]],
  ["an argument too many", [call("not", true, true)], "x", [`argument-count ${CONDITION}`]],
  [
    "a path that is a template",
    [call("getAttr", names, "{Bucket}")],
    "x",
    [`path-not-fixed ${CONDITION}/argv/1`],
  ],
])("tells of %s", (_, conditions, url, expected) => {
  expect(problemsOf(conditions, url)).toEqual(expected);
});

it.each<[string, Conditions, NodeValue, string[]]>([
  ["refuses what may be unset", [], "{Region}", [`wrong-type ${URL}`]],
  ["takes what isSet proves", [call("isSet", region)], "{Region}", []],
  [
    "takes what a condition assigns",
    [{ ...call("getAttr", names, "[0]"), assign: "First" }],
    "{First}",
    [`not-an-array ${CONDITION}`],
  ],
  [
    "looks into lists",
    [call("isSet", names), { ...call("getAttr", names, "[-1]"), assign: "Last" }],
    "{Last}",
    [],
  ],
  ["looks into records", [{ ...call("parseURL", bucket), assign: "url" }], "{url#authority}", []],
  [
    "refuses fields that are not there",
    [{ ...call("parseURL", bucket), assign: "url" }],
    "{url#constructor}",
    [`no-field ${URL}`],
  ],
  [
    "keeps what not proves to itself",
    [call("not", call("isSet", region))],
    "{Region}",
    [`wrong-type ${URL}`],
  ],
  ["refuses isSet of what is always set", [call("isSet", bucket)], "x", [`always-set ${CONDITION}/argv/0`]],
  [
    "refuses names that are taken",
    [{ ...call("uriEncode", bucket), assign: "Region" }],
    "x",
    [`repeated-name ${CONDITION}`],
  ],
  ["refuses names that nothing has", [], "{__proto__}", [`unknown-name ${URL}`]],
  ["lets coalesce take away the unset", [call("stringEquals", call("coalesce", region, "x"), "x")], "x", []],
  [
    "has coalesce of unset values stay unset",
    [call("stringEquals", call("coalesce", region, region), "x")],
    "x",
    [`wrong-type ${CONDITION}/argv/0`],
  ],
  [
    "refuses branches of two types",
    [call("ite", { ref: "Fips" }, "x", true)],
    "x",
    [`different-types ${CONDITION}`],
  ],
  [
    "lets ite be unset where a branch is",
    [],
    call("ite", { ref: "Fips" }, "x", region),
    [`wrong-type ${URL}`],
  ],
  [
    "tells no more of what is wrong already",
    [call("stringEquals", { ref: "Nope" }, true)],
    "x",
    [`unknown-name ${CONDITION}/argv/0`, `wrong-type ${CONDITION}/argv/1`],
  ],
])("%s", (_, conditions, url, expected) => {
  expect(problemsOf(conditions, url)).toEqual(expected);
});

it.each<[string, NodeValue, string]>([
  ["another type", { type: "integer" }, "parameter-type /parameters/A/type"],
  ["a default without required", { type: "string", default: "x" }, "default-needs-required /parameters/A"],
  [
    "a default of another type",
    { type: "string", required: true, default: true },
    "default-type /parameters/A/default",
  ],
  ["a key that is not known", { type: "string", constructor: 1 }, "unknown-key /parameters/A"],
])("refuses a parameter with %s", (_, parameter, expected) => {
  expect(problemsOf([], "https://example.com", { A: parameter })).toEqual([expected]);
});

it("tells of all problems at once", () => {
  const rules = [
    { type: "tree", rules: [] },
    { type: "branch" },
    { type: "error" },
    { type: "endpoint", endpoint: { uri: 1 } },
  ];
  const kinds = parseRuleSet({ version: "one", parameters: [], rules }).problems.map(({ kind }) => kind);
  expect(kinds).toEqual(["version", "wrong-kind", "rule-type", "missing-key", "unknown-key", "missing-key"]);
});

it("refuses trees without rules", () => {
  const value = { version: "1.0", parameters: {}, rules: [{ type: "tree", rules: [] }] };
  expect(parseRuleSet(value).problems).toMatchObject([{ kind: "empty-tree", place: "/rules/0" }]);
});

it("stops at depths that no stack bears", () => {
  let nested: NodeValue = bucket;
  for (let level = 0; level < 20_000; level++) nested = call("not", nested);
  expect(problemsOf([call("not", nested)])[0]).toMatch(/^too-deep /);
  let rule: NodeValue = { type: "error", error: "x" };
  for (let level = 0; level < 20_000; level++) rule = { type: "tree", rules: [rule] };
  expect(parseRuleSet({ version: "1.0", parameters: {}, rules: [rule] }).problems).toMatchObject([
    { kind: "too-deep" },
  ]);
});

it("takes time that grows with the text alone", () => {
  const text = (size: number) => "{{".repeat(size) + "{Bucket}".repeat(size / 2);
  expectLinear((size) => expect(problemsOf([], text(size))).toEqual([]), { size: 200_000 });
  expectLinear((size) => expect(problemsOf([], `${"{{".repeat(size)}{`)).toHaveLength(1), { size: 200_000 });
});

const NODES = "/////wAAAAH/////"; // the terminal alone
const DIAGRAM = {
  version: "1.1",
  parameters: {},
  conditions: [],
  results: [],
  root: 1,
  nodeCount: 1,
  nodes: NODES,
};

it.each<[string, Readonly<Record<string, NodeValue>>, string[]]>([
  ["a sound diagram", {}, []],
  ["no base64", { nodes: "/////wAAAAH////" + "\u0000" }, ["base64 /nodes"]],
  ["bytes that are no whole nodes", { nodes: "AAEC" }, ["node-bytes /nodes"]],
  ["bytes for other nodes", { nodeCount: 1e9 }, ["node-bytes /nodes"]],
  ["a complemented root", { root: -5 }, ["complemented-root /root"]],
  ["a root beyond the nodes", { root: 2 }, ["unknown-root /root"]],
  ["an old version", { version: "1.0" }, ["old-version /version"]],
  [
    "a tree as a result",
    { results: [{ type: "tree", rules: [{ type: "error", error: "x" }] }] },
    ["tree-result /results/0"],
  ],
  [
    "a result with conditions",
    { results: [{ type: "error", error: "x", conditions: [call("not", true)] }] },
    ["result-with-conditions /results/0/conditions"],
  ],
])("reads a decision diagram with %s", (_, change, expected) => {
  const { problems } = parseDecisionDiagram({ ...DIAGRAM, ...change });
  expect(problems.map(({ kind, place }) => `${kind} ${place}`)).toEqual(expected);
});

it("never throws, whatever it is given, and runs what it finds nothing wrong with", () => {
  const fn = fc.constantFrom(
    "isSet",
    "not",
    "coalesce",
    "ite",
    "getAttr",
    "split",
    "stringEquals",
    "parseURL",
    "uriEncode",
  );
  const { expression } = fc.letrec<{ expression: NodeValue }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<NodeValue>(
        "x",
        "",
        "{Bucket}",
        "{Names#[0]}",
        "\ud800",
        true,
        1,
        region,
        bucket,
        names,
      ),
      fc.record({ fn, argv: fc.array(tie("expression"), { maxLength: 3 }) }),
      fc.json().map((text): NodeValue => JSON.parse(text)),
    ),
  }));
  const condition = fc.record({
    fn,
    argv: fc.array(expression, { maxLength: 3 }),
    assign: fc.constantFrom("A", "B"),
  });
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 3 }), expression, fc.json(), (conditions, error, given) => {
      const rules = [{ type: "error", conditions, error }];
      const parsed = parseRuleSet({ version: "1.1", parameters: PARAMETERS, rules });
      if (!parsed.rules) return;
      const outcome = evaluateRules(parsed.rules, new Map([["Bucket", "b"]]));
      expect(["error", "failure"]).toContain(outcome.kind);
      evaluateRules(parsed.rules, new Map([["Bucket", toValue(JSON.parse(given))]]));
    }),
  );
});
