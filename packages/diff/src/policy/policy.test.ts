import { requireNumber } from "@shapelog/model";
import { AUTH_EVENTS_VALUES, authEventsModel, eventsId } from "@shapelog/testing/auth-events";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { compareModels, countedFindings, withOwnOperations, withPolicy } from "../comparison.js";
import { summarize } from "../summarize.js";
import { applyPolicy } from "./apply-policy.js";
import { BUILT_IN_POLICIES } from "./built-in-policies.js";
import { findUnknownTargets, findUnmatchedEntries } from "./find-idle-entries.js";
import { findRuleIds } from "./known-rules.js";
import { matchGlob } from "./match-glob.js";
import type { PolicyEntry, PolicySelector } from "./policy.js";
import { POLICY_SCHEMA } from "./policy-schema.js";
import { readPolicy } from "./read-policy.js";

const comparison = compareModels(
  { label: "before", model: authEventsModel(AUTH_EVENTS_VALUES.before) },
  { label: "after", model: authEventsModel(AUTH_EVENTS_VALUES.after) },
);
const { findings } = comparison;
const REPLACED = "response.enum.values-replaced";
const ADDED = "response.enum.value-added";

function judged(...entries: readonly PolicyEntry[]) {
  return applyPolicy(findings, { name: "team", entries }).map(({ rule, verdict, wire, source, policy }) => ({
    ...{ rule, verdict, wire, source, suppressed: policy?.suppressed ?? false },
  }));
}

describe("applyPolicy", () => {
  it("changes severities and with them the verdict, and says what they were and why", () => {
    const [first] = applyPolicy(findings, {
      name: "team",
      entries: [{ rule: REPLACED, severity: "error", reason: "We store them." }],
    });
    expect(first).toMatchObject({
      verdict: "breaking",
      wire: "error",
      source: "error",
      bump: "major",
      policy: {
        policy: "team",
        reason: "We store them.",
        was: { wire: "danger", source: "error", verdict: "check" },
      },
    });
  });

  it("lets the last entry that matches decide", () => {
    const all = { severity: "error", reason: "all" } as const;
    const one = { rule: ADDED, severity: "note", reason: "one" } as const;
    expect(judged(all, one).map(({ wire }) => wire)).toEqual(["error", "note"]);
    expect(judged(one, all).map(({ wire }) => wire)).toEqual(["error", "error"]);
  });

  it.each([
    ["a rule's pattern", { rule: "response.enum.*" }, 2],
    ["a shape's name", { shape: "EventType" }, 1],
    ["a shape's id", { shape: eventsId("EventResponseType") }, 1],
    ["a pattern of ids", { shape: "com.example.*#Event*" }, 2],
    ["a direction", { direction: "request" }, 0],
    ["an operation", { operation: "ListAuthEvents" }, 2],
    ["another operation", { operation: "Other" }, 0],
    ["a member, where the findings have none", { member: "*" }, 0],
  ] as const)("suppresses by %s", (_, selector, expected) => {
    const found = judged({ ...selector, suppress: true, reason: "r" });
    expect(found.filter(({ suppressed }) => suppressed)).toHaveLength(expected);
  });

  it.each([
    ["met, and asked for that", true, true, 2],
    ["met, and asked for what is not", true, false, 0],
    ["never met, and asked for that", false, false, 2],
    ["not looked for", undefined, false, 0],
    ["not looked for, and asked for what is met", undefined, true, 0],
  ])("goes by traffic: what was %s", (_, used, asked, expected) => {
    const traffic = used === undefined ? undefined : { calls: { count: 1 }, told: 0, used };
    const weighed = findings.map((finding) => ({ ...finding, ...(traffic ? { traffic } : {}) }));
    const entries: PolicyEntry[] = [{ used: asked, suppress: true, reason: "r" }];
    const found = applyPolicy(weighed, { name: "team", entries });
    expect(found.filter(({ policy }) => policy?.suppressed)).toHaveLength(expected);
  });

  it("softens for a shape only what is told of no other, and raises what is told of it", () => {
    const shared = findings.map((finding) => ({ ...finding, shapes: ["a#Mine", "a#Other"] }));
    const wires = (entry: PolicyEntry) =>
      applyPolicy(shared, { name: "team", entries: [entry] }).map(({ wire }) => wire);
    expect(wires({ shape: "Mine", severity: "note", reason: "r" })).toEqual(["danger", "danger"]);
    expect(wires({ shape: "Mine", severity: "error", reason: "r" })).toEqual(["error", "error"]);
    expect(wires({ shape: "a#*", severity: "note", reason: "r" })).toEqual(["note", "note"]);
  });

  it("softens for an operation only what reaches no other, and raises what reaches it", () => {
    const shared = findings.map((finding) => ({ ...finding, operations: ["a#Mine", "a#Other"] }));
    const wires = (entry: PolicyEntry) =>
      applyPolicy(shared, { name: "team", entries: [entry] }).map(({ wire }) => wire);
    expect(wires({ operation: "Mine", severity: "note", reason: "r" })).toEqual(["danger", "danger"]);
    expect(wires({ operation: "Mine", severity: "error", reason: "r" })).toEqual(["error", "error"]);
  });
});

describe("a comparison under a policy", () => {
  it("keeps what is suppressed, out of the figures but for the bump", () => {
    const policed = withPolicy(comparison, { name: "team", entries: [{ suppress: true, reason: "r" }] });
    expect(policed.suppressed).toHaveLength(2);
    expect(countedFindings(policed)).toEqual([]);
    expect(summarize(policed)).toMatchObject({ verdicts: { check: 0 }, suppressed: 2, bump: "major" });
  });

  it("counts what touches one's own operations alone", () => {
    const mine = withOwnOperations(comparison, [eventsId("ListAuthEvents")]);
    const others = withOwnOperations(comparison, [eventsId("Other")]);
    expect(countedFindings(mine)).toHaveLength(2);
    expect(countedFindings(others)).toHaveLength(0);
    expect(summarize(others)).toMatchObject({ verdicts: { check: 0 }, others: 2 });
  });
});

describe("the built-in policies", () => {
  const entries = [...BUILT_IN_POLICIES.values()].flatMap((policy) =>
    policy.entries.map((entry) => [policy.name, entry.rule ?? ""] as const),
  );

  it.each(entries)("%s: %s is a rule or a pattern of rules", (_, rule) => {
    expect(findRuleIds().filter((id) => matchGlob(rule, id))).not.toEqual([]);
  });

  it("strict makes new values in responses an error", () => {
    const strict = BUILT_IN_POLICIES.get("strict")!;
    expect(applyPolicy(findings, strict).map(({ verdict }) => verdict)).toEqual(["breaking", "breaking"]);
  });
});

describe("readPolicy", () => {
  const read = (value: unknown) =>
    readPolicy(value, { name: "policy.json", location: { file: "policy.json", pointer: "/policy" } });

  it("puts its rules after those it extends", () => {
    const { policy } = read({ extends: "strict", rules: [{ rule: ADDED, severity: "note", reason: "r" }] });
    expect(policy?.entries.at(-1)).toMatchObject({ rule: ADDED, severity: "note", reason: "r" });
    expect(policy?.entries.length).toBeGreaterThan(10);
  });

  it("names the nearest rule for one that is not known, and its place", () => {
    const { policy, diagnostics } = read({
      rules: [{ rule: "response.enum.value-addd", suppress: true, reason: "r" }],
    });
    expect(policy).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: "diff/unknown-rule",
        message: 'No rule is called "response.enum.value-addd"; did you mean response.enum.value-added?',
        location: { file: "policy.json", pointer: "/policy/rules/0/rule" },
      },
    ]);
  });

  it("reports each problem at its place", () => {
    const { diagnostics } = read({
      extend: "strict",
      rules: [{ severity: "fatal", reason: "r" }, 5, requireNumber("1e400")],
    });
    expect(diagnostics.map(({ message, location }) => [location?.pointer, message])).toEqual([
      [
        "/policy/extend",
        'The policy policy.json cannot be used: "extend" is not known; did you mean extends?',
      ],
      [
        "/policy/rules/0/severity",
        "The policy policy.json cannot be used: expected one of note, warning, danger, error, or an object of wire and source.",
      ],
      ["/policy/rules/1", "The policy policy.json cannot be used: expected an object."],
      ["/policy/rules/2", "The policy policy.json cannot be used: expected an object."],
    ]);
  });

  const validate = new Ajv2020({ strict: false }).compile(POLICY_SCHEMA);
  const rule = { rule: ADDED, suppress: true, reason: "r" };
  it.each<[string, unknown]>([
    ["nothing", {}],
    ["a base", { extends: "smithy" }],
    ["an unknown base", { extends: "loose" }],
    ["a list", []],
    ["null", null],
    ["a rule", { rules: [rule] }],
    ["a rule for everything", { rules: [{ suppress: true, reason: "r" }] }],
    ["no reason", { rules: [{ rule: ADDED, suppress: true }] }],
    ["a blank reason", { rules: [{ ...rule, reason: " " }] }],
    ["both effects", { rules: [{ ...rule, severity: "note" }] }],
    ["no effect", { rules: [{ rule: ADDED, reason: "r" }] }],
    ["suppress false", { rules: [{ ...rule, suppress: false }] }],
    ["one severity", { rules: [{ severity: { wire: "note" }, reason: "r" }] }],
    ["no severity", { rules: [{ severity: {}, reason: "r" }] }],
    ["an unknown severity", { rules: [{ severity: { wire: "fatal" }, reason: "r" }] }],
    ["an unknown side", { rules: [{ severity: { wires: "note" }, reason: "r" }] }],
    ["an empty pattern", { rules: [{ ...rule, shape: "" }] }],
    ["a direction", { rules: [{ ...rule, direction: "response" }] }],
    ["an unknown direction", { rules: [{ ...rule, direction: "up" }] }],
    ["an unknown key", { rules: [{ ...rule, __proto__: null, extra: 1 }] }],
  ])("agrees with its schema on %s", (_, value) => {
    expect(read(value).policy !== undefined).toBe(validate(value));
  });
});

describe("matchGlob", () => {
  it.each([
    ["", "", true],
    ["*", "", true],
    ["a*c", "abc", true],
    ["a*c", "abcd", false],
    ["*a*b*", "xxaxxbxx", true],
    ["a.b", "axb", false],
    ["a", "ab", false],
  ])("%s against %s is %s", (pattern, text, expected) => {
    expect(matchGlob(pattern, text)).toBe(expected);
  });

  it("takes no exponential time", () => {
    expect(matchGlob(`${"*a".repeat(40)}b`, "a".repeat(5000))).toBe(false);
  });
});

describe("findUnknownTargets", () => {
  const models = [comparison.before.model, comparison.after.model];
  const location = { file: "policy.json", pointer: "/rules/0" };
  const unknown = (selector: PolicySelector, place?: typeof location) =>
    findUnknownTargets(
      {
        name: "team",
        entries: [{ ...selector, suppress: true, reason: "r", ...(place ? { location: place } : {}) }],
      },
      models,
    ).map(({ data }) => data);

  it.each<[string, PolicySelector]>([
    ["an operation's name", { operation: "ListAuthEvents" }],
    ["a shape's id", { shape: eventsId("EventType") }],
    ["a pattern", { shape: "Event*", operation: "*Auth*" }],
    ["a pattern of ids", { shape: "com.example.*#EventType" }],
    ["a member", { member: "EventResponse" }],
    ["a rule alone", { rule: "operation.removed" }],
  ])("takes %s of the models", (_, selector) => {
    expect(unknown(selector, location)).toEqual([]);
  });

  it("finds each name that no model has, and the nearest one", () => {
    expect(unknown({ shape: "EventTyp", operation: "EventType", member: "x*y" }, location)).toEqual([
      { kind: "operation", name: "EventType", similar: [] },
      { kind: "shape", name: "EventTyp", similar: ["EventType"] },
      { kind: "member", name: "x*y", similar: [] },
    ]);
  });

  it("says nothing of entries that stand nowhere", () => {
    expect(unknown({ shape: "Nope" })).toEqual([]);
  });
});

describe("findUnmatchedEntries", () => {
  it("asks for findings only until each entry was about one", () => {
    const location = { file: "policy.json" };
    const entries: PolicyEntry[] = [{ shape: "EventType", suppress: true, reason: "r", location }];
    const asked: string[] = [];
    function* each() {
      asked.push("none");
      yield [];
      asked.push("all");
      yield findings;
      asked.push("more");
      yield findings;
    }
    expect(findUnmatchedEntries({ name: "team", entries }, each())).toEqual([]);
    expect(asked).toEqual(["none", "all"]);
    expect(findUnmatchedEntries({ name: "team", entries }, [[]])).toMatchObject([
      { code: "diff/unmatched-entry", severity: "warning", location },
    ]);
  });
});
