import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";

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

/** What a vendor writes who says nothing. */
const PLACEHOLDER =
  /^(?:update (?:(?:\S+ ){1,6}(?:client|command) )?to (?:the )?latest version|the .{1,80} (?:client|command) has been updated to the latest version)\.?$/i;

/** Returns whether a note says of each service no more than that its client is of the latest version. */
export function isPlaceholder(note: string): boolean {
  return note.split("\n\n").every((text) => PLACEHOLDER.test(text.trim()));
}
