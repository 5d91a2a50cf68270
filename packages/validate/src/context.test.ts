import { createModel, type Shape } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { createContext } from "./context.js";

const named: Shape = {
  kind: "structure",
  id: "example#Named",
  traits: { "smithy.api#mixin": {}, "example#noted": {} },
  members: [{ name: "name", target: "smithy.api#String", traits: { "smithy.api#required": {} } }],
};
const city: Shape = {
  kind: "structure",
  id: "example#City",
  traits: {},
  mixins: [named.id],
  members: [{ name: "name", target: "smithy.api#String", traits: { "example#noted": {} } }],
};
const noted: Shape = {
  kind: "structure",
  id: "example#noted",
  traits: { "smithy.api#trait": {} },
  members: [],
};
const context = createContext(createModel([named, city]), createModel([noted]));

describe("createContext", () => {
  it("gives shapes what their mixins give, and lists the model's own alone", () => {
    expect(context.shapes.map(({ id }) => id)).toEqual(["example#City", "example#Named"]);
    expect(context.shape("example#City")).toMatchObject({
      mixins: ["example#Named"],
      members: [{ name: "name", traits: { "smithy.api#required": {}, "example#noted": {} } }],
    });
    expect(context.shape("example#noted")).toBe(noted);
    expect(context.shape("smithy.api#String")?.kind).toBe("string");
  });

  it("finds what has a trait, on members and through mixins", () => {
    const ids = (trait: string) => context.withTrait(trait).map(({ id }) => id);
    expect(ids("example#noted")).toEqual(["example#City", "example#City$name", "example#Named"]);
    expect(ids("required")).toEqual(["example#City$name", "example#Named$name"]);
    expect(ids("constructor")).toEqual([]);
  });

  it("finds members by id", () => {
    expect(context.subject("example#City$name")?.member?.target).toBe("smithy.api#String");
    expect(context.subject("example#City$other")).toBeUndefined();
    expect(context.subjects().map(({ id }) => id)).toEqual([
      "example#City",
      "example#City$name",
      "example#Named",
      "example#Named$name",
    ]);
    expect(context.isOwn("example#City$name")).toBe(true);
    expect(context.isOwn("example#noted")).toBe(false);
  });

  it("makes knowledge once", () => {
    const build = () => ({});
    expect(context.know(build)).toBe(context.know(build));
  });

  it("selects, and takes a selector that cannot be read for one that yields nothing", () => {
    expect([...(context.select("structure[trait|required]") ?? [])]).toEqual([]);
    expect([...(context.select("member [trait|required]") ?? [])].sort()).toEqual([
      "example#City$name",
      "example#Named$name",
    ]);
    expect(context.select("][")?.size).toBe(0);
    expect(context.selecting.filter("][", ["example#City"])?.size).toBe(1);
  });
});
