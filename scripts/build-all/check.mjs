// One step of scripts/build-all.mjs, run in a service's folder: runs every validator, and checks schemas and document.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { FOLDER, writeResult } from "./step.mjs";

const started = performance.now();
const home = join(FOLDER, "package");
/** @type {string[]} */
const problems = [];
const counts = { validators: 0, schemas: 0, documents: 0 };
const { exports } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));

for (const [entry, target] of Object.entries(exports)) {
  const path = typeof target === "string" ? target : target.default;
  if (!path.endsWith(".js") || path.includes("*")) continue;
  const module = await load(entry, path);
  if (entry.startsWith("./validators"))
    for (const [name, value] of Object.entries(module)) tryOut(name, value);
}
for (const file of findSchemas()) {
  try {
    new Ajv2020().compile(JSON.parse(readFileSync(join(home, file), "utf8")));
    counts.schemas++;
  } catch (error) {
    problems.push(`${file}: ${error instanceof Error ? error.message.slice(0, 300) : error}`);
  }
}
if (exports["./openapi.json"] !== undefined) {
  const { valid, errors } = await new Validator().validate(
    JSON.parse(readFileSync(join(home, "openapi.json"), "utf8")),
  );
  counts.documents++;
  if (!valid) problems.push(`openapi.json: ${JSON.stringify(errors).slice(0, 500)}`);
}
const seconds = (performance.now() - started) / 1000;
writeResult("check", { problems, seconds, megabytes: process.resourceUsage().maxRSS / 1024, counts });

/** @param {string} entry @param {string} path @returns {Promise<Record<string, unknown>>} */
async function load(entry, path) {
  try {
    return await import(pathToFileURL(join(home, path)).href);
  } catch (error) {
    problems.push(`${entry}: ${error instanceof Error ? error.message : error}`);
    return {};
  }
}

/**
 * A validator answers whatever it is given: something is right or wrong with it, and is never unreadable.
 * @param {string} name
 * @param {unknown} validate
 */
function tryOut(name, validate) {
  if (typeof validate !== "function") return;
  counts.validators++;
  for (const value of [{}, [], null, 42, "text", { __proto__: null, unknown: [{}] }]) {
    try {
      const said = validate(value);
      const isAnswer = typeof said === "boolean" || typeof said?.ok === "boolean";
      if (!isAnswer || said.errors?.some((/** @type {any} */ { keyword }) => keyword === "unreadable"))
        problems.push(`${name}: ${JSON.stringify(said)} for ${JSON.stringify(value)}`);
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

function findSchemas() {
  const files = readdirSync(home, { recursive: true, encoding: "utf8" });
  return files.filter((file) => /^schema(?:[/\\].*|s?)\.json$/.test(file));
}
