import type { NodeValue } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { readEndpointTests, runEndpointTest } from "./endpoint-tests.js";
import { evaluateRules, type Outcome } from "./evaluate.js";
import { describeFailure } from "./failures.js";
import { parseDecisionDiagram, parseRuleSet } from "./parse-rule-set.js";
import { toValue } from "./value.js";

function call(fn: string, ...argv: readonly NodeValue[]) {
  return { fn, argv };
}

function describeOutcome(outcome: Outcome): string {
  if (outcome.kind === "failure") return describeFailure(outcome.failure);
  return outcome.kind === "error" ? outcome.error : outcome.endpoint.url;
}

function run(value: NodeValue, given: Readonly<Record<string, NodeValue>>, parse = parseRuleSet): string {
  const { rules, problems } = parse(value);
  if (!rules) return problems.map(({ text }) => text).join();
  const params = new Map(Object.entries(given).map(([name, each]) => [name, toValue(each)]));
  return describeOutcome(evaluateRules(rules, params));
}

/** Returns `set` where a function of the text `{T}` gives a value that is not false, and otherwise `unset`. */
function find(text: string, condition: Readonly<Record<string, NodeValue>>, shown = "set"): string {
  const rules = [
    { type: "error", conditions: [condition], error: shown },
    { type: "error", error: "unset" },
  ];
  return run({ version: "1.1", parameters: { T: { type: "string", required: true } }, rules }, { T: text });
}

const T = { ref: "T" };
const LONG = "a".repeat(63);

describe("functions", () => {
  it.each([
    ["plain", "%20%21%2A~-_.%2F%C3%A9", " !*~-_./é"],
    ["lone surrogates", "%3F", "\ud800"],
  ])("encodes %s for URIs", (_, expected, text) => {
    expect(find(text, { ...call("uriEncode", T), assign: "r" }, "{r}")).toBe(expected);
  });

  it.each<[string, number, number, boolean, string]>([
    ["abcdef", 0, 2, false, "ab"],
    ["abcdef", 0, 2, true, "ef"],
    ["abcdef", 1, 6, true, "abcde"],
    ["abc", 0, 4, false, "unset"],
    ["abc", 2, 2, false, "unset"],
    ["aé", 0, 1, false, "unset"],
  ])("takes of %s what stands from %i to %i, reversed: %s", (text, start, stop, reverse, expected) => {
    expect(find(text, { ...call("substring", T, start, stop, reverse), assign: "r" }, "{r}")).toBe(expected);
  });

  it.each<[string, number, string]>([
    ["a--b--c", 0, "a|c"],
    ["a--b--c", 2, "a|b--c"],
    ["a--b--c", 1, "a--b--c|a--b--c"],
    ["--", 0, "|"],
    ["", 0, "|"],
  ])("splits %s with limit %i", (text, limit, expected) => {
    const parts = { ...call("split", T, "--", limit), assign: "p" };
    const condition = (index: string, assign: string) => ({
      ...call("getAttr", { ref: "p" }, index),
      assign,
    });
    const rules = [
      { type: "error", conditions: [parts, condition("[0]", "a"), condition("[-1]", "z")], error: "{a}|{z}" },
    ];
    expect(
      run({ version: "1.1", parameters: { T: { type: "string", required: true } }, rules }, { T: text }),
    ).toBe(expected);
  });

  it.each([
    ["https://example.com", "https example.com  / false"],
    ["HTTP://user@127.0.0.1:8080/a", "http user@127.0.0.1:8080 /a /a/ true"],
    ["https://[::1]/a/", "https [::1] /a/ /a/ true"],
    ["https://256.1.1.01/", "https 256.1.1.01 / / false"],
    ["https://example.com?x", "unset"],
    ["https://example.com:port", "unset"],
    ["wss://example.com", "unset"],
    ["example.com", "unset"],
  ])("parses the URL %s", (text, expected) => {
    const conditions = [
      { ...call("parseURL", T), assign: "u" },
      { ...call("ite", call("getAttr", { ref: "u" }, "isIp"), "true", "false"), assign: "ip" },
    ];
    const error = "{u#scheme} {u#authority} {u#path} {u#normalizedPath} {ip}";
    const rules = [
      { type: "error", conditions, error },
      { type: "error", error: "unset" },
    ];
    expect(
      run({ version: "1.1", parameters: { T: { type: "string", required: true } }, rules }, { T: text }),
    ).toBe(expected);
  });

  it.each<[string, string, boolean, string]>([
    ["isValidHostLabel", LONG, false, "set"],
    ["isValidHostLabel", `${LONG}a`, false, "unset"],
    ["isValidHostLabel", "a.b", false, "unset"],
    ["isValidHostLabel", "a.b", true, "set"],
    ["isValidHostLabel", "a..b", true, "unset"],
    ["isValidHostLabel", "-a", false, "unset"],
    ["isValidHostLabel", "a\n", false, "unset"],
    ["aws.isVirtualHostableS3Bucket", "a-b", false, "set"],
    ["aws.isVirtualHostableS3Bucket", "ab", false, "unset"],
    ["aws.isVirtualHostableS3Bucket", "aBc", false, "unset"],
    ["aws.isVirtualHostableS3Bucket", "a.b", false, "unset"],
    ["aws.isVirtualHostableS3Bucket", "a.b", true, "set"],
    ["aws.isVirtualHostableS3Bucket", "a.-b", true, "unset"],
    ["aws.isVirtualHostableS3Bucket", "192.168.5.4", true, "unset"],
  ])("%s of %s, dots allowed: %s", (fn, text, allowDots, expected) => {
    expect(find(text, call(fn, T, allowDots))).toBe(expected);
  });

  it.each([
    ["arn:aws:s3:::bucket/key:x", "aws s3   bucket x"],
    ["arn:aws:sns:us-west-2:012345678910:topic", "aws sns us-west-2 012345678910 topic topic"],
    ["arn:aws:s3:::", "unset"],
    ["arn::s3:::x", "unset"],
    ["urn:aws:s3:::x", "unset"],
  ])("parses the ARN %s", (text, expected) => {
    const conditions = [
      { ...call("aws.parseArn", T), assign: "a" },
      { ...call("getAttr", { ref: "a" }, "resourceId[0]"), assign: "first" },
      { ...call("getAttr", { ref: "a" }, "resourceId[-1]"), assign: "last" },
    ];
    const error = "{a#partition} {a#service} {a#region} {a#accountId} {first} {last}";
    const rules = [
      { type: "error", conditions, error },
      { type: "error", error: "unset" },
    ];
    expect(
      run({ version: "1.1", parameters: { T: { type: "string", required: true } }, rules }, { T: text }),
    ).toBe(expected);
  });

  it.each([
    ["us-east-1", "aws api.aws"],
    ["us-gov-west-1", "aws-us-gov api.aws"],
    ["aws-cn-global", "aws-cn api.amazonwebservices.com.cn"],
    ["us-isob-moon-9", "aws-iso-b api.aws.scloud"],
    ["moon", "aws api.aws"],
  ])("finds the partition of %s", (text, expected) => {
    expect(find(text, { ...call("aws.partition", T), assign: "p" }, "{p#name} {p#dualStackDnsSuffix}")).toBe(
      expected,
    );
  });
});

const PARAMETERS = {
  Region: { type: "string" },
  Stage: { type: "string", required: true, default: "live" },
};

it("takes the first rule whose conditions hold, and keeps what a branch assigns in it", () => {
  const rules = [
    {
      type: "tree",
      conditions: [
        call("isSet", { ref: "Region" }),
        { ...call("uriEncode", { ref: "Region" }), assign: "r" },
      ],
      rules: [
        { type: "error", conditions: [call("stringEquals", { ref: "r" }, "moon")], error: "No {r}" },
        { type: "endpoint", endpoint: { url: "https://{r}.{Stage}.example.com" } },
      ],
    },
    {
      type: "endpoint",
      conditions: [{ ...call("uriEncode", "x"), assign: "r" }],
      endpoint: { url: "https://{r}" },
    },
  ];
  const value = { version: "1.0", parameters: PARAMETERS, rules };
  expect(run(value, { Region: "eu" })).toBe("https://eu.live.example.com");
  expect(run(value, { Region: "moon" })).toBe("No moon");
  expect(run(value, { Stage: "beta" })).toBe("https://x");
});

it("says why there is no outcome", () => {
  const conditions = [call("stringEquals", { ref: "Stage" }, "beta")];
  const none = [{ type: "error", conditions, error: "x" }];
  const explain = (rules: NodeValue, given = {}) =>
    run({ version: "1.1", parameters: PARAMETERS, rules }, given);
  expect(explain(none)).toBe("no rule applies, and nothing stands in for one");
  expect(explain([{ type: "tree", rules: none }])).toBe("no rule applies, and nothing stands in for one");
  expect(explain(none, { Stage: true })).toBe("the rules need a string, found true");
  expect(explain([{ type: "error", conditions: [call("split", "a", "", 0)], error: "x" }])).toContain(
    "delimiter",
  );
});

it("stops where a text grows without end", () => {
  const conditions = Array.from({ length: 60 }, (_, index) => {
    const before = index === 0 ? "Stage" : `T${index - 1}`;
    return { ...call("coalesce", `{${before}}{${before}}`, ""), assign: `T${index}` };
  });
  const rules = [{ type: "error", conditions, error: "{T59}" }];
  expect(run({ version: "1.1", parameters: PARAMETERS, rules }, {})).toContain("longer than");
});

/** Returns the base64 of nodes. */
function encode(...nodes: readonly DiagramNode[]): string {
  const numbers = nodes.flat();
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  for (const [index, number] of numbers.entries()) view.setInt32(index * 4, number);
  return Buffer.from(view.buffer).toString("base64");
}

type DiagramNode = readonly [condition: number, high: number, low: number];

/** Runs a diagram of the terminal and further nodes, which can ask whether there is a region. */
function runDiagram(
  nodes: readonly DiagramNode[],
  root: number,
  given: Readonly<Record<string, NodeValue>>,
): string {
  const value = {
    version: "1.1",
    parameters: { Region: { type: "string" } },
    conditions: [call("isSet", { ref: "Region" })],
    results: [
      { type: "error", error: "{Region}" },
      { type: "error", error: "none" },
    ],
    root,
    nodeCount: nodes.length + 1,
    nodes: encode([-1, 1, -1], ...nodes),
  };
  return run(value, given, parseDecisionDiagram);
}

const RESULT = 100_000_000;

it("walks a decision diagram, turning branches about behind a complement", () => {
  const plain: DiagramNode = [0, RESULT + 1, RESULT + 2];
  expect(runDiagram([plain], 2, { Region: "eu" })).toBe("eu");
  expect(runDiagram([plain], 2, {})).toBe("none");
  const turned: DiagramNode = [0, RESULT + 2, RESULT + 1];
  expect(runDiagram([[0, -3, -3], turned], 2, { Region: "eu" })).toBe("eu");
  expect(runDiagram([[0, -3, -3], turned], 2, {})).toBe("none");
});

it.each<[string, DiagramNode]>([
  ["goes in circles", [0, 2, 2]],
  ["leads to no result", [0, -1, -1]],
  ["leads to no result", [0, RESULT, RESULT]],
  ["not there", [0, RESULT + 9, RESULT + 9]],
  ["not there", [7, 1, 1]],
  ["not there", [0, -9, -9]],
])("says that a decision diagram %s: %j", (expected, node) => {
  expect(runDiagram([node], 2, {})).toContain(expected);
});

const ENDPOINT = {
  url: "https://example.com",
  headers: { "x-a": ["{Stage}"] },
  properties: { authSchemes: [{ name: "sigv4", signingName: "{Stage}" }] },
};

it.each<[string, NodeValue]>([
  [
    "",
    {
      endpoint: {
        url: "https://example.com",
        headers: { "x-a": ["live"] },
        properties: { authSchemes: [{ signingName: "live", name: "sigv4" }] },
      },
    },
  ],
  ["different-url", { endpoint: { url: "https://example.org" } }],
  ["different-part", { endpoint: { url: "https://example.com", headers: { "x-a": ["beta"] } } }],
  ["extra-part", { endpoint: { url: "https://example.com", headers: { "x-a": ["live"] } } }],
  ["missing-part", { endpoint: { url: "https://example.com", headers: { "x-a": ["live"], "x-b": [] } } }],
  ["unexpected-endpoint", { error: "no" }],
])("compares all of an endpoint: %s", (expected, expectation) => {
  const rules = [{ type: "endpoint", endpoint: ENDPOINT }];
  const parsed = parseRuleSet({ version: "1.0", parameters: PARAMETERS, rules });
  const [test] = readEndpointTests({ version: "1.0", testCases: [{ expect: expectation }] });
  expect(parsed.problems).toEqual([]);
  expect(runEndpointTest(parsed.rules!, test!)?.kind ?? "").toBe(expected);
});
