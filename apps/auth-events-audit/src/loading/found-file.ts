/** A file to read, on a disk, in object storage, or the standard input. */
export interface FoundFile {
  /** As it was named, for messages. */
  readonly name: string;
  /** What it is known by, wherever the program is started; `-` for the standard input. */
  readonly path: string;
  /** Whether a run can start in its middle. */
  readonly isSeekable: boolean;
  /** Returns its bytes, from an offset on where it is seekable. */
  read(start?: number): AsyncIterable<Uint8Array>;
  /** Returns how many bytes it has; `undefined` where nobody knows. */
  measure(): Promise<number | undefined>;
}
