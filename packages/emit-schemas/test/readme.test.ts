import { findServices } from "@shapelog/model";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import { expect, it } from "vitest";
import { emitSchemas } from "../src/index.js";

it("does what the README shows", () => {
  const model = authEventsModel(AUTH_EVENTS_VALUES.after);
  const [service] = findServices(model);
  const { files, diagnostics } = emitSchemas(model, { service: service!, source: "model.json" });
  expect(diagnostics).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual(["src/schemas.ts"]);
});
