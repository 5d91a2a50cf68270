import { createTypeNames } from "@shapelog/emit";
import * as runtime from "@shapelog/runtime/checks";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emitChecks } from "../src/checks.js";
import { emitValidators } from "../src/emit-validators.js";
import { arbitraryService } from "./arbitrary-service.js";
import { arbitraryValue } from "./arbitrary-value.js";
import { loadValidators } from "./load-validators.js";

test("checks that are run without writing them say what the validators of a package say", async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryService, fc.integer(), async ({ model, service }, seed) => {
      const names = createTypeNames(model, { service });
      const { wire } = await loadValidators(emitValidators(model, { service, names }).files);
      const { code } = emitChecks(model, { service, names });
      const checks: Record<string, runtime.Check> = new Function("runtime", code)(runtime);
      const value = arbitraryValue({ model, form: "wire", depth: 3 }, "test#Input");
      for (const made of fc.sample(value, { numRuns: 40, seed })) {
        const check = checks.Input;
        if (!check) expect.unreachable("there is no check of the input");
        const said = runtime.validateWith(made, check);
        expect(said).toEqual(wire.validate("Input", made));
        if (!said.ok) refused++;
      }
    }),
    { numRuns: 20 },
  );
  expect(refused).toBeGreaterThan(50);
});
