import { createTypeNames } from "@shapelog/emit";
import { createSchemas } from "@shapelog/emit-openapi";
import { createModel, getShape, isAggregate, type Shape } from "@shapelog/model";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { arbitraryService } from "./arbitrary-service.js";
import { arbitraryValue } from "./arbitrary-value.js";
import { loadValidators } from "./load-validators.js";

/**
 * The schema of a stream says what its values are; validators do not look into streams. Traits that Smithy allows on
 * simple shapes alone are not put on members that target others.
 */
const services = arbitraryService.map(({ model, service }) => {
  const shapes = [...model.shapes.values()].map((shape): Shape => {
    const { "smithy.api#streaming": _, ...traits } = shape.traits;
    if (!isAggregate(shape)) return { ...shape, traits };
    const members = shape.members.map((member) => {
      const required = member.traits["smithy.api#required"];
      return isAggregate(getShape(model, member.target))
        ? { ...member, traits: required === undefined ? {} : { "smithy.api#required": required } }
        : member;
    });
    return { ...shape, traits, members };
  });
  return { model: createModel(shapes), service };
});

test("what a strict validator takes, the published JSON Schema takes too", async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(services, fc.integer(), async ({ model, service }, seed) => {
      const names = createTypeNames(model, { service });
      const { wire } = await loadValidators(emitValidators(model, { service, names }).files);
      const refPrefix = "#/$defs/";
      const { schemas } = createSchemas(model, { service, names, form: "wire", refPrefix });
      const ajv = new Ajv2020({ strict: false, validateFormats: false, ownProperties: true });
      const $defs = Object.fromEntries(schemas);
      const accepts = ajv.compile({ $ref: `${refPrefix}Input`, $defs });
      const value = arbitraryValue({ model, form: "wire", depth: 3 }, "test#Input");
      for (const made of fc.sample(value, { numRuns: 60, seed })) {
        const sent: unknown = JSON.parse(JSON.stringify(made ?? null));
        if (!wire.is("Input", sent)) continue;
        taken++;
        if (!accepts(sent)) expect.unreachable(fc.stringify([sent, accepts.errors]));
      }
    }),
    { numRuns: 30 },
  );
  expect(taken).toBeGreaterThan(50);
});
