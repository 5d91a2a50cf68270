import { type Diagnostic, hasSeverity, isAtLeast, SEVERITIES, type Severity } from "@shapelog/diagnostics";
import { RULES, type SuppressedEvent } from "@shapelog/validate";
import { count } from "../count.js";
import type { DiagnosticFormat } from "../diagnostic-formats.js";
import { findEvents } from "../find-events.js";
import { findModelInputs } from "../inputs/find-model-inputs.js";
import { readInputs } from "../inputs/read-model.js";
import { line } from "../printed.js";
import { startProgress } from "../progress.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { exitFor, refuse, type TestSuite, tell, tellTests } from "./context.js";

export interface ValidateOptions {
  readonly format: DiagnosticFormat;
  /** The least severity that is shown; what is less is counted. */
  readonly severity: Severity;
  readonly showSuppressed: boolean;
  readonly failOn: Severity | "never";
}

/** The rules look at the model as it is written, and find its broken references themselves. */
const AS_WRITTEN = { duplicates: true, references: false, upgradeEnums: false };

/** `shapelog validate [INPUTS...]`: what Smithy's rules say of a model. */
export async function validate(
  terminal: Terminal,
  inputs: readonly string[],
  options: ValidateOptions,
): Promise<ExitCode> {
  const models = await findModelInputs(terminal.cwd, inputs);
  if (!models.ok) return refuse(terminal, models.diagnostics);
  const progress = startProgress(terminal);
  const events: Diagnostic[] = [];
  const unread: Diagnostic[] = [];
  const suppressed: SuppressedEvent[] = [];
  const suites: TestSuite[] = [];
  let shapes = 0;
  for (const named of models.value) {
    progress.step(`reading ${named.join(" ")}`);
    const input = await readInputs(terminal, named, AS_WRITTEN);
    if (!input.ok) {
      // What is about no text is no result.
      const isUnread = input.diagnostics.some(({ location }) => location === undefined);
      for (const each of input.diagnostics) (isUnread ? unread : events).push(each);
      suites.push(listHeldRules(named.join(" "), input.diagnostics, options));
      continue;
    }
    const { read, label } = input.value;
    progress.step(`validating ${label}`);
    const found = findEvents(read);
    suites.push(listHeldRules(label, [...read.diagnostics, ...found.events], options));
    for (const event of read.diagnostics) events.push(event);
    for (const event of found.events) events.push(event);
    for (const event of found.suppressed) suppressed.push(event);
    shapes += read.model.shapes.size;
  }
  progress.end();
  if (unread.length > 0) {
    const exit = refuse(terminal, unread);
    if (models.value.length === 1 && options.format !== "junit") return exit;
  }
  if (options.format === "junit") {
    tellTests(terminal, { command: "validate", failOn: options.failOn, suites });
    return exitFor([...events, ...unread], options.failOn);
  }
  const shown = events.filter((event) => isAtLeast(event.severity, options.severity));
  const told = options.showSuppressed
    ? suppressed.map((event) => tellSuppression(event, options.format))
    : [];
  await tell(terminal, [...shown, ...told], options.format);
  if (options.format === "text") {
    if (shown.length + told.length > 0) terminal.out(line``);
    terminal.out(line`${summarize({ shapes, events, suppressed, options })}`);
  }
  return exitFor([...events, ...unread], options.failOn);
}

/** Each rule of Smithy is a case, whether or not it found something, and so is that the model can be read. */
function listHeldRules(
  name: string,
  diagnostics: readonly Diagnostic[],
  { severity }: Pick<ValidateOptions, "severity">,
): TestSuite {
  const held = new Map<string, Diagnostic[]>([[READABLE, []]]);
  for (const rule of RULES) held.set(rule.name, []);
  for (const diagnostic of diagnostics) {
    if (!isAtLeast(diagnostic.severity, severity)) continue;
    // An event's id may go on, behind a dot, with what it is about; other codes are those of readers.
    const rule = diagnostic.code.includes("/") ? READABLE : diagnostic.code.replace(/\..*/s, "");
    held.set(rule, [...(held.get(rule) ?? []), diagnostic]);
  }
  // Errors can keep other rules from running, and which ones is nothing that a reader of reports has to know.
  return { name, held, ...(hasSeverity(diagnostics) ? { skipped: new Set(held.keys()) } : {}) };
}

const READABLE = "the model can be read";

/** A suppressed event is no finding: it is a note with its author's reason. JSON has it as it would have been. */
function tellSuppression(event: SuppressedEvent, format: DiagnosticFormat): Diagnostic {
  if (format === "json") return event;
  const { by, reason } = event.suppression;
  const where = by === "trait" ? "by a trait" : "in the metadata";
  const why = reason === undefined ? "without a reason" : `because: ${reason}`;
  return { ...event, severity: "note", message: `${event.message} Suppressed ${where}, ${why}` };
}

interface Summary {
  readonly shapes: number;
  readonly events: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedEvent[];
  readonly options: ValidateOptions;
}

function summarize({ shapes, events, suppressed, options }: Summary): string {
  const counts = SEVERITIES.toReversed().flatMap((severity) => {
    const found = events.filter((event) => event.severity === severity).length;
    const hidden = isAtLeast(severity, options.severity) ? "" : " not shown";
    return found > 0 ? [`${count(found, severity)}${hidden}`] : [];
  });
  const found = counts.length > 0 ? counts.join(", ") : "nothing found";
  const settled = suppressed.length > 0 ? `; ${suppressed.length} suppressed` : "";
  const rest = hasSeverity(events) ? ". Errors can keep other rules from running" : "";
  return `${count(shapes, "shape")}: ${found}${settled}${rest}`;
}
