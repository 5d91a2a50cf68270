// Compiles the types of generated packages against those of clients of the AWS SDK for JavaScript: what every operation
// takes, returns and throws has to be assignable both ways. What is not stands in check-sdk-assignable/allowed.json by
// service, shape and member, with the reason; the list may only shrink. Exits with 1 for what is not listed, and for
// what is listed and assignable by now.
//
//   node scripts/check-sdk-assignable.mjs BOTOCORE MODELS --clients FOLDER [--service NAME] [--keep]
//
// BOTOCORE is a clone of boto/botocore and MODELS one of aws/api-models-aws, bare or not, from which come the kinds that
// botocore has lost: unions, and texts that it has as numbers. The clients are installed in FOLDER: those that were the newest on the day of BOTOCORE's
// last commit, or with --keep what is there already. Build first.
import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compareTypes } from "./check-sdk-assignable/compare-types.mjs";
import { findCauses } from "./check-sdk-assignable/find-causes.mjs";
import { installClients } from "./check-sdk-assignable/install-clients.mjs";
import { lastDay, readService, SERVICES } from "./check-sdk-assignable/read-service.mjs";

/** @import { Difference } from "./check-sdk-assignable/compare-types.mjs" */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    clients: { type: "string" },
    service: { type: "string" },
    keep: { type: "boolean", default: false },
  },
});
const [botocore, models] = positionals;
const { clients } = values;
if (!botocore || !models || !clients) {
  console.error(
    "usage: node scripts/check-sdk-assignable.mjs BOTOCORE MODELS --clients FOLDER [--service NAME] [--keep]",
  );
  process.exit(2);
}

const LIST = fileURLToPath(new URL("check-sdk-assignable/allowed.json", import.meta.url));
/** @type {Readonly<Record<string, string>>} */
const allowed = JSON.parse(readFileSync(LIST, "utf8"));

const chosen = SERVICES.filter(({ client }) => values.service === undefined || client === values.service);
await installClients(clients, {
  clients: chosen.map(({ client }) => client),
  day: lastDay(botocore),
  keep: values.keep,
});
/** @type {Set<string>} */
const found = new Set();
let failures = 0;
let operations = 0;
for (const service of chosen) {
  const side = readService(service, { botocore, models });
  const where = { clients, client: service.client };
  const { checked, missing, differences, version } = await compareTypes(side, where);
  operations += checked;
  console.log(
    `${service.client} ${version}: ${checked} operations, ${differences.length} inputs, outputs and errors not assignable one way` +
      (missing.length === 0 ? "" : `; the client has no ${missing.join(", ")}`),
  );
  for (const cause of await findCauses(side, { ...where, differences })) report(service.client, cause);
}
const stale = Object.keys(allowed).filter(
  (key) => !found.has(key) && chosen.some(({ client }) => key.startsWith(`${client} `)),
);
for (const key of stale) console.log(`${key}: assignable by now, take it from the list`);
console.log(`${operations} operations of ${chosen.length} services, ${found.size} allowed differences`);
process.exitCode = failures + stale.length === 0 ? 0 : 1;

/**
 * @param {string} client
 * @param {Difference} difference
 */
function report(client, { place, message }) {
  const key = `${client} ${place}`;
  if (found.has(key)) return;
  const reason = allowed[key];
  found.add(key);
  if (reason === undefined) failures++;
  console.log(`  ${place}: ${reason === undefined ? `NOT ALLOWED: ${message}` : `allowed: ${reason}`}`);
}
