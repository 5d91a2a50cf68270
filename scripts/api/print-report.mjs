// The text of `api/<package>.txt`.

/** What API Extractor notes about documentation, which is no part of the promise. */
const COMMENT = /^\s*\/\/ (@public\b.*|\(undocumented\)|\(No @packageDocumentation comment.*\))$/;

/**
 * @typedef {object} EntryPointReport
 * @property {string} name
 * @property {boolean} isInternal
 * @property {string[]} imports One a line.
 * @property {string[]} declared
 */

const NAME = /^(?:abstract )?(?:class|const|enum|function|interface|let|namespace|type|var) ([\w$]+)/;

/**
 * Returns what a package promises: each entry point, what it imports and what it declares. A type that a signature needs
 * but the entry point does not export is declared too, or imported where another entry point exports it.
 *
 * @param {import("./find-packages.mjs").PublishedPackage} published
 * @param {Map<string, string | undefined>} declarations by entry point, `undefined` where it is internal
 * @returns {string}
 */
export function printReport({ entryPoints }, declarations) {
  const reports = entryPoints.map(({ name }) => ({ name, ...readDeclarations(declarations.get(name)) }));
  /** @type {Map<string, string>} */
  const homes = new Map();
  for (const { name, declared } of reports) {
    for (const text of declared) {
      const unexported = text.replace(/^export /, "");
      if (unexported !== text && !homes.has(unexported)) homes.set(unexported, name);
    }
  }
  return reports.map((report) => printEntryPoint(report, homes)).join("\n");
}

/**
 * @param {EntryPointReport} report
 * @param {Map<string, string>} homes the entry points that export declarations
 */
function printEntryPoint({ name, isInternal, imports, declared }, homes) {
  if (isInternal) return `# ${name}\n\nInternal: no promise.\n`;
  const borrowed = declared
    .filter((text) => homes.has(text))
    .map((text) => `import { ${nameOf(text)} } from '${homes.get(text)}';`);
  const own = findNeeded(declared.filter((text) => !homes.has(text)));
  const words = wordsOf(own.join("\n"));
  const lines = [...new Set([...imports, ...borrowed])]
    .filter((line) => words.has(importedName(line)))
    .sort();
  const parts = [`# ${name}`, ...(lines.length === 0 ? [] : [lines.join("\n")]), ...own];
  return `${parts.join("\n\n")}\n${parts.length === 1 ? "\nNothing.\n" : ""}`;
}

/**
 * Returns the declarations that are exported, and those that they need.
 *
 * @param {string[]} declared
 */
function findNeeded(declared) {
  const needed = new Set(declared.filter((text) => text.startsWith("export ")));
  for (const text of needed) {
    const words = wordsOf(text);
    for (const other of declared) if (words.has(nameOf(other))) needed.add(other);
  }
  return declared.filter((text) => needed.has(text));
}

/** @param {string} declared */
function nameOf(declared) {
  return NAME.exec(declared)?.[1] ?? "";
}

/**
 * Returns the name that an import has here: the last one before `from`.
 *
 * @param {string} line
 */
function importedName(line) {
  return /([\w$]+)[\s}]*from /.exec(line)?.[1] ?? "";
}

/** @param {string} text */
function wordsOf(text) {
  return new Set(text.match(/[\w$]+/g));
}

/**
 * Reads what API Extractor has printed: one import a line, and declarations with empty lines between.
 *
 * @param {string | undefined} markdown
 */
function readDeclarations(markdown) {
  const code = /^```ts\n([\s\S]*)^```$/m.exec(markdown ?? "")?.[1] ?? "";
  const lines = indent(code.split("\n").filter((line) => !COMMENT.test(line)));
  const isImport = (/** @type {string} */ line) => line.startsWith("import ");
  return {
    isInternal: markdown === undefined,
    imports: lines.filter(isImport).map((line) => line.replace(/^import type /, "import ")),
    declared: lines
      .filter((line) => !isImport(line))
      .join("\n")
      .split(/\n{2,}/)
      .map((text) => text.trim())
      .filter((text) => text !== ""),
  };
}

/**
 * API Extractor does not indent what stands between angle brackets.
 *
 * @param {string[]} lines
 */
function indent(lines) {
  let depth = 0;
  return lines.map((line) => {
    const text = line.trim();
    const closing = text.startsWith("}") ? 1 : 0;
    const indented = text === "" ? "" : "    ".repeat(Math.max(depth - closing, 0)) + text;
    depth += count(text, /\{/g) - count(text, /\}/g);
    return indented;
  });
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 */
function count(text, pattern) {
  return text.match(pattern)?.length ?? 0;
}
