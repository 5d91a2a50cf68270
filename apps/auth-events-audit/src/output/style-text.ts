/** Ways to make text stand out on a screen. */
export interface TextStyle {
  heading(text: string): string;
  warning(text: string): string;
  failure(text: string): string;
  quiet(text: string): string;
}

const plain = (text: string) => text;
const sequence = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;

/** Returns the styles of a terminal with colors, or ones that change nothing. */
export function createTextStyle(color: boolean): TextStyle {
  return color
    ? { heading: sequence(1), warning: sequence(33), failure: sequence(31), quiet: sequence(2) }
    : { heading: plain, warning: plain, failure: plain, quiet: plain };
}
