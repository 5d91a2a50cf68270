import { sValidator } from "@hono/standard-validator";
import type { Reader, Result, Validator } from "@shapelog/runtime";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { Hono } from "hono";
import { expect, expectTypeOf, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { bindInput, enumOf, member, shape, simple } from "./build-service.js";
import { loadModule } from "./load-validators.js";

interface Input {
  Name: string;
  Level?: "low" | "high";
}

const { model, service } = bindInput([
  shape("structure", "Input", [
    member("Name", "Name", { required: {} }),
    member("Level", "Level"),
    member("Secrets", "Secrets"),
  ]),
  simple("string", "Name", { length: { min: 1 } }),
  enumOf("Level", ["low", "high"]),
  shape("map", "Secrets", [member("key", "Key"), member("value", "Name")]),
  simple("string", "Key", { sensitive: {} }),
]);

async function load() {
  const module = await loadModule(emitValidators(model, { service }).files, "validators.js");
  return {
    validateInput: module.validateInput as Validator<Input>,
    readInput: module.readInput as Reader<Input>,
  };
}

it("is what Standard Schema says a schema is", async () => {
  const { validateInput, readInput } = await load();
  expectTypeOf(validateInput).toExtend<StandardSchemaV1<Input, Input>>();
  expectTypeOf(readInput).toExtend<StandardSchemaV1>();
  expectTypeOf<StandardSchemaV1.InferInput<typeof validateInput>>().toEqualTypeOf<Input>();
  expectTypeOf<StandardSchemaV1.InferOutput<typeof validateInput>>().toEqualTypeOf<Input>();
  expectTypeOf(validateInput).toExtend<(value: unknown) => Result<Input>>();
  const props: StandardSchemaV1.Props = validateInput["~standard"];
  expect(props).toMatchObject({ version: 1, vendor: "shapelog" });
});

it("gives the value, or issues with messages and paths of keys", async () => {
  const { validateInput, readInput } = await load();
  const value = { Name: "a" };
  expect(validateInput["~standard"].validate(value)).toEqual({ value });
  expect(validateInput["~standard"].validate({ Level: "none", Secrets: { hunter2: 1 } })).toEqual({
    issues: [
      { message: "expected a value for this required member, got nothing", path: ["Name"] },
      { message: 'expected one of "low", "high", got "none"', path: ["Level"] },
      { message: "expected a string, got a number", path: ["Secrets", "[*]"] },
    ],
  });
  expect(readInput["~standard"].validate({ Name: "a", Level: "none", New: null })).toEqual({
    value: { Name: "a", Level: "none", New: null },
  });
});

it("is taken by a router", async () => {
  const { validateInput } = await load();
  const app = new Hono().post("/", sValidator("json", validateInput), (context) =>
    context.json({ name: context.req.valid("json").Name }),
  );
  const post = (body: object) =>
    app.request("/", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
  expect(await (await post({ Name: "Jane" })).json()).toEqual({ name: "Jane" });
  const refused = await post({ Name: "" });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain("expected at least 1 character, got 0");
});
