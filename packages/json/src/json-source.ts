/** A text with the name it is known by in diagnostics. */
export interface JsonSource {
  readonly file: string;
  readonly text: string;
}
