import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { loadValidators } from "./load-validators.js";
import { findPlace } from "./place.js";
import type { Probe } from "./probe.js";
import { createSide } from "./side.js";
import { leaf } from "./value.js";
import { judgeDocument } from "./wire.js";

const sideOf = (members: string) =>
  createSide(
    modelOf(`
      service Things { version: "1", operations: [PutThing] }
      operation PutThing { input := { ${members} } }
      @pattern("^[0-9]+$") string Digits
      map ByText { key: String, value: String }
      map ByDigits { key: Digits, value: String }
    `),
  );

/** Judges a text that is put at a path, `name` where none is given, which the side before takes. */
function judgeText(
  before: string,
  after: string,
  { path = "name", ...probe }: Pick<Probe, "aspect"> & { readonly text: string; readonly path?: string },
) {
  const [old, now] = [sideOf(before), sideOf(after)];
  if (!old || !now) return expect.unreachable("there is no service");
  const sides = { before: old, after: now };
  const [operation = ""] = [...old.model.shapes.keys()].filter((id) => id.endsWith("#PutThing"));
  const place = findPlace({ operation, direction: "request", path }, sides);
  if (!place) return expect.unreachable("there is no place");
  const validators = { before: loadValidators(old), after: loadValidators(now) };
  return judgeDocument(
    { place, side: "before", put: leaf(probe.text), aspect: probe.aspect },
    sides,
    validators,
  );
}

describe("judgeDocument", () => {
  const [free, digits] = ["name: String", '@pattern("^[0-9]+$") name: String'];

  it("gives what one side takes and the other refuses", () => {
    const judged = judgeText(free, digits, { aspect: "pattern", text: "a" });
    expect(judged).toMatchObject({ document: { name: "a" }, proof: { takenBy: "before" } });
  });

  it("counts no other complaint of the place", () => {
    expect(judgeText(free, digits, { aspect: "length", text: "a" })).toBe("not-refused");
  });

  it("counts no complaint of another place", () => {
    const after = "name: String, @required other: String";
    expect(judgeText(free, after, { aspect: "form", text: "a" })).toBe("not-refused");
  });

  it("finds what is said of a key at its map", () => {
    const key = { aspect: "pattern", text: "a", path: "name{key}" } as const;
    const judged = judgeText("name: ByText", "name: ByDigits", key);
    const refusal = 'name: expected text that matches /^[0-9]+$/u as a key, got "a"';
    expect(judged).toMatchObject({ proof: { takenBy: "before", refusal } });
  });

  it("says where a document breaks its own side's limits", () => {
    expect(judgeText(digits, free, { aspect: "pattern", text: "a" })).toBe("not-taken");
  });
});
