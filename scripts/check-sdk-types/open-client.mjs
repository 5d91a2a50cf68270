import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { bundleTypes, readFacts } from "./bundle-types.mjs";

/** @import { SdkFacts } from "./bundle-types.mjs" */

const run = promisify(execFile);

/** @typedef {{ readonly version: string, readonly day: number }} Release `day`: in ms, never later than the day npm says */

/** @typedef {{ readonly version: string, readonly text: string, readonly facts: SdkFacts }} Client */

/** When some versions were released, all clients in step: mirrors of npm tell the time at which they took a version over. */
const KNOWN = [
  ["3.0.0", "2020-12-15"],
  ["3.100.0", "2022-05-27"],
  ["3.200.0", "2022-10-31"],
  ["3.504.0", "2024-01-31"],
  ["3.800.0", "2025-05-01"],
  ["3.1000.0", "2026-02-27"],
].map(([version = "", day = ""]) => ({ at: orderOf(version), day: Date.parse(day) }));

/** What a mirror says is not believed if it is so much later, in ms, than what is known of the versions around. */
const SLACK = 10 * 24 * 60 * 60 * 1000;

/**
 * Opens the versions of a client of AWS's SDK, each fetched from npm once and kept in a folder.
 * @param {string} sdkId
 * @param {string} cache
 */
export function openClient(sdkId, cache) {
  const short = `client-${sdkId.toLowerCase().replace(/[\s_]+/g, "-")}`;
  const name = `@aws-sdk/${short}`;
  const folder = join(cache, short);
  mkdirSync(folder, { recursive: true });
  return {
    name,
    listReleases: () => listReleases(name, folder),
    /**
     * Fetches what is not there yet, at once.
     * @param {readonly string[]} versions
     */
    fetch: (versions) => packTypes(name, folder, versions),
    /**
     * @param {string} version
     * @returns {Promise<Client>}
     */
    async read(version) {
      await packTypes(name, folder, [version]);
      const text = readFileSync(join(folder, `${version}.d.ts`), "utf8");
      return { version, text, facts: readFacts(text) };
    },
  };
}

/**
 * Returns the releases of a package, the oldest first; none where npm knows no such package.
 * @param {string} name
 * @param {string} folder
 * @returns {Promise<readonly Release[]>}
 */
async function listReleases(name, folder) {
  const path = join(folder, "time.json");
  if (!existsSync(path)) {
    const { stdout } = await run("npm", ["view", name, "time", "--json"], { maxBuffer: 2 ** 26 }).catch(
      (error) => {
        if (/E404/.test(error.stderr)) return { stdout: "{}" };
        throw error;
      },
    );
    replaceFile(path, stdout);
  }
  /** @type {Readonly<Record<string, string>>} */
  const times = JSON.parse(readFileSync(path, "utf8") || "{}");
  const versions = Object.keys(times)
    .filter((version) => /^3\.\d+\.\d+$/.test(version))
    .sort((a, b) => orderOf(b) - orderOf(a));
  let latest = Number.POSITIVE_INFINITY; // no version is younger than a later one
  return versions
    .map((version) => {
      latest = Math.min(latest, Date.parse(times[version] ?? ""));
      const about = between(orderOf(version));
      return { version, day: latest > about + SLACK ? about : latest };
    })
    .reverse();
}

/** @param {string} version */
function orderOf(version) {
  const [, minor = 0, patch = 0] = version.split(".").map(Number);
  return minor + patch / 1000;
}

/** @param {number} at */
function between(at) {
  const index = Math.max(
    1,
    Math.min(
      KNOWN.length - 1,
      KNOWN.findIndex((known) => known.at >= at),
    ),
  );
  const [from, to] = [KNOWN[index - 1], KNOWN[index]];
  if (!from || !to || at > to.at) return Number.POSITIVE_INFINITY;
  return from.day + ((at - from.at) / (to.at - from.at)) * (to.day - from.day);
}

/**
 * @param {string} name
 * @param {string} folder
 * @param {readonly string[]} versions
 */
async function packTypes(name, folder, versions) {
  const missing = versions.filter((version) => !existsSync(join(folder, `${version}.d.ts`)));
  if (missing.length === 0) return;
  const temporary = mkdtempSync(join(folder, "pack-"));
  try {
    const specs = missing.map((version) => `${name}@${version}`);
    const { stdout } = await run("npm", ["pack", ...specs, "--json", "--pack-destination", temporary], {
      maxBuffer: 2 ** 28,
    });
    /** @type {readonly { readonly version: string, readonly filename: string }[]} */
    const packed = JSON.parse(stdout);
    for (const { version, filename } of packed) {
      const root = join(temporary, version);
      mkdirSync(root);
      const tarball = join(temporary, filename.replace("@", "").replace("/", "-"));
      await run("tar", ["xzf", tarball, "-C", root]);
      replaceFile(join(folder, `${version}.d.ts`), readBundle(join(root, "package")));
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** @param {string} root */
function readBundle(root) {
  const types = ["dist-types", "dist/types", "types"].map((each) => join(root, each)).find(existsSync);
  if (types === undefined) throw new Error(`${root} has no types`);
  return bundleTypes(["models", "commands"].flatMap((each) => readTypes(join(types, each))));
}

/** @param {string} folder */
function readTypes(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".d.ts") && file !== "index.d.ts");
  return files.sort().map((file) => readFileSync(join(folder, file), "utf8"));
}

/**
 * @param {string} path
 * @param {string} text
 */
function replaceFile(path, text) {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
