// Fails on an import between packages that the table in docs/architecture.md does not allow, on an import of a package
// that package.json does not declare, on a dependency that nobody imports, and on a circle of imports inside a package,
// those of types alone included.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findUnusedDependencies } from "./find-unused-dependencies.mjs";

const IMPORT =
  /^(?:import|export)\s+(?:[^;]*?\s+from\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** Entry points for code that ships, besides each package's own name and its pages. */
const PAGES = /^@shapelog\/[a-z-]+\/pages$/;
const ENTRY_POINTS = new Set([
  "@shapelog/botocore/revisions",
  "@shapelog/changelog/published",
  "@shapelog/diff/aws",
  "@shapelog/diff/smithy",
  "@shapelog/emit-validators/checks",
  "@shapelog/impact/traffic",
  "@shapelog/model/revisions",
  "@shapelog/model/selectors",
  "@shapelog/runtime/checks",
  "@shapelog/runtime/errors",
  "@shapelog/runtime/parse",
  "@shapelog/runtime/redact",
  "@shapelog/smithy/text-format",
]);

/**
 * Returns what each package may import, from the table of packages.
 * @param {string} markdown
 */
export function readTable(markdown) {
  const rows = markdown.matchAll(/^\| `([a-z-]+)` \|[^|]*\|([^|]*)\|$/gm);
  /** @type {Map<string, Set<string>>} */
  const table = new Map();
  for (const [, name = "", allowed = ""] of rows) {
    const listed = [...allowed.matchAll(/`([a-z-]+)`/g)].map(([, other = ""]) => other);
    const but = /everything above but `([a-z-]+)`/.exec(allowed)?.[1];
    table.set(name, new Set(but ? [...table.keys()].filter((other) => other !== but) : listed));
  }
  return table;
}

/**
 * Returns what a source text imports, values and types.
 * @param {string} text
 */
export function readImports(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return [...code.matchAll(IMPORT)].map(([, from, dynamic]) => from ?? dynamic ?? "");
}

/**
 * Returns every problem of the packages below a folder.
 * @param {string} root
 */
export function checkBoundaries(root) {
  const table = readTable(readFileSync(join(root, "docs/architecture.md"), "utf8"));
  const problems = [];
  for (const name of readdirSync(join(root, "packages")).sort()) {
    const folder = join(root, "packages", name);
    if (name === "generated" || !existsSync(join(folder, "package.json"))) continue;
    const allowed = table.get(name);
    if (!allowed) problems.push(`packages/${name} is not in the table of docs/architecture.md`);
    else problems.push(...checkPackage(name, folder, allowed));
  }
  for (const group of ["packages", "apps"]) {
    for (const name of readdirSync(join(root, group)).sort())
      problems.push(...findUnusedDependencies(root, `${group}/${name}`));
  }
  return problems;
}

/**
 * @param {string} name
 * @param {string} folder
 * @param {ReadonlySet<string>} allowed
 */
function checkPackage(name, folder, allowed) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const declared = new Set([
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
    // What a bundle contains is not installed beside it.
    ...(isBundled(manifest) ? Object.keys(manifest.devDependencies ?? {}) : []),
  ]);
  const files = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => path.replaceAll("\\", "/"));
  const problems = [];
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const file of files) {
    const imported = readImports(readFileSync(join(folder, "src", file), "utf8"));
    const own = imported.filter((from) => from.startsWith("."));
    graph.set(
      file.replace(/\.tsx?$/, ""),
      own.map((from) =>
        normalize(join(dirname(file), from))
          .replaceAll("\\", "/")
          .replace(/\.js$/, ""),
      ),
    );
    for (const from of imported)
      if (!from.startsWith(".")) problems.push(...checkImport({ name, file, from }, allowed, declared));
  }
  return [
    ...problems,
    ...findCycles(graph).map((cycle) => `packages/${name}: ${cycle.join(" → ")} is a cycle`),
  ];
}

/** @param {{ readonly scripts?: { readonly build?: string } }} manifest */
function isBundled(manifest) {
  return manifest.scripts?.build?.includes("rolldown") === true;
}

/**
 * @param {{ name: string, file: string, from: string }} place
 * @param {ReadonlySet<string>} allowed
 * @param {ReadonlySet<string>} declared
 */
function checkImport({ name, file, from }, allowed, declared) {
  if (from.startsWith("node:")) return [];
  const where = `packages/${name}/src/${file}`;
  const [, scope, own = ""] = /^(@shapelog\/)?([^/]+)/.exec(from) ?? [];
  if (scope) {
    if (own === name) return PAGES.test(from) ? [] : [`${where} imports its own package by name`];
    if (from !== `@shapelog/${own}` && !ENTRY_POINTS.has(from) && !PAGES.test(from))
      return [`${where} imports ${from}; code that ships uses entry points alone`];
    if (!allowed.has(own)) return [`${where} imports ${from}; the table does not allow it`];
  }
  const dependency = from.split("/", from.startsWith("@") ? 2 : 1).join("/");
  return declared.has(dependency) ? [] : [`${where} imports ${from}, which package.json does not declare`];
}

/** @param {ReadonlyMap<string, readonly string[]>} graph */
function findCycles(graph) {
  /** @type {string[][]} */
  const cycles = [];
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {(file: string, path: readonly string[]) => unknown} */
  const visit = (file, path) => {
    if (path.includes(file)) return cycles.push([...path.slice(path.indexOf(file)), file]);
    if (done.has(file)) return 0;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    return done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const problems = checkBoundaries(fileURLToPath(new URL("..", import.meta.url)));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
