import { findNote, parseNotes } from "@shapelog/history";
import { readJson } from "@shapelog/json";
import { cliDiagnostics } from "../diagnostics.js";
import { readText } from "../files/read-text.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import type { VendorOrigin } from "./vendor-model.js";

/**
 * Reads a vendor's note from a file: of JSON in the form of botocore's `.changes` what it says of the service, of any
 * other file all that it holds.
 */
export async function readNoteFile(
  cwd: string,
  file: string | undefined,
  services: readonly string[],
): Promise<Outcome<VendorOrigin["note"]>> {
  if (file === undefined) return succeeded(undefined);
  const source = await readText(cwd, file);
  if (!source.ok) return source;
  const place = nameInSource(file);
  if (!/\.json$/i.test(file)) {
    const text = source.value.text.trim();
    return text === "" ? failed(notThere(file)) : succeeded({ file: place, text });
  }
  const { value, diagnostics } = readJson(source.value);
  if (value === undefined) return failedWith(diagnostics);
  const found = findNote(
    parseNotes(value).map((note) => ({ ...note, file: place })),
    services,
  );
  return found ? succeeded(found) : failed(notThere(file, services));
}

function notThere(file: string, services: readonly string[] = []) {
  return cliDiagnostics.create("no-vendor-note", { file }, { path: file, services });
}

/** A file of notes is named as it is in the vendor's repository, where the path tells; else by its own name. */
function nameInSource(file: string): string {
  const parts = file.split(/[\\/]/);
  const notes = parts.lastIndexOf(".changes");
  return parts.slice(notes === -1 ? -1 : notes).join("/");
}
