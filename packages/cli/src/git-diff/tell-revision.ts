import { readJson } from "@shapelog/json";
import { isNodeObject, type SourceText, shapeName } from "@shapelog/model";
import { count } from "../count.js";

const SHOWN = 8;

/**
 * Returns what a file of a ledger says, in a few words: what it is of, how much changed in which shapes, and the note.
 * Nothing for another file.
 */
export function tellRevision(source: SourceText): string | undefined {
  if (!/"format":\s*"shapelog-ledger\//.test(source.text)) return undefined;
  const { value } = readJson(source);
  if (!isNodeObject(value) || typeof value.date !== "string" || !Array.isArray(value.changes))
    return undefined;
  const { service, date, source: from, note, before } = value;
  const changed = value.changes.flatMap((change) =>
    isNodeObject(change) && typeof change.shape === "string" ? [shapeName(change.shape)] : [],
  );
  const names = [...new Set(changed)];
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
  const origin = isNodeObject(from) ? ` (${[from.name, from.version].filter(Boolean).join(" ")})` : "";
  const what = before === null ? "baseline" : "revision";
  return [
    `${what} of ${service}, ${date}${origin}: ${count(value.changes.length, "change")} in ${names.slice(0, SHOWN).join(", ")}${more}`,
    ...(typeof note === "string"
      ? note
          .trimEnd()
          .split("\n")
          .map((line) => `    ${line}`)
      : []),
  ].join("\n");
}
