// Compares the names of generated types with those that clients of the AWS SDK for JavaScript export. The exit code is 1
// where a structure, union or enum of a service has a name that its client does not export and that is not listed
// below, or where a listed one has none: the list may only shrink.
//
//   node scripts/check-sdk-names.mjs CLONE FOLDER...
//
// CLONE is a clone of boto/botocore, bare or not; each FOLDER is an unpacked client (`npm pack @aws-sdk/client-s3`); build
// first. What only one of the two has, since the client is older or newer than the clone, is counted apart: a client
// has another name for a shape where it exports one that differs in case and underscores alone.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { readBotocore } from "../packages/botocore/dist/index.js";
import { chooseShapes, createTypeNames } from "../packages/emit/dist/index.js";
import { findServices, trait } from "../packages/model/dist/index.js";

/** @type {Readonly<Record<string, string>>} Names of ours that a client has otherwise, and why. */
const KNOWN = {};

const [clone, ...folders] = process.argv.slice(2);
if (!clone || folders.length === 0) {
  console.error("usage: node scripts/check-sdk-names.mjs CLONE FOLDER...");
  process.exit(2);
}

const files = git("ls-tree", "-r", "--name-only", "HEAD", "botocore/data")
  .split("\n")
  .filter((file) => file.endsWith("/service-2.json"))
  .reverse(); // the newest version of an API first
const found = new Set();
let failures = 0;
for (const folder of folders) {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const exported = readExports(folder);
  const spellings = new Map([...exported].map((spelled) => [fold(spelled), spelled]));
  const ours = readOurs(name.replace("@aws-sdk/client-", ""));
  const other = ours.filter((own) => !exported.has(own) && spellings.has(fold(own)));
  const absent = ours.filter((own) => !exported.has(own) && !spellings.has(fold(own)));
  console.log(
    `${name} ${version}: ${ours.length} types, ${other.length} with another name, ${absent.length} not there`,
  );
  if (absent.length > 0) console.log(`  not there: ${absent.slice(0, 12).join(" ")}`);
  for (const own of other) {
    const key = `${name}#${own}`;
    found.add(key);
    const reason = KNOWN[key];
    if (reason === undefined) failures++;
    console.log(`  ${own} is ${spellings.get(fold(own))} there${reason === undefined ? "" : `: ${reason}`}`);
  }
  for (const key of Object.keys(KNOWN)) {
    if (!key.startsWith(`${name}#`) || found.has(key)) continue;
    failures++;
    console.log(`  ${key} is the same by now: take it from the list`);
  }
}
process.exitCode = failures === 0 ? 0 : 1;

/**
 * Returns the names of the structures, unions and enums of the service that has a client's name.
 * @param {string} client
 */
function readOurs(client) {
  for (const file of files) {
    if (!file.replaceAll("-", "").includes(`data/${client.replaceAll("-", "").slice(0, 3)}`)) continue;
    const { model } = readBotocore({ file, text: git("show", `HEAD:${file}`) });
    const [service] = model ? findServices(model) : [];
    if (!model || !service || clientName(service) !== client) continue;
    const names = createTypeNames(model, { service });
    return chooseShapes(model, service)
      .shapes.filter(({ kind }) => ["structure", "union", "enum", "intEnum"].includes(kind))
      .map(({ id }) => names.of(id));
  }
  throw new Error(`no service has the client ${client}`);
}

/**
 * Returns what the SDK calls the client of a service: its `sdkId` with dashes.
 * @param {import("../packages/model/dist/index.js").ServiceShape} service
 */
function clientName(service) {
  const value = trait(service, "aws.api#service");
  const { sdkId } = /** @type {{ sdkId?: string }} */ (value ?? {});
  return sdkId?.toLowerCase().replaceAll(" ", "-");
}

/**
 * Returns the names of the types and constants that a client exports of its model.
 * @param {string} folder
 */
function readExports(folder) {
  const models = join(folder, "dist-types/models");
  const texts = readdirSync(models)
    .filter((file) => file.endsWith(".d.ts"))
    .map((file) => readFileSync(join(models, file), "utf8"));
  const exports = /^export (?:declare )?(?:interface|type|const|class|namespace|enum) ([\w$]+)/gm;
  return new Set(texts.flatMap((text) => [...text.matchAll(exports)].map(([, name]) => name ?? "")));
}

/**
 * Returns a name without what two spellings of it may differ in.
 * @param {string} name
 */
function fold(name) {
  return name.replaceAll("_", "").toLowerCase();
}

/** @param {string[]} args */
function git(...args) {
  const { status, stdout, stderr } = spawnSync("git", args, {
    cwd: clone,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
