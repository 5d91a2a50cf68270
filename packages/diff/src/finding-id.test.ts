import { createModel, type Model } from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { compareModels } from "./comparison.js";
import type { Finding, JudgedFinding } from "./finding.js";
import { withIds } from "./finding-id.js";

interface Parts {
  readonly kinds?: string;
  readonly members?: string;
  readonly more?: string;
  readonly operations?: string;
}

/** A service whose operation returns a page with kinds; what is not given is as it was. */
function events({ kinds = "SIGN_IN SIGN_UP", members = "", more = "", operations = "" }: Parts = {}): Model {
  return modelOf(`
    service Events { version: "1", operations: [ListEvents ${operations}] }
    operation ListEvents { input: Query, output: Page }
    structure Query { text: String ${members} }
    structure Page { kind: Kind ${members} }
    enum Kind { ${kinds} }
    ${more}
  `);
}

function findingsOf(before: Model, after: Model): readonly Finding[] {
  return compareModels({ label: "before", model: before }, { label: "after", model: after }).findings;
}

/** Returns the id of the one finding that a rule has. */
function idOf(rule: string, before: Model, after: Model): string {
  const found = findingsOf(before, after).filter((finding) => finding.rule === rule);
  expect(found.map((finding) => finding.rule)).toEqual([rule]);
  return found[0]?.id ?? "";
}

const ADDED = "response.enum.value-added";
const withReset = "SIGN_IN SIGN_UP RESET";

describe("the id of a finding", () => {
  const id = idOf(ADDED, events(), events({ kinds: withReset }));

  it("is the same in every release of this package", () => {
    expect(id).toBe("226a713299ae");
  });

  it.each<[string, Parts, Parts]>([
    ["documentation of what is new joins", {}, { kinds: "SIGN_IN SIGN_UP /// Of passwords.\n RESET" }],
    ["it stands elsewhere in its list", {}, { kinds: "RESET SIGN_IN SIGN_UP" }],
    ["another change joins", {}, { kinds: withReset, members: "size: Integer" }],
    [
      "another operation joins that uses the shape",
      {},
      {
        kinds: withReset,
        operations: "Other",
        more: "operation Other { output := { first: Kind } }",
      },
    ],
    [
      "another service joins",
      {},
      {
        kinds: withReset,
        more: 'service Audit { version: "1", operations: [Look] }\n operation Look {}',
      },
    ],
    ["another shape goes", { more: "structure Old { text: String }" }, { kinds: withReset }],
  ])("stays when %s", (_, before, after) => {
    expect(idOf(ADDED, events(before), events({ kinds: withReset, ...after }))).toBe(id);
  });

  it("stays when the shapes are read in another order", () => {
    const reversed = ({ shapes }: Model) => createModel([...shapes.values()].reverse());
    expect(idOf(ADDED, reversed(events()), reversed(events({ kinds: withReset })))).toBe(id);
  });

  it("is that of the whole, whatever was in between", () => {
    const limited = (limit: string) =>
      modelOf(`
      service Events { version: "1", operations: [Find] }
      operation Find { input := { @length(max: ${limit}) text: String } }`);
    const [first, middle, last] = ["30", "20", "10"].map(limited) as [Model, Model, Model];
    const rule = "request.limit.tightened";
    const whole = idOf(rule, first, last);
    expect([idOf(rule, first, middle), idOf(rule, middle, last)]).not.toContain(whole);
    expect(idOf(rule, first, limited("10"))).toBe(whole);
  });

  it.each<[string, Parts]>([
    ["another value", { kinds: "SIGN_IN SIGN_UP LEAVE" }],
    ["one more value", { kinds: `${withReset} LEAVE` }],
  ])("is another one of %s", (_, after) => {
    expect(idOf(ADDED, events(), events(after))).not.toBe(id);
  });

  it("is another one in another direction, of another member, and of another type", () => {
    const added = (members: string) => findingsOf(events(), events({ members })).map((finding) => finding.id);
    const ids = ["size: Integer", "size: Long", "count: Integer"].flatMap(added);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });

  it("is another one of a service that has a shape in common", () => {
    const of = (service: string, values: string) =>
      modelOf(`
      service ${service} { version: "1", operations: [List] }
      operation List { output := { kind: Kind } }
      enum Kind { ${values} }`);
    const [one, other] = ["One", "Other"].map((name) => idOf(ADDED, of(name, "A"), of(name, "A B")));
    expect(one).not.toBe(other);
  });

  it("tells what two operations lost apart", () => {
    const two = (output: string) =>
      modelOf(`
      service S { version: "1", operations: [Allow, Forbid] }
      operation Allow { ${output} }
      operation Forbid { ${output} }`);
    const ids = findingsOf(two("output := { done: Boolean }"), two("")).map((finding) => finding.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("of a namespace that moved hangs on nothing else that became of it", () => {
    const inNamespace = (namespace: string, output: string, more = "") =>
      modelOf(`namespace ${namespace}
        service Events { version: "1", operations: [ListEvents] }
        operation ListEvents { output := { ${output} } }
        ${more}`);
    const before = inNamespace("old", "text: String");
    const moved = inNamespace("now", "text: String");
    const changed = inNamespace("now", "text: String, list: Texts", "list Texts { member: String }");
    expect(idOf("namespace.changed", before, changed)).toBe(idOf("namespace.changed", before, moved));
  });

  it("tells what differs in nothing but its places apart, whatever their order", () => {
    const models = { before: events(), after: events({ kinds: withReset }) };
    const [finding] = findingsOf(models.before, models.after) as [Finding];
    const { id: given, ...judged } = finding;
    const at = (path: string): JudgedFinding => ({
      ...judged,
      positions: [{ operation: "example#ListEvents", direction: "response", path }],
    });
    const [one, other] = withIds([at("kind"), at("last.kind")], models).map((each) => each.id);
    expect(withIds([at("last.kind"), at("kind")], models).map((each) => each.id)).toEqual([other, one]);
    expect(new Set([given, one, other]).size).toBe(3);
    expect(new Set(withIds([at("kind"), at("kind")], models).map((each) => each.id)).size).toBe(2);
  });
});
