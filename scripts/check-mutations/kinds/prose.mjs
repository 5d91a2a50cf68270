import { sealRevision } from "@shapelog/ledger";
import { basename } from "node:path";
import { placesOf } from "../workspace.mjs";

/** What each revision says that is true, and the same untrue. */
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

/** Sentences that are true of none of the revisions. */
const SENTENCES = ["Removed `Town`, `Concert` and `Since`.", "Added `Town`, `Concert` and `Since`."];

/** Returns a prose with something untrue in it, in every way. @param {string} text */
export function listUntrue(text, { isBreaking = false } = {}) {
  const replaced = UNTRUE.flatMap(([is, not]) =>
    text.includes(is) ? { what: `${is} → ${not}`, text: text.replace(is, () => not) } : [],
  );
  const said = [...SENTENCES, ...(isBreaking ? ["There are no breaking changes."] : [])];
  return [...replaced, ...said.map((sentence) => ({ what: sentence, text: `${text} ${sentence}` }))];
}

const CODES = /^changelog\/(untrue|false|unknown|wrong|no-such|not)[\w-]*$|^changelog\/[\w-]*(claim|break|name|promise|place|misspelled)[\w-]*$/;

/** Notes of the ledger that were untrue from the beginning: they are sealed as they are. */
export function mutateNotes(workspace, name) {
  return workspace.list(placesOf(name).ledger).flatMap((file) => {
    const value = JSON.parse(workspace.read(file));
    if (value.note === undefined || value.before === null) return [];
    const lines = workspace.read(file).split("\n");
    const line = lines.findIndex((each) => each.startsWith('  "note"')) + 1;
    const isBreaking = value.changes.some(({ kind }) => kind === "enum.value.removed");
    return listUntrue(value.note, { isBreaking }).map(({ what, text }) => ({
      kind: "prose of the ledger",
      what,
      edits: new Map([[file, seal(basename(file, ".json"), { ...value, note: text })]]),
      file,
      place: { lines: [line, line] },
      codes: CODES,
    }));
  });
}

function seal(id, { format, service, seal: _, ...revision }) {
  const sealed = sealRevision(service, { id, ...revision });
  return `${JSON.stringify({ format, service, ...revision, seal: sealed }, null, 2)}\n`;
}

/** Prose of changesets and changelogs: what stands before each block of facts. */
export function mutateProse(workspace, name) {
  const changesets = workspace.list(".changeset").filter((path) => path.includes(`${name}-`));
  return [
    ...changesets.flatMap((file) => mutateText(workspace.read(file), { file, kind: "prose of a changeset" })),
    ...mutateText(workspace.read(placesOf(name).changelog), {
      file: placesOf(name).changelog,
      kind: "prose of the changelog",
    }),
  ];
}

function mutateText(text, { file, kind }) {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const facts = lines.slice(index).findIndex((each) => each.includes("shapelog:facts"));
    if (!/^(- )?[`A-Z].*\.$/.test(line) || facts !== 2) return [];
    const block = lines.slice(index + 2, lines.indexOf("<!-- /shapelog:facts -->", index)).join("\n");
    if (block.includes("Notice: the record starts")) return [];
    const isBreaking = /removed `|Breaking/.test(block);
    return listUntrue(line, { isBreaking }).map(({ what, text: now }) => ({
      kind,
      what,
      edits: new Map([[file, lines.toSpliced(index, 1, now).join("\n")]]),
      file,
      place: { lines: [index + 1, index + 1] },
      codes: CODES,
    }));
  });
}
