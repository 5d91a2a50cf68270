import { basename } from "node:path";
import { offsetOfPointer } from "@shapelog/json";
import { placesOf } from "../workspace.mjs";
import { misspell } from "./words.mjs";

/** @typedef {import("../workspace.mjs").Workspace} Workspace */

const CODES = /^ledger\/(edited|wrong-name|wrong-service|not-a-revision|broken-chain|fork)$/;

/**
 * Edits of each single field of each entry of the ledger.
 *
 * @param {Workspace} workspace
 * @param {string} name
 * @param {() => number} random
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
export function mutateLedger(workspace, name, random) {
  return workspace
    .list(placesOf(name).ledger)
    .flatMap((file) => [
      ...mutateFields(workspace.read(file), file, random),
      ...removeFields(workspace.read(file), file),
      ...addFields(workspace.read(file), file),
    ]);
}

/**
 * @param {string} text
 * @param {string} file
 * @param {() => number} random
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
function mutateFields(text, file, random) {
  return listLeaves(JSON.parse(text)).flatMap(({ pointer, value }) => {
    const at = offsetOfPointer(text, pointer);
    const now = changeLeaf(value, random);
    if (at === undefined || now === undefined) return [];
    const end = at + JSON.stringify(value).length;
    const edited = text.slice(0, at) + JSON.stringify(now) + text.slice(end);
    const [, part = ""] = pointer.split("/");
    return {
      kind: pointer.startsWith("/changes")
        ? "ledger changes"
        : part === "seal"
          ? "ledger seal"
          : "ledger entry",
      what: `${pointer}: ${JSON.stringify(value)} → ${JSON.stringify(now)}`,
      edits: new Map([[file, edited]]),
      file,
      place: { pointer },
      codes: CODES,
    };
  });
}

/**
 * Returns every value that holds no others, with its place.
 *
 * @param {any} value
 * @param {string} pointer
 * @returns {readonly { pointer: string, value: any }[]}
 */
function listLeaves(value, pointer = "") {
  if (typeof value !== "object" || value === null) return [{ pointer, value }];
  return Object.entries(value).flatMap(([key, each]) =>
    listLeaves(each, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}

/** @param {any} value @param {() => number} random */
function changeLeaf(value, random) {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  if (value === null) return `sha256:${"0".repeat(64)}`;
  if (value === "") return "x";
  return /sha256:/.test(value) ? `sha256:${misspell(value.slice(7), random)}` : misspell(value, random);
}

/**
 * @param {string} text
 * @param {string} file
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
function removeFields(text, file) {
  const value = JSON.parse(text);
  return Object.keys(value)
    .filter((key) => key !== "seal")
    .map((key) => {
      const { [key]: _, ...rest } = value;
      return {
        kind: "ledger entry",
        what: `${key} removed`,
        edits: new Map([[file, `${JSON.stringify(rest, null, 2)}\n`]]),
        file,
        place: { pointer: `/${key}` },
        codes: CODES,
      };
    });
}

/**
 * @param {string} text
 * @param {string} file
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
function addFields(text, file) {
  const value = JSON.parse(text);
  const more = {
    note: "More.",
    forced: "I may.",
    source: { name: "me" },
    accepted: [{ finding: "0a", because: "x" }],
  };
  const entries = Object.entries(more).filter(([key]) => !(key in value));
  return entries.map(([key, added]) => ({
    kind: "ledger entry",
    what: `${key} added`,
    edits: new Map([[file, `${JSON.stringify({ ...value, [key]: added }, null, 2)}\n`]]),
    file,
    place: { pointer: `/${key}`, isWhole: true },
    codes: CODES,
  }));
}

/**
 * Files of the ledger that are gone, have another name, say what another says, or stand there twice.
 *
 * @param {Workspace} workspace
 * @param {string} name
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
export function mutateLedgerFiles(workspace, name) {
  const files = workspace.list(placesOf(name).ledger);
  const kind = "ledger file";
  return files.flatMap((file, index) => {
    const text = workspace.read(file);
    const renamed = file.replace(/[0-9a-f]{8}\.json$/, "00c0ffee.json");
    const next = files[index + 1];
    const gone = next ?? placesOf(name).changelog;
    const told = next ? gone : (findTelling(workspace, file) ?? gone);
    return [
      {
        ...{ kind, what: `${basename(file)} renamed`, file: renamed, place: { file: true } },
        edits: new Map([
          [file, undefined],
          [renamed, text],
        ]),
        codes: /^ledger\/edited$/,
      },
      {
        ...{ kind, what: `${basename(file)} removed`, file: told, place: { file: true } },
        edits: new Map([[file, undefined]]),
        codes: next ? /^ledger\/broken-chain$/ : /^changelog\/unknown-revision$/,
      },
      {
        ...{ kind, what: `${basename(file)} copied`, file: renamed, place: { file: true } },
        edits: new Map([[renamed, text]]),
        codes: /^ledger\/(edited|fork)$/,
      },
      ...(next
        ? [
            {
              ...{ kind, what: `${basename(file)} and the next swapped`, file, place: { file: true } },
              edits: new Map([
                [file, workspace.read(next)],
                [next, text],
              ]),
              codes: /^ledger\/wrong-name$/,
            },
          ]
        : []),
    ];
  });
}

/**
 * Returns the changeset that tells of a revision.
 *
 * @param {Workspace} workspace
 * @param {string} file
 */
function findTelling(workspace, file) {
  const id = basename(file, ".json");
  return workspace.list(".changeset").find((path) => workspace.read(path).includes(` ${id} `));
}
