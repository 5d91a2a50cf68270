import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { findPlace, spotOf } from "./place.js";
import { createSide, type Sides } from "./side.js";

function sidesOf(before: string, after: string): Sides {
  const side = (members: string) =>
    createSide(
      modelOf(`
        service Things { version: "1", operations: [GetThing] }
        operation GetThing { output := { ${members} } errors: [Gone] }
        @error("client") structure Gone { reason: String }
        list Tags { @length(max: 3) member: String }
        map Counts { key: String, value: Tags }
      `),
    );
  const [old, now] = [side(before), side(after)];
  if (!old || !now) throw new Error("there is no service");
  return { before: old, after: now };
}

describe("findPlace", () => {
  const sides = sidesOf("counts: Counts, tag: String, tagged: Tags", "counts: Counts, tagged: Tags");
  const find = (path: string, error?: string) =>
    findPlace(
      {
        operation: "example#GetThing",
        direction: "response",
        path,
        ...(error === undefined ? {} : { error }),
      },
      sides,
    );
  const operation = [...sides.before.model.shapes.values()].find(({ kind }) => kind === "operation");
  const namespace = operation?.id.split("#")[0] ?? "";

  it("follows a path through structures, maps and lists, with the traits of members", () => {
    const place = findPlace(
      { operation: `${namespace}#GetThing`, direction: "response", path: "counts{}[]" },
      sides,
    );
    expect(place?.steps.map(({ into }) => into)).toEqual(["member", "value", "item"]);
    expect(place && spotOf(place, "after")?.shape.traits["smithy.api#length"]).toEqual({ max: 3 });
  });

  it("takes the longest name that a path can begin with", () => {
    const place = findPlace(
      { operation: `${namespace}#GetThing`, direction: "response", path: "tagged[]" },
      sides,
    );
    expect(place?.steps[0]?.name).toBe("tagged");
  });

  it("knows what one side alone has", () => {
    const place = findPlace(
      { operation: `${namespace}#GetThing`, direction: "response", path: "tag" },
      sides,
    );
    expect(place && [spotOf(place, "before")?.shape.kind, spotOf(place, "after")]).toEqual([
      "string",
      undefined,
    ]);
  });

  it("finds operations and errors by name where the namespace is another", () => {
    expect(find("reason", "example#Gone")?.steps).toHaveLength(1);
  });

  it("finds nothing where neither side has a step", () => {
    expect(find("other")).toBeUndefined();
  });
});
