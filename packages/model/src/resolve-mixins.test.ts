import { describe, expect, it } from "vitest";
import { createModel } from "./create-model.js";
import { flattenMixins, resolveMixins } from "./resolve-mixins.js";
import type { Member, StructureShape } from "./shape.js";

const STRING = "smithy.api#String";

function structure(
  name: string,
  mixins: string[],
  members: (string | Member)[],
  traits = {},
): StructureShape {
  return {
    kind: "structure",
    id: `example#${name}`,
    traits,
    mixins: mixins.map((mixin) => `example#${mixin}`),
    members: members.map((member) =>
      typeof member === "string" ? { name: member, target: STRING, traits: {} } : member,
    ),
  };
}

describe("resolveMixins", () => {
  it("puts the members of mixins first, and their traits below the shape's own", () => {
    const mixin = { "smithy.api#mixin": { localTraits: ["smithy.api#title"] } };
    const redefined = { name: "a", target: STRING, traits: { "smithy.api#required": {} } };
    const model = createModel([
      structure("A", [], ["a"], { ...mixin, "smithy.api#title": "local", "smithy.api#since": "1" }),
      structure("B", ["A"], ["b"], { "smithy.api#mixin": {}, "smithy.api#since": "2" }),
      structure("C", ["B"], ["c", redefined]),
    ]);
    const shape = resolveMixins(model, model.shapes.get("example#C")!);
    expect(shape).toEqual({
      kind: "structure",
      id: "example#C",
      traits: { "smithy.api#since": "2" },
      members: [
        redefined,
        { name: "b", target: STRING, traits: {} },
        { name: "c", target: STRING, traits: {} },
      ],
    });
  });

  it("leaves out mixins that lead back, and takes long chains", () => {
    const count = 2000;
    const chain = Array.from({ length: count }, (_, index) =>
      structure(`S${index}`, [`S${(index + 1) % count}`], index % 500 === 0 ? [`m${index}`] : []),
    );
    const model = createModel(chain);
    const shape = resolveMixins(model, chain[0]!);
    expect(shape.members.map(({ name }) => name)).toEqual(["m1500", "m1000", "m500", "m0"]);
  });
});

describe("flattenMixins", () => {
  it("resolves every shape, a shape with a mixin as one without", () => {
    const model = createModel([structure("A", [], ["a"]), structure("B", ["A", "A"], ["b"])], [["key", 1]]);
    const flat = flattenMixins(model);
    expect([...flat.shapes.values()].map((shape) => "members" in shape && shape.members.length)).toEqual([
      1, 2,
    ]);
    expect(flat.shapes.get("example#B")).not.toHaveProperty("mixins");
    expect(flat.metadata).toBe(model.metadata);
  });
});
