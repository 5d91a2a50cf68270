// Writes what peers make before a program runs to `gen/`: the schemas for ajv, its standalone code, and typia's code.
// benchmarks/validators.mjs runs this.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";

const here = import.meta.dirname;
const gen = `${here}/gen`;
const emitted = `${here}/../../packages/generated/cognito-identity-provider/schema.json`;
const MAX_SECONDS = 8.64e12;
const EXACT_PATTERN = /the exact pattern is (.*?);/;

rmSync(gen, { recursive: true, force: true });
mkdirSync(gen);
generateForAjv();
execFileSync(
  process.execPath,
  ["node_modules/typia/lib/executable/typia.js", "generate"].concat([
    "--input",
    "typia",
    "--output",
    "gen",
    "--project",
    "tsconfig.json",
  ]),
  { cwd: here, stdio: ["ignore", "ignore", "inherit"] },
);

function generateForAjv() {
  const page = tighten(readSchema("AdminListUserAuthEventsResponse"));
  const request = tighten(readSchema("AdminListUserAuthEventsRequest"));
  writeFileSync(`${gen}/page.json`, JSON.stringify(page));
  writeFileSync(`${gen}/request.json`, JSON.stringify(request));
  const ajv = new Ajv({ code: { source: true, esm: true, lines: true } });
  ajv.addSchema(page, "page").addSchema(request, "request");
  writeFileSync(
    `${gen}/ajv-standalone.mjs`,
    standalone.default(ajv, { isPage: "page", isRequest: "request" }),
  );
}

function readSchema(name) {
  const { $defs } = JSON.parse(readFileSync(emitted, "utf8"));
  return { $ref: `#/$defs/${name}`, $defs };
}

/**
 * Returns an emitted schema in the form that ajv is quickest with, without `$ref`s and texts, and as strict as the
 * generated validators: objects are closed, times are in range, and patterns that the emitted schema widens for other
 * languages are the exact ones.
 */
function tighten(schema, definitions = schema.$defs) {
  const { $ref, $schema, $id, $defs, $comment = "", description, ...rest } = schema;
  if ($ref !== undefined) return tighten(definitions[$ref.replace("#/$defs/", "")], definitions);
  const [, pattern] = EXACT_PATTERN.exec($comment) ?? [];
  const { properties, items } = rest;
  return {
    ...rest,
    ...(pattern === undefined ? {} : { pattern }),
    ...($comment.includes("#DateType;") ? { minimum: -MAX_SECONDS, maximum: MAX_SECONDS } : {}),
    ...(items === undefined ? {} : { items: tighten(items, definitions) }),
    ...(properties === undefined ? {} : { properties: tightenAll(properties, definitions) }),
    ...(properties === undefined ? {} : { additionalProperties: false }),
  };
}

function tightenAll(properties, definitions) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, member]) => [name, tighten(member, definitions)]),
  );
}
