import { readdirSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { createNames } from "@shapelog/emit";
import { createModel } from "@shapelog/model";
import { createShapes, serviceOf } from "@shapelog/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSchemas, emitJsonSchema, emitOpenApi } from "../src/index.js";
import { CASES, caseModel } from "./case-model.js";

const { id, member, service, shape, simple } = createShapes("x");
const names = readdirSync(CASES).sort();

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true });
  addFormats.default(ajv);
  ajv.addFormat("http-date", true);
  ajv.addVocabulary(["x-shapelog-since", "x-shapelog-slow-pattern"]);
  return ajv;
}

describe.each(names)("case %s", (name) => {
  it("is a valid OpenAPI 3.1 document", async () => {
    const model = caseModel(name);
    const { files } = emitOpenApi(model, { service: serviceOf(model), since: () => "2026-01-01" });
    const result = await new Validator().validate(JSON.parse(files[0]!.text));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it("compiles as JSON Schema 2020-12, each file alone", () => {
    const model = caseModel(name);
    const { files } = emitJsonSchema(model, {
      service: serviceOf(model),
      since: () => "2026-01-01",
      layout: "files",
    });
    for (const { text } of files) expect(createAjv().compile(JSON.parse(text))).toBeTypeOf("function");
  });

  it("points at nothing that is not there, and holds nothing it does not reach", () => {
    const model = caseModel(name);
    for (const { text } of emitJsonSchema(model, { service: serviceOf(model), layout: "files" }).files) {
      const schema = JSON.parse(text) as { $defs?: object };
      const references = [...text.matchAll(/"\$ref": "#\/\$defs\/(\w+)"/g)].map(([, to]) => to);
      expect(Object.keys(schema.$defs ?? {}).sort()).toEqual([...new Set(references)].sort());
    }
  });

  it("does not change with the order of the shapes", () => {
    const model = caseModel(name);
    const shapes = [...model.shapes.values()];
    const service = serviceOf(model);
    const emit = (of: typeof model) => [
      ...emitOpenApi(of, { service }).files,
      ...emitJsonSchema(of, { service, layout: "files" }).files,
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(shapes, { minLength: shapes.length }), (shuffled) => {
        expect(emit(createModel(shuffled))).toEqual(emit(model));
      }),
      { numRuns: 10 },
    );
  });
});

it("takes a member named $ref for a member", () => {
  const model = createModel([
    { ...service("Main", []), errors: [id("Error")] },
    shape("structure", "Error", [member("$ref", "Other")]),
    simple("string", "Other"),
  ]);
  const [file] = emitJsonSchema(model, { service: serviceOf(model), layout: "files" }).files;
  const schema = JSON.parse(file!.text);
  expect(schema.properties.$ref).toEqual({ $ref: "#/$defs/Other" });
  expect(createAjv().compile(schema)({ $ref: 1 })).toBe(false);
});

it("prints two spaces an indent and ends in a line break", () => {
  const model = caseModel("openapi-rpc-cbor");
  const { files, diagnostics } = emitOpenApi(model, { service: serviceOf(model) });
  expect(diagnostics).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual(["openapi.json"]);
  expect(files[0]!.text).toMatch(/^\{\n {2}"openapi": "3\.1\.0",\n[\s\S]*\n\}\n$/);
});

describe("schemas of the wire form", () => {
  const model = caseModel("schema-kinds");
  const service = serviceOf(model);
  const { schemas } = createSchemas(model, {
    service,
    names: createNames(model, { service }),
    form: "wire",
    refPrefix: "#/$defs/",
  });
  const check = createAjv().compile({ $ref: "#/$defs/All", $defs: Object.fromEntries(schemas) });

  it.each([
    ["what the model allows", { long: 1, blob: "AQI=", byte: -128, double: 0.5, time: 1.5 }, true],
    ["members the model does not know", { long: 1, other: 1 }, true],
    ["numbers that are not finite within their range", { long: 1, double: "Infinity" }, true],
    ["sparse lists", { long: 1, tags: { Red: ["Red", null] } }, true],
    ["documents of any kind", { long: 1, document: [{ a: null }] }, true],
    ["no missing member", {}, false],
    ["no byte that is too great", { long: 1, byte: 128 }, false],
    ["no double under its range", { long: 1, double: -1 }, false],
    ["no infinity under its range", { long: 1, double: "-Infinity" }, false],
    ["no NaN where there is a range", { long: 1, double: "NaN" }, false],
    ["no text for a timestamp", { long: 1, time: "2026-01-01T00:00:00Z" }, false],
    ["no blob that is too long", { long: 1, blob: "AQIDBAUGBwg=" }, false],
    ["no union of two members", { long: 1, choice: { flag: true, level: 1 } }, false],
    ["no empty union", { long: 1, choice: {} }, false],
    ["no unknown number of an enum", { long: 1, choice: { level: 2 } }, false],
    ["no unknown key of a map", { long: 1, tags: { Green: [] } }, false],
    ["no value twice in a set", { long: 1, tags: { Red: ["Red", "Red"] } }, false],
  ])("take %s", (_, value, valid) => {
    expect(check(value)).toBe(valid);
  });
});

it.each(readdirSync(CASES).sort())("the document of all shapes says what the files of %s say", (name) => {
  const model = caseModel(name);
  const service = serviceOf(model);
  const [bundle] = emitJsonSchema(model, { service }).files;
  const { files } = emitJsonSchema(model, { service, layout: "files" });
  if (!bundle) return expect(files).toEqual([]);
  expect(bundle.text).toBe(`${JSON.stringify(JSON.parse(bundle.text), null, 2)}\n`);
  const { $defs, ...head } = JSON.parse(bundle.text);
  expect(Object.keys(head)).toEqual(["$schema", "$id"]);
  expect(Object.keys($defs)).toHaveLength(files.length);
  const ajv = createAjv().addSchema(JSON.parse(bundle.text));
  for (const { text } of files) {
    const { $schema, $id, $defs: reached = {}, ...own } = JSON.parse(text);
    const shape = $id.split(":").at(-1);
    expect($defs[shape]).toEqual(own.$ref === `#/$defs/${shape}` ? reached[shape] : own);
    expect(ajv.compile({ $ref: `${head.$id}#/$defs/${shape}` })).toBeTypeOf("function");
    for (const each of Object.keys(reached)) expect($defs[each]).toEqual(reached[each]);
  }
});
