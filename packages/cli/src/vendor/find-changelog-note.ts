import { findReleaseText } from "@shapelog/changelog";
import type { SourceText } from "@shapelog/model";
import type { VendorOrigin } from "./vendor-model.js";

/** Returns what a changelog says of a version, as a note of the vendor's; nothing where it says nothing. */
export function findChangelogNote(source: SourceText, version: string): VendorOrigin["note"] {
  const text = findReleaseText(source, version)?.trim();
  return text === undefined || text === "" ? undefined : { file: source.file, text };
}
