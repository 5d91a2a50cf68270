import { UNIT } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { completeIdl, modelOf, serviceOf } from "./model-of.js";

describe("modelOf", () => {
  it("reads a text without version and namespace", () => {
    expect([...modelOf("/// A list.\nlist Names { member: String }").shapes.keys()]).toEqual([
      "example#Names",
    ]);
  });

  it("keeps a namespace that is given", () => {
    expect([...modelOf("namespace a\nstring S").shapes.keys()]).toEqual(["a#S"]);
  });

  it("takes metadata before the namespace that it adds", () => {
    const { metadata, shapes } = modelOf('metadata a = [\n  "b"\n]\n// Words.\n@deprecated\nstring S');
    expect([...metadata]).toEqual([["a", ["b"]]]);
    expect([...shapes.keys()]).toEqual(["example#S"]);
    expect(modelOf("metadata a = 1").metadata.get("a")).toBe(1);
  });

  it("takes a text that is indented, with metadata whose keys are named as shapes are", () => {
    const { metadata, shapes } = modelOf(`
      metadata validators = [{
        service : "a"
      }]
      structure A {}
    `);
    expect(metadata.size).toBe(1);
    expect([...shapes.keys()]).toEqual(["example#A"]);
  });

  it("throws with the place of an error", () => {
    expect(() => modelOf("structure A {\n  b: \n}")).toThrow(/test\.smithy:\d+:\d+/);
  });

  it("adds a service whose operation takes Input and returns Output", () => {
    const { shapes } = modelOf("structure Input {}", { impliedService: true });
    expect(shapes.get("example#Things")).toMatchObject({ kind: "service", operations: ["example#GetThing"] });
    expect(shapes.get("example#GetThing")).toMatchObject({ input: "example#Input", output: UNIT });
  });

  it("adds no service to a text that has one", () => {
    const text = 'service Own { version: "1" }';
    expect([...modelOf(text, { impliedService: true }).shapes.keys()]).toEqual(["example#Own"]);
  });
});

describe("completeIdl", () => {
  it("leaves a whole text as it is", () => {
    const text = '$version: "1.0"\nnamespace a\nstring S\n';
    expect(completeIdl(text)).toBe(text);
  });
});

describe("serviceOf", () => {
  it("gives the one service and refuses a model without one", () => {
    expect(serviceOf(modelOf("service A {}"))).toMatchObject({ id: "example#A" });
    expect(() => serviceOf(modelOf(""))).toThrow("the model has 0 services");
    expect(() => serviceOf(modelOf("service A {}\nservice B {}"))).toThrow("the model has 2 services");
  });
});
