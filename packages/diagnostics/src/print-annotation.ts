import type { Severity } from "./diagnostic.js";
import { printable } from "./printable.js";

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  danger: "error",
  warning: "warning",
  note: "notice",
};

/**
 * One annotation of GitHub Actions.
 *
 * @internal
 */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly file: string | undefined;
  readonly position: { readonly line: number; readonly column: number } | undefined;
  readonly message: string;
}

/**
 * Returns an annotation as a workflow command on one line, whatever stands in its texts.
 *
 * @internal
 */
export function printAnnotation({ severity, title, file, position, message }: Annotation): string {
  const properties = [
    `title=${escapeProperty(title)}`,
    ...(file === undefined ? [] : [`file=${escapeProperty(file)}`]),
    ...(position ? [`line=${position.line}`, `col=${position.column}`] : []),
  ];
  return `::${COMMANDS[severity]} ${properties.join(",")}::${escapeMessage(message)}\n`;
}

function escapeMessage(text: string): string {
  return printable(text).replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
