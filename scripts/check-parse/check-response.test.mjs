import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findServices, shapeName } from "../../packages/model/dist/index.js";
import { outlineOf } from "../../packages/runtime/dist/outline.js";
import { loadModel } from "../../packages/smithy/dist/index.js";
import { findCases } from "../check-protocol-tests/find-cases.mjs";
import { createRandom } from "../random.mjs";
import { checkResponse } from "./check-response.mjs";
import { compareParsed, compareRedacted, readAsSmithy } from "./compare-value.mjs";
import { createSample } from "./create-sample.mjs";
import { loadPackage } from "./load-package.mjs";

const file = new URL("../check-protocol-tests/own-cases.smithy", import.meta.url);
const { model } = loadModel([{ file: "own-cases.smithy", text: readFileSync(file, "utf8") }]);

/** @param {string} name */
async function load(name) {
  const service = findServices(model).find(({ id }) => shapeName(id) === name);
  if (!service) throw new Error(`no service ${name}`);
  return loadPackage(model, service);
}

const json = await load("Json");
const rest = await load("RestJson");
const cases = (await findCases(model)).filter(
  ({ kind, service }) => kind === "response" && service === "Json",
);

describe("parse and redact of generated packages do as Smithy's own code does", () => {
  it.each(cases)("with the body of $id", async (each) => {
    expect(await checkResponse(each, json)).toEqual([]);
  });

  it("of which there are some", () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each([
    ["Json", json, false],
    ["RestJson", rest, true],
  ])("with values of %s made at random", async (_name, { schemas, parse }, jsonName) => {
    const random = createRandom(7);
    const names = Object.keys(parse).map((name) => name.replace("parse", ""));
    for (const name of names.flatMap((each) => [each, each, each])) {
      const schema = schemas[`${name}$`];
      const sample = createSample(outlineOf(schema), { random, jsonName });
      const parsed = parse[`parse${name}`](sample);
      // Limits are not known to a sample, and members that are bound to HTTP have times in formats of their own.
      if (!parsed.ok) continue;
      expect(
        compareParsed(await readAsSmithy(schema, JSON.stringify(sample), { jsonName }), parsed.value),
      ).toEqual([]);
      expect(compareRedacted(schema, parsed.value)).toEqual([]);
    }
  });
});

describe("the comparison", () => {
  it("tells of a difference", async () => {
    const [each] = cases;
    if (!each) throw new Error("no case");
    const broken = {
      ...json,
      parse: Object.fromEntries(
        Object.keys(json.parse).map((name) => [
          name,
          (/** @type {any} */ value) => ({ ok: true, value, drift: [] }),
        ]),
      ),
    };
    expect(await checkResponse(each, broken)).not.toEqual([]);
  });
});
