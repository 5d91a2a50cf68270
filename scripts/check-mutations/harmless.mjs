import { pick } from "./kinds/words.mjs";
import { SERVICES } from "./models.mjs";
import { placesOf } from "./workspace.mjs";

/** @typedef {import("./workspace.mjs").Workspace} Workspace */

/**
 * Edits that say nothing else: spaces, the order of keys, where lines of prose end, and how lines end.
 *
 * @param {Workspace} workspace
 * @param {() => number} random
 */
export function listHarmless(workspace, random) {
  return SERVICES.flatMap(({ name }) => {
    const { model, ledger, package: folder, changelog } = placesOf(name);
    const changesets = workspace.list(".changeset").filter((path) => path.includes(`${name}-`));
    const generated = workspace.list(`${folder}/src`);
    const json = [...workspace.list(ledger), `${folder}/package.json`];
    /** @param {string} kind @param {readonly string[]} files @param {(text: string) => string} edit */
    const make = (kind, files, edit) =>
      files.flatMap((file) => {
        const text = edit(workspace.read(file));
        return text === workspace.read(file) ? [] : { kind, what: file, edits: new Map([[file, text]]) };
      });
    return [
      ...make("order of keys", workspace.list(ledger), (text) =>
        print(shuffleKeys(JSON.parse(text), random)),
      ),
      ...make("order of fields", [`${folder}/package.json`], (text) =>
        print(shuffle(JSON.parse(text), random)),
      ),
      ...make("JSON on one line", json, (text) => JSON.stringify(JSON.parse(text))),
      ...make("JSON indented by tabs", json, (text) => `${JSON.stringify(JSON.parse(text), null, "\t")}\n`),
      ...make("CRLF", [...json, model, changelog, ...changesets, ...generated], toCrlf),
      ...make("spaces in the model", [model, model, model, model], (text) => addSpaces(text, random)),
      ...make("comments in the model", [model, model, model], (text) => addComment(text, random)),
      ...make("prose wrapped", [changelog, ...changesets], wrapProse),
      ...make("list marks", [changelog, ...changesets], (text) => text.replace(/^- /gm, "* ")),
      ...make("blank lines", [changelog, ...changesets], (text) =>
        text.replace(/\n\n(?=[-*A-Z`<])/g, "\n\n\n"),
      ),
      ...make("no last line feed", [model, changelog, ...changesets], (text) => text.trimEnd()),
    ];
  });
}

/** @param {any} value @param {() => number} random @returns {any} */
function shuffleKeys(value, random) {
  if (Array.isArray(value)) return value.map((each) => shuffleKeys(each, random));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, shuffleKeys(each, random)]);
  return shuffle(Object.fromEntries(entries), random);
}

/**
 * Shuffles the keys of an object alone, not those of what is in it.
 *
 * @param {any} value
 * @param {() => number} random
 */
function shuffle(value, random) {
  const entries = Object.entries(value).map((entry) => ({ entry, at: random() }));
  return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ entry }) => entry));
}

/** @param {any} value */
const print = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** @param {string} text */
const toCrlf = (text) => text.replaceAll("\n", "\r\n");

/** @param {string} text @param {() => number} random */
function addSpaces(text, random) {
  const lines = text.split("\n");
  const blank = lines.flatMap((line, index) => (line === "" ? [index] : []));
  return lines
    .toSpliced(pick(blank, random), 0, "")
    .map((line) => (line.includes("///") || random() < 0.7 ? line : `${line}  `))
    .join("\n");
}

/** @param {string} text @param {() => number} random */
function addComment(text, random) {
  const lines = text.split("\n");
  const ends = lines.flatMap((line, index) => (line === "}" ? [index + 1] : []));
  return lines.toSpliced(pick(ends, random), 0, "", "// Nothing that anybody reads.").join("\n");
}

/**
 * Breaks lines of prose at their spaces, outside code and facts.
 *
 * @param {string} text
 */
function wrapProse(text) {
  const blocks = text.split(/(<!-- shapelog:facts [\s\S]*?<!-- \/shapelog:facts -->)/);
  return blocks
    .map((block, index) => (index % 2 === 1 ? block : block.replace(/^(?:- )?[`A-Z].{12,}$/gm, wrapLine)))
    .join("");
}

/** @param {string} line */
function wrapLine(line) {
  const indent = line.startsWith("- ") ? "  " : "";
  let inCode = false;
  let column = 0;
  return [...line]
    .map((unit) => {
      column++;
      if (unit === "`") inCode = !inCode;
      if (unit !== " " || inCode || column < 14) return unit;
      column = 0;
      return `\n${indent}`;
    })
    .join("");
}
