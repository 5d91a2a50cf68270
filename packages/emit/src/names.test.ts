import { createModel, NO_TRAITS, type ServiceShape, type Shape } from "@shapelog/model";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNames } from "./names.js";

const structure = (id: string): Shape => ({ kind: "structure", id, traits: NO_TRAITS, members: [] });

const service = (rename: ServiceShape["rename"] = []): ServiceShape => ({
  kind: "service",
  id: "example.main#Main",
  traits: NO_TRAITS,
  version: "1",
  operations: [],
  resources: [],
  errors: [],
  rename,
});

const namesOf = (ids: readonly string[], of?: ServiceShape) =>
  Object.fromEntries(createNames(createModel(ids.map(structure)), of ? { service: of } : {}).all);

describe("createNames", () => {
  it.each([
    ["a plain name stays", "a#AuthEventType", "AuthEventType"],
    ["leading underscores stay", "a#__string", "__string"],
    ["what programs call a global stays", "a#Event", "Event"],
    ["what programs cannot declare stays", "a#string", "string"],
    ["a property of Object.prototype stays", "a#constructor", "constructor"],
    ["__proto__ gets an underscore", "a#__proto__", "___proto__"],
    ["a path cannot leave a folder", "a#../../x", "______x"],
    ["quotes and line breaks are replaced", "a#x\"'`\n\u2028y", "x_____y"],
    ["an emoji is replaced", "a#x😀", "x__"],
    ["a leading digit stays", "a#1st", "1st"],
    ["an empty name has a name", "a#", "Shape"],
    ["an id without a namespace is a name", "only text", "only_text"],
  ])("%s", (_, id, name) => {
    expect(namesOf([id])[id]).toBe(name);
  });

  it("gives the plain name to the service's namespace and the namespace's name to others", () => {
    expect(namesOf(["a.other#Status", "example.main#Status", "z.third#Status"], service())).toEqual({
      "a.other#Status": "Status_other",
      "example.main#Status": "Status",
      "z.third#Status": "Status_third",
    });
  });

  it("numbers names that even the namespace does not tell apart", () => {
    expect(namesOf(["a.x#S", "b.x#S", "c.x#S"])).toEqual({ "a.x#S": "S", "b.x#S": "S_x", "c.x#S": "S_x_2" });
  });

  it("follows the service's rename", () => {
    const renamed = service([{ shape: "a.other#Status", name: "OtherStatus" }]);
    expect(namesOf(["a.other#Status", "example.main#Status"], renamed)).toEqual({
      "a.other#Status": "OtherStatus",
      "example.main#Status": "Status",
    });
  });

  it("throws for an id the model does not have", () => {
    expect(() => createNames(createModel([])).of("a#B")).toThrow("no name was settled for a#B");
  });

  it("settles unique identifiers whatever the names and their order", () => {
    const id = fc.tuple(fc.constantFrom("a", "b.c", "x.c"), fc.string({ unit: "binary", maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(id, { maxLength: 30 }), (parts) => {
        const ids = [...new Set(parts.map(([namespace, name]) => `${namespace}#${name}`))];
        const names = namesOf(ids);
        expect(new Set(Object.values(names)).size).toBe(ids.length);
        for (const name of Object.values(names)) expect(name).toMatch(/^\w+$/);
        expect(namesOf(ids.toReversed())).toEqual(names);
      }),
    );
  });
});
