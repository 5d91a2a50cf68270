import { diffModels } from "@shapelog/changes";
import { createModel, type Member, type Shape, UNIT } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { judge } from "./judge.js";

const member = (name: string, target: string): Member => ({ name, target, traits: {} });

function structure(name: string, members: readonly Member[]): Shape {
  return { kind: "structure", id: `example#${name}`, traits: {}, members };
}

function color(...values: readonly string[]): Shape {
  const members = values.map((value) => ({
    ...member(value, UNIT),
    traits: { "smithy.api#enumValue": value },
  }));
  return { kind: "enum", id: "example#Color", traits: {}, members };
}

/** A service whose operations return the outputs named. */
function model(shapes: readonly Shape[], outputs: readonly string[]) {
  const operations = outputs.map((output): Shape => {
    const id = `example#Get${output}`;
    return { kind: "operation", id, traits: {}, input: UNIT, output: `example#${output}`, errors: [] };
  });
  const service: Shape = {
    ...{
      kind: "service",
      id: "example#Things",
      version: "1",
      traits: {},
      resources: [],
      errors: [],
      rename: [],
    },
    operations: operations.map(({ id }) => id),
  };
  return createModel([...shapes, ...operations, service]);
}

/** The places that findings of a rule have, one text each. */
function placesOf(rule: string, before: ReturnType<typeof model>, after: ReturnType<typeof model>): string[] {
  const findings = judge(diffModels(before, after), { before, after }).filter(
    (finding) => finding.rule === rule,
  );
  return findings.flatMap(({ positions }) => positions.map(({ operation, path }) => `${operation} ${path}`));
}

describe("the places of a change", () => {
  const one = structure("One", [member("color", "example#Color")]);

  it("are those where a shape stands in both models: who reads a new place knows the shape as it is now", () => {
    const two = (members: readonly Member[]) => structure("Two", members);
    const before = model([one, two([]), color("RED")], ["One", "Two"]);
    const after = model([one, two([member("color", "example#Color")]), color("RED", "BLUE")], ["One", "Two"]);
    expect(placesOf("response.enum.value-added", before, after)).toEqual(["example#GetOne color"]);
    expect(placesOf("response.enum.value-removed", after, before)).toEqual(["example#GetOne color"]);
  });

  it("are not in operations that came or went", () => {
    const before = model([one, color("RED")], ["One"]);
    const again = structure("Again", [member("color", "example#Color")]);
    const after = model([one, again, color("RED", "BLUE")], ["One", "Again"]);
    expect(placesOf("response.enum.value-added", before, after)).toEqual(["example#GetOne color"]);
  });

  it("are none where it stands in no place in both: the change that brought or took the place tells of it", () => {
    const before = model([structure("One", [member("old", "example#Color")]), color("RED")], ["One"]);
    const now = structure("One", [member("now", "example#Color")]);
    const after = model([now, color("RED", "BLUE")], ["One"]);
    const findings = judge(diffModels(before, after), { before, after });
    expect(findings.map(({ rule, member }) => `${rule} ${member ?? ""}`)).toEqual([
      "unreachable.changed ",
      "response.member.removed old",
      "response.member.added now",
    ]);
  });
});
