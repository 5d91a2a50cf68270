/** A stretch of a file's text, what stands there instead, and what that is. */
export interface DescribedEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** In one sentence of plain text. */
  readonly about: string;
}
