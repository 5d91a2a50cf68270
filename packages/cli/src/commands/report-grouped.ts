import type { Diagnostic, RelatedLocation } from "@shapelog/diagnostics";
import type { Terminal } from "../terminal.js";
import { report } from "./context.js";

export interface ReportGroupedOptions {
  /** Whether each is told of by itself. */
  readonly verbose: boolean;
  /** The command that does so. */
  readonly all: string;
}

/** How many of a kind are told of one by one. */
const FEW = 3;

/** Writes diagnostics for people to the error stream, those of one kind together where they are many. */
export function reportGrouped(
  terminal: Terminal,
  diagnostics: readonly Diagnostic[],
  { verbose, all }: ReportGroupedOptions,
): void {
  report(terminal, verbose ? diagnostics : groupDiagnostics(diagnostics, all));
}

/**
 * Returns diagnostics with those of one kind as one where they are more than three: the first of them with how many
 * there are, the next two places, and `all`, the command that tells of each.
 */
export function groupDiagnostics(diagnostics: readonly Diagnostic[], all: string): readonly Diagnostic[] {
  const kinds = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const kind = kindOf(diagnostic);
    const known = kinds.get(kind);
    if (known) known.push(diagnostic);
    else kinds.set(kind, [diagnostic]);
  }
  return [...kinds.values()].flatMap((found) => (found.length > FEW ? [joinAll(found, all)] : found));
}

/** An event's id may go on, behind a dot, with what it is about. */
function kindOf({ code, severity }: Diagnostic): string {
  return `${severity} ${code.includes("/") ? code : code.replace(/\..*/s, "")}`;
}

function joinAll(found: readonly Diagnostic[], all: string): Diagnostic {
  const [first, ...rest] = found;
  if (!first) throw new TypeError("a kind has one at least");
  const related = rest
    .slice(0, FEW - 1)
    .flatMap(({ message, location }): RelatedLocation[] => (location ? [{ message, location }] : []));
  const message = `${first.message} And ${rest.length} more of this kind; all: ${all}`;
  return { ...first, code: kindOf(first).slice(first.severity.length + 1), message, related };
}
