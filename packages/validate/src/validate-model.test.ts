import { createModel, type NodeValue, type Shape } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { defineLinter, defineRule } from "./rule.js";
import { validateModel } from "./validate-model.js";

const definitions = createModel([]);
const city: Shape = { kind: "string", id: "example#City", traits: {} };

function named(
  name: string,
  severity: "error" | "warning" | "note",
  stage: "correctness" | "critical" | "ordinary" = "ordinary",
) {
  return defineRule({
    name,
    stage,
    events: { [name]: { severity, message: (d: { shape: string }) => `${d.shape} is told of.` } },
    *validate(context, event) {
      for (const { id } of context.shapes) yield event(name, { shape: id }, { shape: id });
    },
  });
}

function run(metadata: Record<string, NodeValue>, rules = [named("Told", "note")], shapes = [city]) {
  const model = createModel(shapes, Object.entries(metadata));
  const { events, suppressed } = validateModel({ model, definitions, rules });
  return {
    events: events.map(({ code, severity, shape }) => `${severity} ${code} ${shape ?? "-"}`),
    suppressed: suppressed.map(
      ({ code, suppression }) => `${code} ${suppression.by} ${suppression.reason ?? "-"}`,
    ),
  };
}

describe("stages", () => {
  it("runs no ordinary rules after an error of a critical one, unless told to", () => {
    const rules = [named("A", "error", "critical"), named("B", "note")];
    expect(run({}, rules).events).toEqual(["error A example#City"]);
    const model = createModel([city]);
    expect(validateModel({ model, definitions, rules, afterErrors: true }).events).toHaveLength(2);
  });

  it("runs nothing after an error of a correctness rule, whatever is asked", () => {
    const rules = [named("A", "error", "correctness"), named("B", "note", "critical"), named("C", "note")];
    const model = createModel([city]);
    const { events } = validateModel({ model, definitions, rules, afterErrors: true });
    expect(events.map(({ code }) => code)).toEqual(["A"]);
  });

  it("goes on after warnings", () => {
    expect(run({}, [named("A", "warning", "correctness"), named("B", "note")]).events).toHaveLength(2);
  });
});

describe("suppressions", () => {
  it.each([
    ["the id", { id: "Told", namespace: "example" }, true],
    ["any namespace", { id: "Told", namespace: "*" }, true],
    ["another namespace", { id: "Told", namespace: "other" }, false],
    ["an id that only begins alike", { id: "Tol", namespace: "*" }, false],
    ["an id below", { id: "Told.Twice", namespace: "*" }, false],
  ])("by %s", (_, suppression, expected) => {
    const { events, suppressed } = run({ suppressions: [{ ...suppression, reason: "We know." }] });
    expect(suppressed).toEqual(expected ? ["Told metadata We know."] : []);
    expect(events).toHaveLength(expected ? 0 : 1);
  });

  it("take all ids below theirs", () => {
    const rules = [named("Told.Twice", "note")];
    expect(run({ suppressions: [{ id: "Told", namespace: "*" }] }, rules).events).toEqual([]);
  });

  it("never hide an error", () => {
    const rules = [named("Told", "error")];
    expect(run({ suppressions: [{ id: "Told", namespace: "*" }] }, rules).events).toHaveLength(1);
  });

  it("by a trait hold for that shape alone", () => {
    const quiet: Shape = { kind: "string", id: "example#Quiet", traits: { "smithy.api#suppress": ["Told"] } };
    const { events, suppressed } = run({}, undefined, [city, quiet]);
    expect(events).toEqual(["note Told example#City"]);
    expect(suppressed).toEqual(["Told trait -"]);
  });

  it.each([
    ["no list", "all"],
    ["an entry that is no object", ["Told"]],
    ["no id", [{ namespace: "*" }]],
    ["no namespace", [{ id: "Told" }]],
    ["a reason that is no string", [{ id: "Told", namespace: "*", reason: 1 }]],
  ])("report %s", (_, suppressions) => {
    expect(run({ suppressions }).events).toContain("error Model -");
  });
});

describe("severity overrides", () => {
  it("make an event worse, never better", () => {
    const raise = { severityOverrides: [{ id: "Told", namespace: "example", severity: "DANGER" }] };
    expect(run(raise, [named("Told", "note")]).events).toEqual(["danger Told example#City"]);
    const lower = { severityOverrides: [{ id: "Told", namespace: "example", severity: "WARNING" }] };
    expect(run(lower, [named("Told", "error")]).events).toEqual(["error Told example#City"]);
  });

  it("report a severity that cannot be", () => {
    const metadata = { severityOverrides: [{ id: "Told", namespace: "*", severity: "constructor" }] };
    expect(run(metadata).events).toContain("error Model -");
  });
});

describe("validators of metadata", () => {
  it("that are not known are told of, and are no error", () => {
    expect(run({ validators: [{ name: "Nobody" }] }).events).toContain("warning UnknownValidator_Nobody -");
  });

  it.each([
    ["no list", {}],
    ["no name", [{ id: "A" }]],
    ["a severity that cannot be", [{ name: "A", severity: "ERROR" }]],
    ["a configuration that is no object", [{ name: "A", configuration: [] }]],
    ["namespaces that are not strings", [{ name: "A", namespaces: [1] }]],
  ])("report %s", (_, validators) => {
    expect(run({ validators }).events).toContain("error Model -");
  });
});

describe("linters", () => {
  const linter = defineLinter({
    name: "Tell",
    events: {
      Tell: { severity: "note", message: (d: { shape: string }) => `${d.shape} is told of.` },
      "Tell.Twice": { severity: "danger", message: (d: { shape: string }) => `${d.shape} is told of again.` },
    },
    check: ({ wrong }) => (wrong === true ? "is wrong" : undefined),
    *validate(context, event, { twice }) {
      for (const { id } of context.shapes) {
        yield event(twice === true ? "Tell.Twice" : "Tell", { shape: id }, { shape: id });
      }
    },
  });
  const town: Shape = { kind: "integer", id: "other#Town", traits: {} };

  function lint(...validators: readonly NodeValue[]): string[] {
    const model = createModel([city, town], [["validators", validators]]);
    const { events } = validateModel({ model, definitions, rules: [], linters: [linter] });
    return events.map(
      ({ code, severity, shape, message }) => `${severity} ${code} ${shape ?? "-"} ${message}`,
    );
  }

  it("run where the metadata asks for them, once for each time", () => {
    expect(lint()).toEqual([]);
    expect(lint({ name: "Tell" }, { name: "Tell" })).toHaveLength(4);
  });

  it("take id, severity and message of the metadata", () => {
    const validator = { name: "Tell", id: "Mine", severity: "WARNING", message: "{super} $& Look." };
    expect(lint({ ...validator, namespaces: ["other"] })).toEqual([
      "warning Mine other#Town other#Town is told of. $& Look.",
    ]);
    expect(lint({ ...validator, selector: "string", configuration: { twice: true } })).toEqual([
      "warning Mine.Twice example#City example#City is told of again. $& Look.",
    ]);
  });

  it("do not run with a configuration that is wrong", () => {
    expect(lint({ name: "Tell", configuration: { wrong: true } })).toEqual([
      "error Model - Metadata validators[0] is wrong.",
    ]);
  });
});

describe("places", () => {
  const rule = defineRule({
    name: "Told",
    events: { Told: { severity: "note", message: (_: { shape: string }) => "Told." } },
    *validate(context, event) {
      for (const { id, traits } of context.subjects()) {
        yield event("Told", { shape: id, trait: Object.keys(traits)[0] }, { shape: id });
      }
    },
  });

  it("are those of the trait, else of the member, else of the shape", () => {
    const members = ["a", "b", "c"].map((name) => ({
      name,
      target: "smithy.api#String",
      traits: { "x#t": {} },
    }));
    const model = createModel([{ kind: "structure", id: "example#S", traits: {}, members }]);
    const places = new Map([
      ["example#S", 1],
      ["example#S$a", 2],
      ["example#S$b", 3],
      ["example#S$b x#t", 4],
    ]);
    const locate = (id: string, trait?: string) => {
      const offset = places.get(trait === undefined ? id : `${id} ${trait}`);
      return offset === undefined ? undefined : { file: "f", offset };
    };
    const { events } = validateModel({ model, definitions, locate, rules: [rule] });
    expect(events.map(({ shape, location }) => `${shape} ${location?.offset}`)).toEqual([
      "example#S 1",
      "example#S$a 2",
      "example#S$b 4",
      "example#S$c 1",
    ]);
  });

  it("tells of the definitions only what is broken in them", () => {
    const tell = (severity: "error" | "warning") =>
      defineRule({
        name: "Told",
        events: { Told: { severity, message: (_: Record<string, never>) => "Told." } },
        *validate(_, event) {
          yield event("Told", { shape: "smithy.api#String" }, {});
        },
      });
    const count = (severity: "error" | "warning") =>
      validateModel({ model: createModel([]), definitions, rules: [tell(severity)] }).events.length;
    expect([count("error"), count("warning")]).toEqual([1, 0]);
  });
});

it("takes models of hostile names and values", () => {
  const names = ["constructor", "__proto__", "toString", "hasOwnProperty"];
  const shapes: Shape[] = names.map((name) => ({
    kind: "structure",
    id: `example#${name}`,
    traits: {
      "smithy.api#trait": {},
      [`example#${name}`]: JSON.parse(`{"${name}": {"a\\u2028": "\\ud800"}}`),
    },
    members: names.map((member) => ({ name: member, target: `example#${name}`, traits: {} })),
  }));
  const metadata = names.map((name): [string, NodeValue] => [name, { [name]: name }]);
  const model = createModel(shapes, metadata);
  const { events } = validateModel({ model, definitions, afterErrors: true });
  expect(events.every(({ message }) => typeof message === "string")).toBe(true);
});
