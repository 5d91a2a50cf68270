import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createNames } from "@shapelog/emit";
import { expectGolden, serviceOf } from "@shapelog/testing";
import { describe, it } from "vitest";
import { createSchemas, emitJsonSchema, emitOpenApi, type SchemaForm } from "../src/index.js";
import { CASES, caseModel } from "./case-model.js";
import { printCompact } from "./print-compact.js";

/** Returns a case's output: `openapi.json`, or the schemas of both forms and the diagnostics. */
function emitCase(name: string): Record<string, string> {
  const model = caseModel(name);
  const service = serviceOf(model);
  if (name.startsWith("openapi-")) {
    const { files } = emitOpenApi(model, { service });
    return Object.fromEntries(files.map(({ path, text }) => [path, reprint(text)]));
  }
  const names = createNames(model, { service });
  const print = (form: SchemaForm) => {
    const { schemas } = createSchemas(model, { service, names, form, refPrefix: "#/$defs/" });
    return `${printCompact(Object.fromEntries(schemas))}\n`;
  };
  const { files, diagnostics } = emitJsonSchema(model, { service, layout: "files" });
  const messages = diagnostics.map(({ severity, code, message }) => `[${severity}] ${code}: ${message}\n`);
  return {
    "wire.json": print("wire"),
    "sdk.json": print("sdk"),
    "files.txt": files.map(({ path }) => `${path}\n`).join(""),
    ...(messages.length > 0 ? { "diagnostics.txt": messages.join("") } : {}),
  };
}

const reprint = (text: string) => `${printCompact(JSON.parse(text))}\n`;

describe("cases", () => {
  it.each(readdirSync(CASES).sort())("%s", (name) => {
    expectGolden(join(CASES, name), emitCase(name), { input: ["model.smithy"] });
  });
});
