import { readdirSync, readFileSync } from "node:fs";
import { checkReferences, type NodeValue, PRELUDE_SHAPES } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { DEFINITION_KINDS } from "./gen/definition-kinds.js";
import { loadModel } from "./load/load-model.js";
import { readDefinitions } from "./read-definitions.js";

const FOLDER = new URL("../definitions/", import.meta.url);

const files = readdirSync(FOLDER).filter((file) => file.endsWith(".smithy"));
const sources = files.sort().map((file) => ({ file, text: readFileSync(new URL(file, FOLDER), "utf8") }));
const read = loadModel(sources, { upgradeEnums: false });

describe("readDefinitions", () => {
  it("returns what the files of definitions/ say, in their order: `npm run generate` makes it so", () => {
    const { shapes, metadata } = readDefinitions();
    expect([...shapes]).toStrictEqual([...read.model.shapes]);
    expect(metadata).toEqual(read.model.metadata);
    const kinds = new Map([...readDefinitions().shapes].map(([id, { kind }]) => [id, kind]));
    expect(new Map(DEFINITION_KINDS)).toEqual(kinds);
  });

  it("reads without a diagnostic, and every reference leads somewhere", () => {
    expect(read.diagnostics).toEqual([]);
    expect(checkReferences(readDefinitions(), () => undefined)).toEqual([]);
  });

  it("has every shape of the prelude that models know without it", () => {
    const { shapes } = readDefinitions();
    for (const [id, { kind }] of PRELUDE_SHAPES) expect([id, shapes.get(id)?.kind]).toEqual([id, kind]);
    for (const id of ["smithy.api#required", "aws.protocols#restJson1", "smithy.rules#endpointRuleSet"]) {
      expect(shapes.get(id)!.traits).toHaveProperty(["smithy.api#trait"]);
    }
  });

  it("has no sentences", () => {
    const sentences: string[] = [];
    const visit = (value: NodeValue, key: string) => {
      if (typeof value === "string") {
        if (key !== "selector" && /\w \w+ \w/.test(value)) sentences.push(value);
      } else if (typeof value === "object" && value !== null) {
        for (const [name, child] of Object.entries(value)) visit(child, name);
      }
    };
    for (const shape of readDefinitions().shapes.values()) {
      visit(shape.traits, "");
      if ("members" in shape) for (const { traits } of shape.members) visit(traits, "");
    }
    expect(sentences).toEqual([]);
  });
});
