import { createHash } from "node:crypto";
import { placesOf } from "../workspace.mjs";
import { pick } from "./words.mjs";

/** @typedef {import("../workspace.mjs").Workspace} Workspace */

/** How many places of each generated file are tried. */
const PLACES = 4;
const CODES = /^cli\/(edited-files|stale-file|stale-package|missing-file|extra-file)$/;

/**
 * Edits of any byte of generated files, and files that are gone or too many.
 *
 * @param {Workspace} workspace
 * @param {string} name
 * @param {() => number} random
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
export function mutateGenerated(workspace, name, random) {
  const { package: folder } = placesOf(name);
  const record = `${folder}/.shapelog-files`;
  const listed = workspace.read(record);
  const files = workspace
    .list(folder)
    .filter((path) => !/(CHANGELOG\.md|package\.json|\.shapelog-releases)$/.test(path));
  return [
    ...files.flatMap((file) => [
      ...Array.from({ length: PLACES }, () => editByte(workspace.read(file), file, random)),
      ...(file === record ? [] : [removeFile(file)]),
    ]),
    {
      ...{
        kind: "generated file",
        what: "one that is made no more",
        file: `${folder}/src/old.ts`,
        place: { file: true },
        codes: CODES,
      },
      edits: new Map([
        [`${folder}/src/old.ts`, "export {};\n"],
        [record, `${listed}${createHash("sha256").update("export {};\n").digest("hex")}  src/old.ts\n`],
      ]),
    },
    ...mutateManifest(workspace, folder),
  ];
}

/**
 * @param {string} text
 * @param {string} file
 * @param {() => number} random
 * @returns {import("../mutation.mjs").Mutation}
 */
function editByte(text, file, random) {
  const places = [...text.matchAll(/\S/g)].map(({ index }) => index);
  const at = pick(places, random);
  const now = text[at] === "x" ? "y" : "x";
  const line = text.slice(0, at).split("\n").length;
  return {
    kind: file.endsWith(".shapelog-files") ? "generated record" : "generated file",
    what: `${text[at]} → ${now} in line ${line}: ${text.split("\n")[line - 1]?.trim().slice(0, 60)}`,
    edits: new Map([[file, text.slice(0, at) + now + text.slice(at + 1)]]),
    file,
    place: { lines: [line, line] },
    codes: CODES,
  };
}

/**
 * @param {string} file
 * @returns {import("../mutation.mjs").Mutation}
 */
function removeFile(file) {
  return {
    ...{ kind: "generated file", what: "removed", file, place: { file: true }, codes: CODES },
    edits: new Map([[file, undefined]]),
  };
}

/**
 * Fields of the manifest that are made of the model and the configuration.
 *
 * @param {Workspace} workspace
 * @param {string} folder
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
function mutateManifest(workspace, folder) {
  const file = `${folder}/package.json`;
  const manifest = JSON.parse(workspace.read(file));
  const { version: _, ...fields } = manifest;
  const of = { kind: "generated manifest", file, codes: CODES };
  return Object.entries(fields).flatMap(([key, value]) => {
    const other =
      typeof value === "string" ? `${value}x` : typeof value === "boolean" ? !value : { ...value, x: "x" };
    const isShared = ["scripts", "dependencies", "devDependencies"].includes(key);
    const edited = isShared
      ? { ...value, [Object.keys(value)[0] ?? ""]: undefined }
      : Array.isArray(value)
        ? [...value, "x"]
        : other;
    const text = JSON.stringify({ ...manifest, [key]: edited }, null, 2);
    return { ...of, what: `${key} edited`, edits: new Map([[file, `${text}\n`]]), place: linesOf(text, key) };
  });
}

/** @param {string} text @param {string} key */
function linesOf(text, key) {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`  "${key}"`));
  const end = lines.slice(from + 1).findIndex((line) => /^( {2}")|^}/.test(line));
  return { lines: [from + 1, from + 1 + end] };
}

/**
 * The version of a package.
 *
 * @param {Workspace} workspace
 * @param {string} name
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
export function mutateVersion(workspace, name) {
  const file = `${placesOf(name).package}/package.json`;
  const text = workspace.read(file);
  const { version } = JSON.parse(text);
  /** @type {readonly number[]} */
  const numbers = version.split(".").map(Number);
  const line = text.split("\n").findIndex((each) => each.includes('"version"')) + 1;
  const others = numbers.flatMap((number, at) =>
    [1, 2, 5].map((more) => numbers.with(at, number + more).join(".")),
  );
  return [...others, "0.0.0", `${version}-beta.1`].map((other) => ({
    kind: "package version",
    what: `${version} → ${other}`,
    edits: new Map([[file, text.replace(`"version": "${version}"`, `"version": "${other}"`)]]),
    file,
    place: { lines: [line, line] },
    codes: /^changelog\/wrong-version$/,
  }));
}
