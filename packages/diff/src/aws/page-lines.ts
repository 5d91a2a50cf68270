/** Lines being written, up to a number of them. */
export interface Lines {
  readonly add: (text: string) => void;
  /** Begins a line. */
  readonly break: (indent: number) => void;
  /** Returns whether there are more lines than allowed; what is added then is lost. */
  readonly isFull: () => boolean;
  /** Returns the text, without blanks at the ends of lines, or `undefined` where it is full. */
  readonly text: () => string | undefined;
}

/** Returns an empty text that holds so many lines. */
export function createLines(max: number): Lines {
  const lines = [""];
  const isFull = () => lines.length > max;
  return {
    add: (text) => {
      if (!isFull()) lines[lines.length - 1] += text;
    },
    break: (indent) => {
      if (!isFull()) lines.push(" ".repeat(indent));
    },
    isFull,
    text: () =>
      isFull()
        ? undefined
        : lines
            .map((line) => line.trimEnd())
            .join("\n")
            .trimEnd(),
  };
}
