import type { EmittedFile } from "@shapelog/emit";

/** A file to be written: its text in UTF-8, or bytes, of which `text` is what UTF-8 makes. */
export interface WrittenFile extends EmittedFile {
  readonly bytes?: Uint8Array;
}
