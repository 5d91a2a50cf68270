import { findServices } from "@shapelog/model";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import { expect, it } from "vitest";
import { emitValidators } from "../src/index.js";

it("does what the README shows", () => {
  const model = authEventsModel(AUTH_EVENTS_VALUES.after);
  const [service] = findServices(model);
  const { files, diagnostics } = emitValidators(model, { service: service!, source: "model.json" });
  expect(diagnostics).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual([
    "src/checks/ListAuthEvents.ts",
    "src/checks/rest.ts",
    "src/validators.ts",
    "src/functions/wire/ListAuthEvents.ts",
    "src/functions/wire/rest.ts",
    "src/validators/ListAuthEvents.ts",
    "src/validators-sdk.ts",
    "src/functions/sdk/ListAuthEvents.ts",
    "src/functions/sdk/rest.ts",
    "src/validators/sdk/ListAuthEvents.ts",
  ]);
});
