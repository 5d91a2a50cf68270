import type { Place } from "../place.js";
import type { TypeScript } from "../program/typescript.js";
import { addDefault } from "./add-default.js";
import type { DescribedEdit } from "./described-edit.js";
import { renameConstant } from "./rename-constant.js";

/** An edit of a file that changes nothing of what the program does with values that it knows. */
export interface FileFix {
  /** As TypeScript names it. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** What is edited, one sentence of plain text each. */
  readonly edits: readonly string[];
}

export interface FindFixesOptions {
  readonly typescript: TypeScript;
  /** Returns a file's text, by which places are counted; nothing for a file that is not edited. */
  readonly textOf: (file: string) => string | undefined;
}

/**
 * Returns what can be edited safely: a default branch in a switch that would miss values from now on, and the new name of a
 * constant whose value stays. What else is to be done at places needs a person.
 */
export function findFixes(places: readonly Place[], options: FindFixesOptions): readonly FileFix[] {
  const byFile = new Map<string, Place[]>();
  for (const place of places) {
    const known = byFile.get(place.at.file);
    if (known) known.push(place);
    else byFile.set(place.at.file, [place]);
  }
  return [...byFile].flatMap(([file, own]) => {
    const text = options.textOf(file);
    return text === undefined ? [] : fixFile(file, text, own, options.typescript);
  });
}

function fixFile(
  file: string,
  before: string,
  places: readonly Place[],
  typescript: TypeScript,
): readonly FileFix[] {
  const source = typescript.createSourceFile(file, before, typescript.ScriptTarget.Latest, true);
  const edits = new Map<number, DescribedEdit>();
  for (const place of places) {
    const edit = addDefault(typescript, source, place) ?? renameConstant(source.text, place);
    if (edit && !edits.has(edit.start)) edits.set(edit.start, edit);
  }
  if (edits.size === 0) return [];
  const sorted = [...edits.values()].sort((a, b) => b.start - a.start);
  let after = before;
  for (const { start, end, text } of sorted) after = `${after.slice(0, start)}${text}${after.slice(end)}`;
  return [{ file, before, after, edits: sorted.reverse().map(({ about }) => about) }];
}
