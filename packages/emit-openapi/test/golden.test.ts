import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createNames } from "@shapelog/emit";
import { describe, expect, it } from "vitest";
import { createSchemas, emitJsonSchema, emitOpenApi, type SchemaForm } from "../src/index.js";
import { caseService, readCaseModel } from "./case-model.js";
import { printCompact } from "./print-compact.js";

const cases = new URL("../cases/", import.meta.url);

/** Returns a case's output: `openapi.json`, or the schemas of both forms and the diagnostics. */
function emitCase(name: string): ReadonlyMap<string, string> {
  const model = readCaseModel(readFileSync(new URL(`${name}/model.json`, cases), "utf8"));
  const service = caseService(model);
  if (name.startsWith("openapi-")) {
    return new Map(emitOpenApi(model, { service }).files.map(({ path, text }) => [path, reprint(text)]));
  }
  const names = createNames(model, { service });
  const print = (form: SchemaForm) => {
    const { schemas } = createSchemas(model, { service, names, form, refPrefix: "#/$defs/" });
    return `${printCompact(Object.fromEntries(schemas))}\n`;
  };
  const { files, diagnostics } = emitJsonSchema(model, { service });
  const messages = diagnostics.map(({ severity, code, message }) => `[${severity}] ${code}: ${message}\n`);
  return new Map([
    ["wire.json", print("wire")],
    ["sdk.json", print("sdk")],
    ["files.txt", files.map(({ path }) => `${path}\n`).join("")],
    ...(messages.length > 0 ? [["diagnostics.txt", messages.join("")] as const] : []),
  ]);
}

const reprint = (text: string) => `${printCompact(JSON.parse(text))}\n`;

describe("cases", () => {
  it.each(readdirSync(cases).sort())("%s", (name) => {
    const folder = new URL(`${name}/`, cases);
    const output = emitCase(name);
    if (process.env.GOLDEN_UPDATE === "1") {
      mkdirSync(folder, { recursive: true });
      for (const [path, text] of output) writeFileSync(new URL(path, folder), text);
    }
    expect(readdirSync(folder).sort()).toEqual(["model.json", ...output.keys()].sort());
    for (const [path, text] of output) expect(readFileSync(new URL(path, folder), "utf8")).toBe(text);
  });
});
