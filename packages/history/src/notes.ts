import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import { Parser } from "htmlparser2";

/** One entry of a vendor's release notes. */
export interface ReleaseNote {
  /** What it is about: a service's name. */
  readonly category: string;
  /** Plain text. */
  readonly text: string;
}

/** An entry, and the file that it stands in. */
export interface PlacedNote extends ReleaseNote {
  readonly file: string;
}

/** What a vendor's notes say of a service. */
export interface FoundNote {
  readonly text: string;
  /** The file that all of the text stands in. Absent where it is of several. */
  readonly file?: string;
}

/** Returns the entries of a file of release notes: a list of them, or a single one. HTML in them becomes plain text. */
export function parseNotes(value: JsonValue | undefined): ReleaseNote[] {
  const entries = isJsonArray(value) ? value : [value];
  return entries.flatMap((entry): ReleaseNote[] => {
    if (!isJsonObject(entry)) return [];
    const { category, description } = entry;
    if (typeof category !== "string" || typeof description !== "string") return [];
    return [{ category: category.replaceAll("`", "").trim(), text: plainNote(description) }];
  });
}

/** Returns the notes about a service as one text, or `undefined`. Of files that have all of it, it is of the last one. */
export function findNote(notes: readonly PlacedNote[], services: readonly string[]): FoundNote | undefined {
  const wanted = new Set(services.map((service) => service.toLowerCase()));
  const own = notes.filter(({ category }) => wanted.has(category.toLowerCase()));
  const texts = [...new Set(own.map(({ text }) => text))];
  if (texts.length === 0) return undefined;
  const has = (file: string) =>
    texts.every((text) => own.some((note) => note.file === file && note.text === text));
  const file = own.findLast((note) => has(note.file))?.file;
  return { text: texts.join("\n\n"), ...(file === undefined ? {} : { file }) };
}

const BLOCKS =
  "address|article|blockquote|br|dd|div|dl|dt|h[1-6]|hr|important|li|note|ol|p|pre|section|table|td|th|tr|ul";
const INLINES = "a|abbr|b|code|em|i|kbd|q|s|samp|small|span|strong|sub|sup|tt|u|var";
const BLOCK = new RegExp(`^(?:${BLOCKS})$`);
/** The beginning of a tag that notes have; what else looks like one, such as `<region>`, is a text. */
const TAG = new RegExp(`</?(?:${BLOCKS}|${INLINES})(?=[\\s/>])`, "i");
const NO_TAG = new RegExp(`<(?!/?(?:${BLOCKS}|${INLINES})[\\s/>])`, "gi");

/**
 * Returns a note as plain text. One without any tag that notes have is that already, whatever it holds; of one with tags
 * it is the text that they mark, with a blank line between blocks.
 */
export function plainNote(note: string): string {
  if (!TAG.test(note)) return note;
  let text = "";
  const parser = new Parser({
    onopentagname: (name) => {
      if (BLOCK.test(name)) text += name === "br" ? "\n" : "\n\n";
    },
    onclosetag: (name) => {
      if (BLOCK.test(name) && name !== "br") text += "\n\n";
    },
    ontext: (words) => {
      text += words;
    },
  });
  parser.end(note.replace(/\s*\n\s*/g, " ").replace(NO_TAG, "&lt;"));
  return text
    .split(/\n{2,}/)
    .map((part) => part.replace(/ {2,}/g, " ").trim())
    .filter((part) => part !== "")
    .join("\n\n");
}
