import { readdirSync } from "node:fs";
import { createModel } from "@shapelog/model";
import { createShapes, expectLinear, modelOf, serviceOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { emitJsonSchema } from "../src/index.js";
import { CASES, caseModel } from "./case-model.js";

const { id, member, service, shape, simple } = createShapes("x");

describe("emitJsonSchema", () => {
  it.each(readdirSync(CASES).sort())("prints %s as JSON.stringify does", (name) => {
    const model = caseModel(name);
    const { files } = emitJsonSchema(model, { service: serviceOf(model), layout: "files" });
    // Nobody sends JSON in the other protocols.
    expect(files.length > 0).toBe(!/-(?:query|cbor)$/.test(name));
    for (const { text } of files) expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  it("takes documentation apart at line breaks of JSON alone", () => {
    const main = { ...service("Main", []), errors: [id("A")] };
    const said = simple("string", "B", { documentation: "one\u2028two\nthree" });
    const model = createModel([main, shape("structure", "A", [member("b", "B")]), said]);
    const { files } = emitJsonSchema(model, { service: main, layout: "files" });
    expect(JSON.parse(files[0]!.text).$defs.B.description).toBe(JSON.parse(files[1]!.text).description);
  });

  it("refuses files that repeat each other beyond measure, whatever the size", () => {
    const { files, diagnostics } = emitChain(3000);
    expect(files).toEqual([]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "openapi/schemas-too-large",
        exit: "usage",
        data: {
          service: "x#Main",
          shape: expect.any(String),
          reached: expect.any(Number),
          limit: 100_000_000,
        },
      }),
    ]);
  });

  it("takes shapes that reach nothing in steps of their number", () => {
    expectLinear(
      (size) => {
        const names = Array.from({ length: size }, (_, index) => `E${index}`);
        const errors = names.map((name) => shape("structure", name, []));
        const main = { ...service("Main", []), errors: names.map(id) };
        emitJsonSchema(createModel([main, ...errors]), { service: main });
      },
      { size: 16_000 },
    );
  });
});

/** A chain of structures: each file of its schemas holds all that come after. */
function emitChain(size: number) {
  const links = Array.from({ length: size }, (_, index) => `structure S${index} { next: S${index + 1} }`);
  const model = modelOf(`
    namespace x
    service Main { version: "1", errors: [S0] }
    ${links.join("\n")}
    structure S${size} {}
  `);
  return emitJsonSchema(model, { service: serviceOf(model), layout: "files" });
}
