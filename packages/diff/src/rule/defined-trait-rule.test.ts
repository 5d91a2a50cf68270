import { createModel, type NodeValue, type Shape } from "@shapelog/model";
import { expectLinear, modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { compareModels } from "../comparison.js";
import type { Finding } from "../finding.js";

/** Returns what is found from one text to another, both after the definitions. */
function find(definitions: string, before: string, after: string): Finding[] {
  const [old, now] = [before, after].map((text) => modelOf(`${definitions}\n${text}`));
  if (!old || !now) throw new Error("two texts give two models");
  return [...compareModels({ label: "before", model: old }, { label: "after", model: now }).findings];
}

const SERVICE = 'service S { version: "1", operations: [Put] }';

/** Returns what is found where the trait `t` of an operation changes. */
function findTrait(definitions: string, before: string, after: string): Finding[] {
  return find(`${SERVICE}\n${definitions}`, `${before}\noperation Put {}`, `${after}\noperation Put {}`);
}

function only(findings: readonly Finding[]): Finding {
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
}

describe("a change of a trait with breakingChanges", () => {
  const KEY = `
    @trait(selector: "member", breakingChanges: [
      { path: "/fields", change: "update", severity: "ERROR" }
      { change: "remove", severity: "WARNING", message: "Clients cache this." }
    ])
    structure key { fields: String, note: String }
    service S { version: "1", operations: [Get] }`;

  const findings = find(
    KEY,
    `operation Get { output := { @key(fields: "id") a: String, @key(fields: "x") b: String
      @key(fields: "x", note: "n") c: String } }`,
    `operation Get { output := { @key(fields: "name") a: String, b: String
      @key(fields: "x", note: "m") c: String } }`,
  );
  const of = (member: string) => findings.find((finding) => finding.member === member);

  it("has the severity of the entry that fits, and the values that differ", () => {
    expect(of("a")).toMatchObject({
      ...{ rule: "trait.changed.error", wire: "error", verdict: "breaking" },
      message: "`a` has another `@key`: `fields` `id` → `name`.",
    });
  });

  it("has the definition's message, word for word", () => {
    expect(of("b")).toMatchObject({
      ...{ rule: "trait.changed.warning", wire: "warning", verdict: "check" },
      message: "`b` no longer has `@key` (`fields` `x`). The trait's definition says: `Clients cache this.`",
    });
  });

  it("stays without a rule where no entry fits, and says what differs", () => {
    expect(of("c")).toMatchObject({
      rule: "unclassified",
      message: "`c` has another `@key`: `note` `n` → `m`; we have no rule for this yet.",
    });
    expect(findings).toHaveLength(3);
  });

  it.each([
    ["ERROR", "breaking", "error"],
    ["DANGER", "check", "danger"],
    ["WARNING", "check", "warning"],
    ["NOTE", "notice", "note"],
  ])("%s is %s", (severity, verdict, wire) => {
    const definition = `@trait(breakingChanges: [{ change: "any", severity: "${severity}" }]) string t`;
    expect(only(findTrait(definition, `@t("a")`, `@t("b")`))).toMatchObject({ verdict, wire });
  });

  it.each([
    ["add", "", `@t("a")`, true],
    ["add", `@t("a")`, "", false],
    ["remove", `@t("a")`, "", true],
    ["update", `@t("a")`, `@t("b")`, true],
    ["update", `@t("a")`, "", false],
    ["presence", "", `@t("a")`, true],
    ["presence", `@t("a")`, `@t("b")`, false],
    ["any", `@t("a")`, `@t("b")`, true],
  ])("an entry for %s speaks of `%s` to `%s`: %s", (change, before, after, speaks) => {
    const definition = `@trait(breakingChanges: [{ change: "${change}" }]) string t`;
    const { rule } = only(findTrait(definition, before, after));
    expect(rule).toBe(speaks ? "trait.changed.error" : "unclassified");
  });

  it("counts the worst of the entries that fit, and has the messages of all, each once", () => {
    const definition = `
      @trait(breakingChanges: [
        { path: "/a", change: "any", severity: "NOTE", message: "Of no weight." }
        { path: "/b/member", change: "any", severity: "DANGER", message: "Ask \`Ann\`, then go" }
      ])
      structure t { a: String, b: Names }
      list Names { member: String }`;
    const found = only(findTrait(definition, `@t(a: "1", b: ["x", "y"])`, `@t(a: "2", b: ["z", "w"])`));
    expect(found.rule).toBe("trait.changed.danger");
    expect(found.message).toContain(
      "The trait's definition says: `` Ask `Ann`, then go `` and `Of no weight.`",
    );
  });

  it("follows a definition that went with its trait", () => {
    const definition = `@trait(breakingChanges: [{ change: "remove" }]) string t`;
    const found = find(SERVICE, `${definition}\n@t("a") operation Put {}`, "operation Put {}");
    expect(found.map(({ rule }) => rule)).toContain("trait.changed.error");
  });

  it("reaches into maps", () => {
    const definition = `
      @trait(breakingChanges: [{ path: "/value/limit", change: "update", severity: "DANGER" }])
      map t { key: String, value: Limit }
      structure Limit { limit: Integer, note: String }`;
    const judged = (before: string, after: string) => only(findTrait(definition, before, after)).rule;
    expect(judged("@t(a: { limit: 1 })", "@t(a: { limit: 2 })")).toBe("trait.changed.danger");
    expect(judged(`@t(a: { note: "x" })`, `@t(a: { note: "y" })`)).toBe("unclassified");
  });
});

describe("a change of a trait without breakingChanges", () => {
  const POLICY = `
    @trait(selector: "operation")
    structure policy { rules: Rules, owner: String }
    list Rules { member: Rule }
    structure Rule { name: String, allow: StringList }
    list StringList { member: String }`;

  it("tells each path that differs with both values", () => {
    const found = only(
      findTrait(
        POLICY,
        `@policy(owner: "a", rules: [{ name: "r1", allow: ["x", "y"] }, { name: "r2", allow: ["z"] }])`,
        `@policy(owner: "a", rules: [{ name: "r1", allow: ["x"] }, { name: "r2", allow: ["z", "w"] }])`,
      ),
    );
    expect(found.rule).toBe("unclassified");
    expect(found.message).toBe(
      "`Put` has another `@policy`: `/rules/0/allow/1`: `y` is gone, `/rules/1/allow/1`: `w` is new; we have no rule for this yet.",
    );
  });

  it.each([
    ["the first of a list goes", `["a", "b", "c"]`, `["b", "c"]`, "`/0`: `a` is gone"],
    ["one comes into a list", `["a", "c"]`, `["a", "b", "c"]`, "`/1`: `b` is new"],
    ["a text becomes a number", `"1"`, "1", '`"1"` → `1`'],
    ["a text is empty", `"a"`, `""`, '`a` → `""`'],
    ["a key has a slash", `{ "a/b": 1 }`, `{ "a/b": 2 }`, "`/a~1b`: `1` → `2`"],
    ["a key has a backtick", '{ "a`b": 1 }', '{ "a`b": 2 }', "`` /a`b ``: `1` → `2`"],
    ["a key is a name", "{ a: 1 }", "{ a: true }", "`a` `1` → `true`"],
    ["an object becomes empty", "{ a: { b: 1 } }", "{ a: {} }", "`/a/b`: `1` is gone"],
  ])("where %s", (_, before, after, told) => {
    const { message } = only(findTrait("@trait document t", `@t(${before})`, `@t(${after})`));
    expect(message).toBe(`\`Put\` has another \`@t\`: ${told}; we have no rule for this yet.`);
  });

  it("lists a dozen paths and counts the rest", () => {
    const values = (start: number) =>
      `{${Array.from({ length: 20 }, (_, key) => `k${key}: ${start + key}`)}}`;
    const { message } = only(findTrait("@trait document t", `@t(${values(0)})`, `@t(${values(100)})`));
    expect(message.match(/→/g)).toHaveLength(12);
    expect(message).toContain(" and 8 more;");
  });

  it("does not show what nobody would read", () => {
    const long = "x".repeat(100_000);
    const { message } = only(
      findTrait("@trait document t", `@t({ a: "${long}", b: ["${long}"] })`, `@t({ a: "b", b: [] })`),
    );
    expect(message).toContain("`a` changed, `/b/0` is gone");
  });
});

describe("hostile values", () => {
  const entries = (path: string, count: number): NodeValue =>
    Array.from({ length: count }, (_, index) => ({
      ...{ path, change: "any", severity: "NOTE", message: `${index}` },
    }));
  const definition = (breakingChanges: NodeValue): Shape => ({
    ...{ kind: "list", id: "ex#t", mixins: [], traits: { "smithy.api#trait": { breakingChanges } } },
    members: [{ name: "member", target: "smithy.api#Document", traits: {} }],
  });
  /** Returns what is found where the trait of `count` operations changes. */
  const judged = (values: readonly NodeValue[], trait: Shape, count = 1): readonly Finding[] => {
    const [before, after] = values.map((value) => {
      const operations = Array.from({ length: count }, (_, index): Shape => {
        const signature = { input: "smithy.api#Unit", output: "smithy.api#Unit", errors: [] };
        return {
          kind: "operation",
          id: `ex#Put${index}`,
          ...signature,
          mixins: [],
          traits: { "ex#t": value },
        };
      });
      return createModel([...operations, trait]);
    });
    if (!before || !after) throw new Error("expected two values");
    return compareModels({ label: "before", model: before }, { label: "after", model: after }).findings;
  };

  it("are told in a bounded sentence: deep ones, with more entries than anyone reads", () => {
    const nest = (inner: NodeValue) =>
      Array.from({ length: 900 }).reduce<NodeValue>((value) => ({ ["~".repeat(9)]: value }), inner);
    const found = only(judged([nest(1), nest(2)], definition(entries("", 1000))));
    expect(found.rule).toBe("trait.changed.note");
    expect(found.message.length).toBeLessThan(1000);
    expect(found.message).toContain(" and at least 15 more.");
  });

  it("take time in step with their size, and with that of their definition", () => {
    expectLinear(
      (size) => {
        const list = (start: number) => Array.from({ length: size }, (_, index) => start + index);
        return judged([list(0), list(size * 2)], definition(entries("/member", size)));
      },
      { size: 40_000 },
    );
  });

  it("take time in step with the number of changes, however many entries a definition has", () => {
    expectLinear((size) => judged([["a"], ["b"]], definition(entries("/member", size)), size), {
      size: 4000,
    });
  });
});
