// What a mutation is, and what is asked of `check` about it.

/**
 * @typedef {{ kind: string, what: string, edits: ReadonlyMap<string, string | undefined> }} Edit `edits` are the files as
 * they are to be, absent ones gone.
 */

/**
 * @typedef {Edit & { file: string, place: Place, codes: RegExp }} Mutation `file` is where the first error has to stand, and
 * `codes` what it may be.
 */

/**
 * @typedef {{ lines: readonly number[] } | { pointer: string, isWhole?: boolean } | { file: boolean }} Place The lines between which, or
 * next to which, the error has to stand; the JSON Pointer of the edit, of which the error's has to be the place or one that
 * it stands in, the whole file not, or one in it where all of it is new; or the file alone, where something is gone or the file as a whole is wrong.
 */

/** @typedef {import("./workspace.mjs").Diagnostic} Diagnostic */

/** How many lines from the edit a place may be: an attribute stands above what it is of. */
const NEAR = 2;

/**
 * Returns why a run of `check` does not tell of a mutation; nothing where it does.
 *
 * @param {Mutation} mutation
 * @param {{ exit: number, diagnostics: readonly import("./workspace.mjs").Diagnostic[] }} found
 */
export function findSurvival({ file, place, codes }, { exit, diagnostics }) {
  const [first] = diagnostics;
  if (exit === 0) return "check passes";
  if (exit === 3) return "check ends as by a bug";
  if (!first) return "check tells nothing";
  const said = `${first.severity} ${first.code} at ${printPlace(first.location)}: ${first.message.slice(0, 160)}`;
  if (first.severity !== "error") return `the first is no error: ${said}`;
  if (first.location?.file !== file) return `the first is elsewhere: ${said}`;
  if (!isAt(place, first)) return `the first is at another place: ${said}`;
  return codes.test(first.code) ? undefined : `the first is of another cause: ${said}`;
}

/** @param {Diagnostic["location"]} location */
function printPlace(location) {
  if (!location) return "no place";
  return [location.file, location.line, location.pointer].filter((part) => part !== undefined).join(":");
}

/** @param {Place} place @param {Diagnostic} diagnostic */
function isAt(place, { location, data }) {
  if ("file" in place) return true;
  if ("lines" in place) {
    const [from = 1, to = 1] = place.lines;
    const line = location?.line ?? 1;
    return line >= from - NEAR && line <= to + NEAR;
  }
  const { pointer = "" } = location ?? {};
  const [, part = ""] = place.pointer.split("/");
  // What is gone has no place of its own: the seal says which part it was.
  if (pointer === `/seal/parts/${part}` || (pointer === "" && String(data?.reason).includes(part)))
    return true;
  if (place.isWhole && pointer.startsWith(`${place.pointer}/`)) return true;
  return pointer !== "" && `${place.pointer}/`.startsWith(`${pointer}/`);
}
