import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a package has besides what it ships; read for its dependencies of development. */
const DEVELOPMENT = ["test", "scripts"];

/**
 * Returns the dependencies of a package that no file and no script of it names: those that ship have to be named by what
 * ships, those of development by any file. What another dependency wants beside it counts as named.
 * @param {string} root
 * @param {string} label the package's folder, from the root
 */
export function findUnusedDependencies(root, label) {
  const folder = join(root, label);
  const { dependencies = {}, devDependencies = {}, files = [], scripts = {} } = readManifest(folder);
  const words = Object.values(scripts).flatMap((script) => String(script).split(/\s+/));
  /** @param {string} dependency */
  const findInstalled = (dependency) => {
    const own = join(folder, "node_modules", dependency);
    return existsSync(own) ? own : join(root, "node_modules", dependency);
  };
  const peers = Object.keys({ ...dependencies, ...devDependencies }).flatMap((dependency) =>
    Object.keys(readManifest(findInstalled(dependency)).peerDependencies ?? {}),
  );
  /** @param {string} dependency */
  const isRun = (dependency) =>
    findCommands(findInstalled(dependency)).some((command) => words.includes(command));
  const top = existsSync(folder) ? readSources(folder, readdirSync(folder)) : [];
  const ships = ["src", ...files.filter((/** @type {string} */ name) => name !== "dist")];
  const shipped = [...readFolders(folder, ships), ...top];
  const all = [...shipped, ...readFolders(folder, DEVELOPMENT)];
  /** @type {(dependencies: object, texts: readonly string[]) => string[]} */
  const unused = (declared, texts) =>
    Object.keys(declared).filter(
      (one) => !peers.includes(one) && !isRun(one) && !texts.some((text) => isNamed(one, text)),
    );
  return [...unused(dependencies, shipped), ...unused(devDependencies, all)].map(
    (dependency) => `${label}/package.json declares ${dependency}, which nothing imports`,
  );
}

/** @param {string} folder */
function readManifest(folder) {
  const path = join(folder, "package.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

/**
 * Returns the commands that a package brings.
 * @param {string} folder
 */
function findCommands(folder) {
  const { name = "", bin = {} } = readManifest(folder);
  return typeof bin === "string" ? [name.replace(/^.*\//, "")] : Object.keys(bin);
}

/**
 * Returns whether a text imports a dependency, or runs a file of it that is one of our own.
 * @param {string} dependency
 * @param {string} text
 */
function isNamed(dependency, text) {
  const own = dependency.replace("@shapelog/", "packages/");
  const starts = own === dependency ? [] : [`"${own}/`];
  // The types of a package are used where the package is.
  const typed = dependency.replace("@types/", "");
  const names = new Set([dependency, typed]);
  return [...[...names].flatMap((name) => [`"${name}"`, `"${name}/`]), ...starts].some((start) =>
    text.includes(start),
  );
}

/**
 * @param {string} folder
 * @param {readonly string[]} names
 */
function readFolders(folder, names) {
  return names.flatMap((name) => {
    const inside = join(folder, name);
    if (!existsSync(inside) || /\.[a-z]+$/.test(name)) return [];
    return readSources(inside, readdirSync(inside, { recursive: true, encoding: "utf8" }));
  });
}

/**
 * @param {string} folder
 * @param {readonly string[]} files
 */
function readSources(folder, files) {
  const sources = files.filter((file) => /\.(?:tsx?|m?js|py)$/.test(file));
  return sources.map((file) => readFileSync(join(folder, file), "utf8"));
}
