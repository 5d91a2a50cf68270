import { createModel, NO_TRAITS, type ServiceShape, type Shape } from "@shapelog/model";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTypeNames } from "./type-names.js";

const structure = (id: string): Shape => ({ kind: "structure", id, traits: NO_TRAITS, members: [] });
const simple = (id: string): Shape => ({ kind: "string", id, traits: NO_TRAITS });
const operation = (id: string): Shape => ({
  kind: "operation",
  id,
  traits: NO_TRAITS,
  input: "smithy.api#Unit",
  output: "smithy.api#Unit",
  errors: [],
});

const service: ServiceShape = {
  kind: "service",
  id: "example.main#Main",
  traits: NO_TRAITS,
  version: "1",
  operations: [],
  resources: [],
  errors: [],
  rename: [],
};

const namesOf = (shapes: readonly Shape[], of?: ServiceShape) =>
  Object.fromEntries(createTypeNames(createModel(shapes), of ? { service: of } : {}).all);

describe("createTypeNames", () => {
  it.each([
    ["a plain name stays", "AuthEventType", "AuthEventType"],
    ["a first letter is in upper case", "statusType", "StatusType"],
    ["a reserved word is none in upper case", "delete", "Delete"],
    ["a property of Object.prototype is none in upper case", "constructor", "Constructor"],
    ["leading underscores stay", "__string", "__string"],
    ["__proto__ gets an underscore", "__proto__", "___proto__"],
    ["a path cannot leave a folder", "../../x", "______x"],
    ["a leading digit gets an underscore", "1st", "_1st"],
    ["an empty name has a name", "", "Shape"],
  ])("%s", (_, name, expected) => {
    expect(namesOf([structure(`a#${name}`)])[`a#${name}`]).toBe(expected);
  });

  it.each("Event File Function Map Open Proxy Request Response Symbol URL Uint8Array".split(" "))(
    "leaves %s as it is, as the SDK does",
    (name) => {
      expect(namesOf([structure(`a#${name}`)])[`a#${name}`]).toBe(name);
    },
  );

  it.each("Array Date Error Object Parameters Partial Pick Promise Record Set Stream String".split(" "))(
    "gives %s an underscore, as the SDK does",
    (name) => {
      expect(namesOf([structure(`a#${name}`)])[`a#${name}`]).toBe(`_${name}`);
    },
  );

  it("does not change operations for what types are called", () => {
    expect(namesOf([operation("a#stream"), structure("b#Stream")])).toEqual({
      "a#stream": "Stream",
      "b#Stream": "_Stream",
    });
  });

  it("leaves a name to what the SDK has a type of, and others their own spelling", () => {
    expect(namesOf([simple("a#Kind"), structure("a#kind"), simple("a#kIND")])).toEqual({
      "a#kind": "Kind",
      "a#Kind": "Kind_a",
      "a#kIND": "KIND",
    });
    expect(namesOf([simple("a#name"), structure("a#Name")])).toEqual({ "a#Name": "Name", "a#name": "name" });
  });

  it("follows the service's rename", () => {
    const renamed = { ...service, rename: [{ shape: "a.other#status", name: "otherStatus" }] };
    expect(namesOf([structure("a.other#status"), structure("example.main#Status")], renamed)).toEqual({
      "a.other#status": "OtherStatus",
      "example.main#Status": "Status",
    });
  });

  it("settles unique identifiers whatever the names and their order", () => {
    const id = fc.tuple(fc.constantFrom("a", "b.c", "x.c"), fc.string({ unit: "binary", maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(id, { maxLength: 30 }), (parts) => {
        const ids = [...new Set(parts.map(([namespace, name]) => `${namespace}#${name}`))];
        const names = namesOf(ids.map(structure));
        expect(new Set(Object.values(names)).size).toBe(ids.length);
        for (const name of Object.values(names)) expect(name).toMatch(/^[A-Za-z_]\w*$/);
        expect(namesOf(ids.toReversed().map(structure))).toEqual(names);
      }),
    );
  });
});
