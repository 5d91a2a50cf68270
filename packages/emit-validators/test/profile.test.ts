import { modelOf, serviceOf } from "@shapelog/testing";
import { expect, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { loadValidators } from "./load-validators.js";

const MODEL = modelOf(`
  service Weather { version: "1", operations: [Put] }
  operation Put { input := { @required name: String, @required @idempotencyToken token: String } }
`);

it.each([
  ["strict", false],
  ["sdk", true],
] as const)(
  "in the profile %s a token that clients fill in can be left out of the program form: %s",
  async (profile, expected) => {
    const { files } = emitValidators(MODEL, { service: serviceOf(MODEL), profile });
    const { sdk, wire } = await loadValidators(files);
    expect(sdk.is("PutInput", { name: "n" })).toBe(expected);
    expect(sdk.is("PutInput", { name: "n", token: "t" })).toBe(true);
    expect(sdk.is("PutInput", { token: "t" })).toBe(false);
    expect(wire.is("PutInput", { name: "n" })).toBe(false);
  },
);
