import { spawnSync } from "node:child_process";
import { readBotocore } from "../../packages/botocore/dist/index.js";
import { createTypeNames } from "../../packages/emit/dist/index.js";
import {
  bodyEncoding,
  findProtocol,
  findServiceOperations,
  findServices,
  operationErrors,
} from "../../packages/model/dist/index.js";
import { outlineOf } from "../../packages/runtime/dist/outline.js";
import { createParser } from "../../packages/runtime/dist/parse.js";
import { loadSchemas } from "../check-protocol-tests/load-schemas.mjs";
import { createRandom } from "../random.mjs";
import { compareParsed, compareRedacted, readAsSmithy } from "./compare-value.mjs";
import { createSample } from "./create-sample.mjs";

/**
 * Holds values made at random for the shapes of AWS's services against Smithy's code. Returns how many differ.
 * @param {string} clone
 * @param {{ services: number, values: number, seed: number }} options
 */
export async function checkServices(clone, options) {
  const random = createRandom(options.seed);
  let compared = 0;
  let failed = 0;
  let services = 0;
  for (const file of listFiles(clone).slice(0, options.services)) {
    const { model } = readBotocore({ file, text: git(clone, "show", `HEAD:${file}`) });
    const [service] = model ? findServices(model) : [];
    if (!model || !service || bodyEncoding(service) !== "json") continue;
    services++;
    const schemas = await loadSchemas(model, service);
    const names = createTypeNames(model, { service });
    const jsonName = findProtocol(service) === "aws.protocols#restJson1";
    const ids = findServiceOperations(model, service).flatMap((operation) => [
      operation.input,
      operation.output,
      ...operationErrors(operation, service),
    ]);
    for (const id of new Set(ids)) {
      const schema = names.all.has(id) ? schemas[`${names.of(id)}$`] : undefined;
      if (schema === undefined) continue;
      for (let index = 0; index < options.values; index++) {
        // Where members are bound to HTTP, the reader of bodies goes by the formats of bodies.
        const settings = /** @type {const} */ ({ jsonName, bindsHttp: false, time: 7 });
        const sample = createSample(outlineOf(schema), { random, jsonName });
        const parse = createParser(
          (value) => ({ ok: true, value: Object(value), drift: [] }),
          schema,
          settings,
        );
        const parsed = parse(sample);
        const value = parsed.ok ? parsed.value : undefined;
        const theirs = await readAsSmithy(schema, JSON.stringify(sample), { jsonName });
        const problems = [...compareParsed(theirs, value), ...compareRedacted(schema, value)];
        compared++;
        if (problems.length > 0 && failed++ < 20)
          console.log(`FAILED ${file} ${id}\n  ${problems.join("\n  ")}`);
      }
    }
  }
  console.log(`${compared} values of ${services} services held against Smithy's code, ${failed} differ`);
  return failed;
}

/** @param {string} clone */
function listFiles(clone) {
  const all = git(clone, "ls-tree", "-r", "--name-only", "HEAD", "botocore/data").split("\n");
  return all.filter((file) => file.endsWith("/service-2.json"));
}

/**
 * @param {string} clone
 * @param {...string} args
 */
function git(clone, ...args) {
  const { stdout, status, stderr } = spawnSync("git", ["-C", clone, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
