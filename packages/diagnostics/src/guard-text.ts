import { ACTING, COMMAND_MARK, escapeCharacter } from "./printable.js";

/** The colours that Shapelog paints with. */
const OWN_COLOR = "\\u001b\\[(?:0|1|2|31|32|33|36)m";
const ACTING_OR_COLOR = new RegExp(`${OWN_COLOR}|${ACTING.source}`, "gu");
/** GitHub's runner trims a line and takes it for a command where it then begins with two colons. */
const COMMAND_START = `^((?:[^\\S\\n]|${OWN_COLOR})*):(?=:)`;
const COMMAND_LINE = new RegExp(COMMAND_START, "gmu");
const STRANGE_COMMAND_LINE = new RegExp(`${COMMAND_START}(?!:(?:error|warning|notice) title=)`, "gmu");

/** @internal */
export interface GuardTextOptions {
  /** Whether the annotations of GitHub Actions that we print ourselves stay. Default: false. */
  readonly annotations?: boolean;
}

/**
 * Returns a whole text as it may reach a terminal or the log of a build: line feeds, tabs and Shapelog's own colours
 * stay, and what else acts on a terminal or begins a command of a build service is escaped. Nothing is changed in what
 * the printers make, which escape every value themselves; this is for the seams between them, and for what forgets.
 *
 * @internal
 */
export function guardText(text: string, { annotations = false }: GuardTextOptions = {}): string {
  return text
    .replace(ACTING_OR_COLOR, (found) =>
      found.length > 1 && found.endsWith("m") ? found : escapeCharacter(found),
    )
    .replace(COMMAND_MARK, escapeCharacter)
    .replace(annotations ? STRANGE_COMMAND_LINE : COMMAND_LINE, "$1\\u{3a}");
}
