// Mutates IDL files and parses and formats the results: no exception, bounded time, every diagnostic within the text; what
// is formatted says the same, and stays as it is when it is formatted again.
//
//   node scripts/fuzz-idl.mjs FILE_OR_FOLDER... [--mutations 100000] [--seed N] [--comments]
//
// `--comments` only puts comments between the tokens: none gets lost, and none that ends a line gets one of its own.
// What fails is printed with the seed and the number of the mutation, and the text is written beside the system's
// temporary files, so that it can be looked at.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createRandom } from "./random.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    mutations: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    comments: { type: "boolean", default: false },
  },
});
if (positionals.length === 0) {
  console.error("Usage: node scripts/fuzz-idl.mjs FILE_OR_FOLDER... [--mutations N] [--seed N] [--comments]");
  process.exit(2);
}

const { formatTree, parseIdl } = await import("@shapelog/smithy");

/** A mutation may take so long, and so much longer for each character of its text. */
const BUDGET = { fixed: 250, perCharacter: 0.005 };
const MAX_LENGTH = 60_000;
const WORDS = ["structure", "enum", "apply", "with", "for", "namespace", "use", "metadata", "$version", ":="];
const PIECES = [
  ...'{}[]()"@$#.:=,/\\\n\r\t -',
  ...['"""', "///", "//", "\\u00", "\u0000", "\ud800", "\ufeff", "\u2028", "😀", "é", "1e", "-", "\r\n"],
  ...WORDS.map((word) => ` ${word} `),
];

const texts = positionals
  .flatMap(findTexts)
  .map((path) => readFileSync(path, "utf8"))
  .filter((text) => text.length > 0 && text.length <= MAX_LENGTH);
const seed = Number(values.seed);
const random = createRandom(seed);
const count = Number(values.mutations);
const seen = { failures: 0, diagnostics: 0, clean: 0, slowest: 0, characters: 0 };
const change = values.comments ? addComments : mutate;
for (let index = 0; index < count && texts.length > 0; index++) tryMutation(index, change(pick(texts)));

const { failures, diagnostics, clean, slowest, characters } = seen;
console.log(
  `${count} mutations of ${texts.length} files (seed ${seed}, ${characters} characters): ${failures} failures, ` +
    `${clean} without an error, ${diagnostics} diagnostics, slowest ${slowest.toFixed(0)} ms`,
);
process.exitCode = failures > 0 || texts.length === 0 ? 1 : 0;

/**
 * @param {number} index
 * @param {string} text
 */
function tryMutation(index, text) {
  const first = measure(text);
  // A busy machine is slow at times; a text that is slow is slow again.
  const { problem, time } = isSlow(text, first.time) ? measure(text) : first;
  seen.slowest = Math.max(seen.slowest, time);
  seen.characters += text.length;
  if (problem === undefined && !isSlow(text, time)) return;
  seen.failures++;
  const path = join(tmpdir(), `fuzz-idl-${seed}-${index}.smithy`);
  writeFileSync(path, text);
  console.log(`mutation ${index}: ${problem ?? `took ${time.toFixed(0)} ms`}; its text is ${path}`);
}

/** @param {string} text */
function measure(text) {
  const start = performance.now();
  const problem = check(text);
  return { problem, time: performance.now() - start };
}

/**
 * @param {string} text
 * @param {number} time
 */
function isSlow(text, time) {
  return time > BUDGET.fixed + BUDGET.perCharacter * text.length;
}

/**
 * Returns what is wrong with how a text is parsed, if anything is.
 * @param {string} text
 */
function check(text) {
  try {
    const { tree, diagnostics: found } = parseIdl({ file: "fuzz.smithy", text });
    seen.diagnostics += found.length;
    for (const { code, location } of found) {
      const offset = location?.offset;
      if (offset === undefined || offset < 0 || offset > text.length)
        return `${code} stands at ${offset} of ${text.length}`;
    }
    const formatted = formatTree(tree);
    if (found.some(({ severity }) => severity === "error")) return undefined;
    seen.clean++;
    const again = parseIdl({ file: "fuzz.smithy", text: formatted });
    const error = again.diagnostics.find(({ severity }) => severity === "error");
    if (error) return `formatted, it has an error: ${error.message}`;
    if (formatTree(again.tree) !== formatted) return "formatting again changes it";
    // A row of slashes over a blank line documents what follows, and is a comment once it is formatted.
    if (!text.includes("////") && printBare(again.tree) !== printBare(tree))
      return "formatted, it says something else";
    return values.comments ? findMoved(text, formatted, tree) : undefined;
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : error}`;
  }
}

/**
 * Returns a tree as text, without what is layout: places, comments, quotes, and `use` statements, which are sorted.
 * @param {unknown} tree
 */
function printBare(tree) {
  const layout = new Set(["start", "end", "typeStart", "comments", "quoted", "uses", "raw"]);
  return JSON.stringify(tree, (key, value) => (layout.has(key) ? undefined : value));
}

/**
 * Returns what is wrong with where the added comments are after formatting, if anything is.
 * @param {string} text
 * @param {string} formatted
 * @param {import("@shapelog/smithy").SyntaxTree} tree
 */
function findMoved(text, formatted, tree) {
  const dropped = tree.uses.length > 0;
  for (const [, mark = ""] of text.matchAll(/\/\/ (added\d+)$/gm)) {
    const place = formatted.indexOf(`// ${mark}\n`);
    if (place === -1) {
      if (dropped || isInText(text, mark)) continue;
      return `${mark} is lost`;
    }
    const written = text.indexOf(`// ${mark}\n`);
    const wasOwn = /^[ \t,]*$/.test(lineBefore(text, written));
    const isOwn = /^ *$/.test(lineBefore(formatted, place));
    if (wasOwn && !isOwn) return `${mark} had a line of its own`;
    if (isOwn && !wasOwn && isKept(text, written)) return `${mark} got a line of its own`;
  }
  return undefined;
}

/**
 * Returns whether a comment ends a line that is a line of its own when formatted, too: not one between a key and its colon,
 * or between that and the value.
 * @param {string} text
 * @param {number} at
 */
function isKept(text, at) {
  const isAfterPart = /[\w"\])}][ \t,]*$/.test(lineBefore(text, at));
  return isAfterPart && !/^(?:\/\/.*|[\s,])*:/.test(text.slice(at));
}

/**
 * @param {string} text
 * @param {string} mark
 */
function isInText(text, mark) {
  return text.slice(0, text.indexOf(mark)).split('"""').length % 2 === 0;
}

/**
 * @param {string} text
 * @param {number} at
 */
function lineBefore(text, at) {
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
}

/** @param {string} text */
function addComments(text) {
  const lines = text.split("\n");
  let added = 0;
  const line = () => `// added${added++}`;
  const changed = lines.map((each) => {
    const isComment = each.includes("//");
    if (!isComment && each.trim() !== "" && random() < 0.2) return `${each} ${line()}`;
    if (!isComment && random() < 0.05)
      return `${each.replace(/[[{(,] *(?=\S)/, (found) => `${found} ${line()}\n`)}`;
    return random() < 0.05 ? `${line()}\n${each}` : each;
  });
  return changed.join("\n");
}

/** @param {string} text */
function mutate(text) {
  let mutated = text;
  for (let left = 1 + Math.floor(random() ** 2 * 6); left > 0; left--) mutated = mutateOnce(mutated);
  return mutated;
}

/** @param {string} text */
function mutateOnce(text) {
  const at = place(text);
  const end = Math.min(text.length, at + Math.floor(random() ** 3 * 200));
  switch (Math.floor(random() * 8)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + pick(PIECES) + text.slice(at);
    case 2: {
      const [from, to] = [Math.min(at, place(text)), Math.max(at, place(text))];
      return text.slice(0, from) + text.slice(to, to + 20) + text.slice(from + 20, to) + text.slice(from);
    }
    case 3:
      return text.slice(0, at);
    case 4:
      return text.slice(0, at) + String.fromCharCode(Math.floor(random() * 65536)) + text.slice(at + 1);
    case 5:
      return text.slice(0, at) + pick(["[", "{", "(", "@a(", "{a:"]).repeat(random() * 3000) + text.slice(at);
    case 6:
      return text.slice(0, at) + text.slice(at, end).repeat(2) + text.slice(end);
    default:
      return text.slice(0, at) + pick(PIECES) + text.slice(at + 1);
  }
}

/** @param {string} text */
function place(text) {
  return Math.floor(random() * (text.length + 1));
}

/**
 * @param {readonly string[]} list
 * @returns {string}
 */
function pick(list) {
  return list[Math.floor(random() * list.length)] ?? "";
}

/** @param {string} path */
function findTexts(path) {
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  return files.filter((file) => file.endsWith(".smithy")).map((file) => join(path, file));
}
