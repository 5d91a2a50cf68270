import type { Severity } from "@shapelog/diagnostics";
import { isNodeArray, isNodeObject, type NodeValue, splitShapeId } from "@shapelog/model";
import type { ValidationContext } from "./context.js";
import type { EventDraft } from "./event.js";
import { metadataEvent } from "./metadata-events.js";
import type { Configuration, Linter } from "./rule.js";

export interface MetadataValidators {
  /** What is wrong with the metadata itself. */
  readonly problems: readonly EventDraft[];
  validate(): Iterable<EventDraft>;
}

/** One entry of the metadata `validators`. */
interface MetadataValidator {
  readonly path: string;
  readonly name: string;
  readonly id: string;
  readonly message?: string;
  readonly severity?: Severity;
  readonly namespaces: readonly string[];
  readonly selector?: string;
  readonly configuration: Configuration;
}

const SEVERITIES: Readonly<Record<string, Severity>> = { NOTE: "note", WARNING: "warning", DANGER: "danger" };

/** Reads `validators` of a model's metadata (Smithy 2.0, "Model validation"). */
export function readMetadataValidators(
  context: ValidationContext,
  linters: readonly Linter[],
): MetadataValidators {
  const problems: EventDraft[] = [];
  const validators = readEntries(context.written.metadata.get("validators"), problems);
  const runs: (() => Iterable<EventDraft>)[] = [];
  for (const validator of validators) {
    const { name, path } = validator;
    const linter = linters.find((each) => each.name === name);
    const problem = linter?.check(validator.configuration);
    if (problem !== undefined) problems.push(metadataEvent("Model", {}, { path, problem }));
    else if (linter) runs.push(() => runLinter(context, linter, validator));
    else
      problems.push({
        ...metadataEvent("UnknownValidator", {}, { path, name }),
        id: `UnknownValidator_${name}`,
      });
  }
  return {
    problems,
    *validate() {
      for (const run of runs) yield* run();
    },
  };
}

/** A message longer than this is not put into another one. */
const LONGEST = 100_000;

function readEntries(value: NodeValue | undefined, problems: EventDraft[]): readonly MetadataValidator[] {
  if (value === undefined) return [];
  const entries = isNodeArray(value) ? value : undefined;
  if (!entries) problems.push(metadataEvent("Model", {}, { path: "validators", problem: "is not a list" }));
  return (entries ?? []).flatMap((entry, index) => {
    const path = `validators[${index}]`;
    const read = readEntry(entry, path);
    if (typeof read !== "string") return [read];
    problems.push(metadataEvent("Model", {}, { path, problem: read }));
    return [];
  });
}

function readEntry(entry: NodeValue, path: string): MetadataValidator | string {
  if (!isNodeObject(entry)) return "is not an object";
  const { name, id = name, message, severity, namespaces = [], selector, configuration = {} } = entry;
  if (typeof name !== "string") return 'needs a string "name"';
  if (typeof id !== "string") return 'has an "id" that is not a string';
  if (message !== undefined && typeof message !== "string") return 'has a "message" that is not a string';
  if (selector !== undefined && typeof selector !== "string") return 'has a "selector" that is not a string';
  if (!isNodeObject(configuration)) return 'has a "configuration" that is not an object';
  if (!isNodeArray(namespaces)) return 'has "namespaces" that are not a list';
  const strings = namespaces.filter((namespace) => typeof namespace === "string");
  if (strings.length < namespaces.length) return 'has "namespaces" that are not all strings';
  const known = readSeverity(severity);
  if (severity !== undefined && !known) return 'needs a "severity" of "NOTE", "WARNING" or "DANGER"';
  return {
    path,
    name,
    id,
    namespaces: strings,
    configuration,
    ...(message === undefined ? {} : { message }),
    ...(selector === undefined ? {} : { selector }),
    ...(known === undefined ? {} : { severity: known }),
  };
}

function readSeverity(severity: NodeValue | undefined): Severity | undefined {
  return typeof severity === "string" && Object.hasOwn(SEVERITIES, severity)
    ? SEVERITIES[severity]
    : undefined;
}

function* runLinter(
  context: ValidationContext,
  linter: Linter,
  validator: MetadataValidator,
): Iterable<EventDraft> {
  const { id, namespaces, selector, severity, message } = validator;
  const candidates = selector === undefined ? undefined : context.select(selector);
  if (selector !== undefined && !candidates) return;
  for (const draft of linter.validate(context, validator.configuration)) {
    const { shape } = draft;
    if (shape !== undefined) {
      if (namespaces.length > 0 && !namespaces.includes(splitShapeId(shape).namespace)) continue;
      if (candidates && !candidates.has(shape)) continue;
    }
    const dot = draft.id.indexOf(".");
    yield {
      ...draft,
      id: dot === -1 ? id : `${id}${draft.id.slice(dot)}`,
      severity: severity ?? draft.severity,
      message: message === undefined ? draft.message : fill(message, draft.message),
    };
  }
}

/** Returns a message with the linter's own in it; each hole after it is too long stays as it is written. */
function fill(message: string, own: string): string {
  let room = LONGEST;
  return message.replaceAll("{super}", (hole) => {
    room -= own.length;
    return room < 0 ? hole : own;
  });
}
