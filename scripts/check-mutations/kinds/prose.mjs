import { basename } from "node:path";
import { sealRevision } from "@shapelog/ledger";
import { placesOf } from "../workspace.mjs";

/** @typedef {import("../workspace.mjs").Workspace} Workspace */

/** What each revision says that is true, and the same untrue. */
/** @type {readonly (readonly [string, string])[]} */
const UNTRUE = [
  ["Removed `", "Added `"],
  ["added `", "removed `"],
  ["Added the error `", "Removed the error `"],
  ["Added `", "Removed `"],
  ["`ParkSize` has `TINY`", "`ParkSize` no longer has `TINY`"],
  ["has `CHILD`", "has `SENIOR`"],
  ["has `Sent`", "no longer has `Sent`"],
  ["has `MIDDLE`", "lost `MIDDLE`"],
  ["`TINY`", "`TINYY`"],
  ["`CLOSED`", "`CLOSD`"],
  ["`RefundTicket`", "`RefundTickets`"],
  ["`ParksBusy`", "`ParkBusy`"],
  ["50 at most", "60 at most"],
];

/** By service, a member that has been there all the time, and a type that has no other. */
/** @type {Readonly<Record<string, readonly [string, string]>>} */
const KEPT = { parks: ["Town", "Park"], tickets: ["Currency", "Holder"], meters: ["Since", "Reading"] };

/**
 * Returns sentences that are true of none of the revisions.
 *
 * @param {string} name
 */
function listSentences(name) {
  const [kept, type] = KEPT[name] ?? ["", ""];
  return [`Removed \`${kept}\`.`, `Added \`${kept}\`.`, `Added \`Zebra\` to \`${type}\`.`];
}

/**
 * Returns a prose with something untrue in it, in every way.
 *
 * @param {string} text
 * @param {{ name: string, isBreaking: boolean }} options
 */
export function listUntrue(text, { name, isBreaking }) {
  const replaced = UNTRUE.flatMap(([is, not]) =>
    text.includes(is) ? { what: `${is} → ${not}`, text: text.replace(is, () => not) } : [],
  );
  const said = [...listSentences(name), ...(isBreaking ? ["There are no breaking changes."] : [])];
  return [...replaced, ...said.map((sentence) => ({ what: sentence, text: `${text} ${sentence}` }))];
}

const CODES = /^changelog\/(false-claim|unknown-name|wrong-place|unclear-place|wrong-number|broken-promise)$/;

/**
 * Notes of the ledger that were untrue from the beginning: they are sealed as they are.
 *
 * @param {Workspace} workspace
 * @param {string} name
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
export function mutateNotes(workspace, name) {
  return workspace.list(placesOf(name).ledger).flatMap((file) => {
    const value = JSON.parse(workspace.read(file));
    if (value.note === undefined || value.before === null) return [];
    const lines = workspace.read(file).split("\n");
    const line = lines.findIndex((each) => each.startsWith('  "note"')) + 1;
    const isBreaking = value.changes.some((/** @type {any} */ { kind }) => kind === "enum.value.removed");
    return listUntrue(value.note, { name, isBreaking }).map(({ what, text }) => ({
      kind: "prose of the ledger",
      what,
      edits: new Map([[file, seal(basename(file, ".json"), { ...value, note: text })]]),
      file,
      place: { lines: [line, line] },
      codes: CODES,
    }));
  });
}

/** @param {string} id @param {any} options */
function seal(id, { format, service, seal: _, ...revision }) {
  const sealed = sealRevision(service, { id, ...revision });
  return `${JSON.stringify({ format, service, ...revision, seal: sealed }, null, 2)}\n`;
}

/**
 * Prose of changesets and changelogs: what stands before each block of facts.
 *
 * @param {Workspace} workspace
 * @param {string} name
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
export function mutateProse(workspace, name) {
  const changesets = workspace.list(".changeset").filter((path) => path.includes(`${name}-`));
  return [
    ...changesets.flatMap((file) =>
      mutateText(workspace.read(file), { name, file, kind: "prose of a changeset" }),
    ),
    ...mutateText(workspace.read(placesOf(name).changelog), {
      name,
      file: placesOf(name).changelog,
      kind: "prose of the changelog",
    }),
  ];
}

/**
 * @param {string} text
 * @param {{ name: string, file: string, kind: string }} options
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
function mutateText(text, { name, file, kind }) {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const facts = lines.slice(index).findIndex((each) => each.includes("<!-- shapelog:facts"));
    if (!/^(- )?[`A-Z].*\.$/.test(line) || facts !== 2) return [];
    const block = lines.slice(index + 2, lines.indexOf("<!-- /shapelog:facts -->", index)).join("\n");
    if (block.includes("Notice: the record starts")) return [];
    const isBreaking = /removed `|Breaking/.test(block);
    return listUntrue(line, { name, isBreaking }).map(({ what, text: now }) => ({
      kind,
      what,
      edits: new Map([[file, lines.toSpliced(index, 1, now).join("\n")]]),
      file,
      place: { lines: [index + 1, index + 1] },
      codes: CODES,
    }));
  });
}
