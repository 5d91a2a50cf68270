import type { Change } from "@shapelog/changes";
import type { Finding } from "@shapelog/diff";
import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import { shapeName } from "@shapelog/model";

/** One entry of a vendor's release notes. */
export interface ReleaseNote {
  /** What it is about: a service's name. */
  readonly category: string;
  readonly text: string;
}

/** Returns the entries of a file of release notes: a list of them, or a single one. */
export function parseNotes(value: JsonValue | undefined): ReleaseNote[] {
  const entries = isJsonArray(value) ? value : [value];
  return entries.flatMap((entry): ReleaseNote[] => {
    if (!isJsonObject(entry)) return [];
    const { category, description } = entry;
    if (typeof category !== "string" || typeof description !== "string") return [];
    return [{ category: category.replaceAll("`", "").trim(), text: description }];
  });
}

/** Returns the notes about a service, as one text, or `undefined`. */
export function findNote(notes: readonly ReleaseNote[], services: readonly string[]): string | undefined {
  const wanted = new Set(services.map((service) => service.toLowerCase()));
  const texts = notes.flatMap(({ category, text }) => (wanted.has(category.toLowerCase()) ? [text] : []));
  return texts.length === 0 ? undefined : [...new Set(texts)].join("\n\n");
}

/**
 * Returns whether a note names what a finding is about. It does if it has, as a whole word and in any case, the name of
 * one of the finding's operations, of its member, of an enum value or error that came or went, or, for findings about a
 * shape as a whole, of the shape. A word is bounded by anything but letters, digits and underscores; a plural `s` counts.
 */
export function isNamed(finding: Finding, note: string | undefined): boolean {
  if (note === undefined) return false;
  const text = note.toLowerCase();
  return [...namesOf(finding)].some((name) => hasWord(text, name.toLowerCase()));
}

function namesOf(finding: Finding): Set<string> {
  const names = new Set(finding.operations.map(shapeName));
  if (finding.member === undefined) names.add(shapeName(finding.shape));
  else names.add(finding.member);
  for (const change of finding.changes) for (const name of namesIn(change)) names.add(name);
  names.delete("");
  return names;
}

function namesIn(change: Change): string[] {
  const names: string[] = [];
  if ("member" in change && change.member !== undefined) names.push(change.member);
  if ("value" in change) names.push(String(change.value));
  if ("target" in change) names.push(shapeName(change.target));
  return names;
}

function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.slice(at + name.length, at + name.length + 2);
    if (!/[\p{L}\p{N}_]/u.test(before) && /^(?:s?(?:[^\p{L}\p{N}_]|$))/u.test(after)) return true;
  }
  return false;
}
