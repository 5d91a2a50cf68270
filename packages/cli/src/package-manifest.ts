import { resolve } from "node:path";
import { readJson } from "@shapelog/json";
import { isNodeObject, type NodeValue, printJson } from "@shapelog/model";
import { readQuietly } from "./files/read-quietly.js";

type JsonObject = Readonly<Record<string, NodeValue>>;

/** What generated code imports, with the ranges of a new package: behaviour from the runtime, types from the other. */
const PACKAGE_DEPENDENCIES = { "@shapelog/runtime": "^0.1.0", "@smithy/types": "^4.20.0" };

/** What its scripts run. A workspace that has one of these versions keeps it for all its packages. */
const PACKAGE_TOOLS = { typescript: ">=5.4 <8" };

/** The fields that are made of the model and the configuration, and are not there where these do not say them. */
const OWN_FIELDS = [
  ...["name", "version", "private", "type", "license", "description", "repository", "exports", "files"],
  ...["sideEffects", "engines", "publishConfig", "scripts", "dependencies", "devDependencies"],
];

/** Of these fields the named entries are ours, and the others are the team's. */
const SHARED_FIELDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["scripts", new Set(["build", "typecheck", "prepack"])],
  ["dependencies", new Set(Object.keys(PACKAGE_DEPENDENCIES))],
  ["devDependencies", new Set(Object.keys(PACKAGE_TOOLS))],
]);

/** What tools of releases and updates wrote into the package's manifest last, and a new one starts with. */
export interface Released {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Returns the version and the ranges of dependencies that such tools gave the package last. */
export function readReleased(folder: string): Released {
  const manifest = readManifest(folder) ?? {};
  return {
    version: typeof manifest.version === "string" ? manifest.version : "0.0.0",
    dependencies: keepRanges(PACKAGE_DEPENDENCIES, manifest.dependencies),
    devDependencies: keepRanges(PACKAGE_TOOLS, manifest.devDependencies),
  };
}

function readManifest(folder: string): JsonObject | undefined {
  const text = readQuietly(resolve(folder, "package.json"));
  return text === undefined ? undefined : parse(text);
}

function parse(text: string): JsonObject | undefined {
  const { value, diagnostics } = readJson({ file: "package.json", text });
  return isNodeObject(value) && diagnostics.length === 0 ? value : undefined;
}

function keepRanges(
  first: Readonly<Record<string, string>>,
  released: NodeValue | undefined,
): Readonly<Record<string, string>> {
  const known = isNodeObject(released) ? released : {};
  const ranges = Object.entries(first).map(([name, range]) => {
    const kept = Object.hasOwn(known, name) ? known[name] : undefined;
    return [name, typeof kept === "string" ? kept : range];
  });
  return Object.fromEntries(ranges);
}

/**
 * Returns a manifest's text with what others wrote into the one in the folder: fields that are not ours, each behind the
 * one that it stands behind there, and scripts and dependencies besides ours.
 */
export function keepForeignFields(folder: string, text: string): string {
  const own = parse(text) ?? {};
  const found = readManifest(folder);
  if (!found) return text;
  const merged = Object.entries(own).map(([key, value]): [string, NodeValue] => {
    const ours = SHARED_FIELDS.get(key);
    const theirs = found[key];
    return [key, ours && isNodeObject(value) && isNodeObject(theirs) ? share(key, value, theirs) : value];
  });
  const keys = Object.keys(found);
  for (const [index, key] of keys.entries()) {
    if (OWN_FIELDS.includes(key) || Object.hasOwn(own, key)) continue;
    const before = keys.slice(0, index).reverse();
    const previous = before.find((each) => merged.some(([name]) => name === each));
    const place = previous === undefined ? 0 : merged.findIndex(([name]) => name === previous) + 1;
    merged.splice(place, 0, [key, found[key] ?? null]);
  }
  return `${printJson(Object.fromEntries(merged), 2)}\n`;
}

/** Returns our entries and those of others: scripts in the order that they have, dependencies as npm sorts them. */
function share(field: string, ours: JsonObject, theirs: JsonObject): NodeValue {
  const foreign = Object.entries(theirs).filter(([name]) => !SHARED_FIELDS.get(field)?.has(name));
  const all = [...Object.entries(ours), ...foreign];
  if (field === "scripts") return Object.fromEntries(all);
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Returns what of a file in a package is ours. Tools of releases and updates write versions and ranges into the manifest,
 * teams what they have to say besides, and each puts its lines as they like.
 */
export function ownPackageText(path: string, text: string): string {
  if (path !== "package.json") return text;
  const manifest = parse(text);
  if (!manifest) return text;
  const own = OWN_FIELDS.filter((key) => Object.hasOwn(manifest, key)).map((key) => [
    key,
    findOwn(key, manifest[key]),
  ]);
  return printJson(Object.fromEntries(own));
}

function findOwn(key: string, value: NodeValue | undefined): NodeValue | undefined {
  if (key === "version") return "";
  const ours = SHARED_FIELDS.get(key);
  if (!ours || !isNodeObject(value)) return value;
  const entries = Object.entries(value)
    .filter(([name]) => ours.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(key === "scripts" ? entries : entries.map(([name]) => [name, ""]));
}
