import type { Location } from "@shapelog/diagnostics";
import { compareCodeUnits, type Model, type ShapeId } from "@shapelog/model";
import { createContext, type ValidationContext } from "./context.js";
import type { EventDraft, SuppressedEvent, ValidationEvent } from "./event.js";
import { LINTERS } from "./linters/index.js";
import { readMetadataValidators } from "./metadata-validators.js";
import type { Linter, Rule, Stage } from "./rule.js";
import { RULES } from "./rules/index.js";
import { readDecisions } from "./suppressions.js";
import { createEventLimit, listUnfinished } from "./unfinished.js";

/** Returns the place of a shape or member, or of a trait on it. */
export type LocateSubject = (id: ShapeId, trait?: ShapeId) => Location | undefined;

export interface ValidateModelOptions {
  readonly model: Model;
  /** The shapes that define traits and what they are made of: the prelude's, and those of the trait packages in use. */
  readonly definitions: Model;
  /** Default: events have no places. */
  readonly locate?: LocateSubject;
  /** Default: {@link RULES}. */
  readonly rules?: readonly Rule[];
  /** What the model's metadata can ask for by name. Default: {@link LINTERS}. */
  readonly linters?: readonly Linter[];
  /** Whether reading the model met errors: then only what Smithy finds while it reads is looked for. Default: false. */
  readonly afterLoadErrors?: boolean;
  /** Runs the ordinary rules even after errors of critical ones; they may then be wrong. Default: false. */
  readonly afterErrors?: boolean;
}

export interface Validation {
  readonly events: readonly ValidationEvent[];
  /** What the model's author has suppressed, with the reason where one is given. */
  readonly suppressed: readonly SuppressedEvent[];
}

const STAGES: readonly Stage[] = ["loading", "correctness", "critical", "ordinary"];
const nowhere: LocateSubject = () => undefined;

/**
 * Returns what Smithy's rules say of a model, sorted by shape id, after the model's own suppressions, severity
 * overrides and validators (Smithy 2.0, "Model validation"). References that lead nowhere are found here too.
 */
export function validateModel(options: ValidateModelOptions): Validation {
  const { model, definitions, locate = nowhere, rules = RULES, linters = LINTERS } = options;
  const context = createContext(model, definitions);
  const decisions = readDecisions(context);
  const asked = readMetadataValidators(context, linters);
  const limit = createEventLimit(context);
  const decided = [...decisions.problems, ...asked.problems].map(decisions.decide);
  for (const stage of options.afterLoadErrors ? STAGES.slice(0, 1) : STAGES) {
    const running = rules.filter((rule) => rule.stage === stage);
    for (const draft of running.flatMap((rule) => limit(rule.validate(context)))) {
      if (isToldOf(context, draft)) decided.push(decisions.decide(draft));
    }
    if (stage === "ordinary")
      for (const draft of limit(asked.validate())) decided.push(decisions.decide(draft));
    if (stage === "critical" && options.afterErrors) continue;
    if (decided.some(({ draft }) => draft.severity === "error")) break;
  }
  for (const draft of limit.problems()) decided.push({ draft });
  for (const draft of listUnfinished(context)) decided.push({ draft });
  const sorted = decided.sort((a, b) => compareDrafts(a.draft, b.draft));
  const events: ValidationEvent[] = [];
  const suppressed: SuppressedEvent[] = [];
  for (const { draft, suppression } of sorted) {
    const event = createEvent(draft, locate);
    if (suppression) suppressed.push({ ...event, suppression });
    else events.push(event);
  }
  return { events, suppressed };
}

/** The definitions' shapes are not the user's: only what is broken in them is told. */
function isToldOf({ isOwn }: ValidationContext, { severity, shape }: EventDraft): boolean {
  return severity === "error" || shape === undefined || isOwn(shape);
}

function rootOf(id: ShapeId): ShapeId {
  const dollar = id.indexOf("$");
  return dollar === -1 ? id : id.slice(0, dollar);
}

function compareDrafts(a: EventDraft, b: EventDraft): number {
  return compareCodeUnits(a.shape ?? "", b.shape ?? "") || compareCodeUnits(a.id, b.id);
}

function createEvent(draft: EventDraft, locate: LocateSubject): ValidationEvent {
  const { id, severity, message, data, shape, exit } = draft;
  const location = shape === undefined ? undefined : findPlace(shape, draft.trait, locate);
  return {
    code: id,
    severity,
    message,
    data,
    location,
    ...(shape === undefined ? {} : { shape }),
    ...(exit === undefined ? {} : { exit }),
  };
}

function findPlace(shape: ShapeId, trait: ShapeId | undefined, locate: LocateSubject): Location | undefined {
  const place = trait === undefined ? undefined : locate(shape, trait);
  return place ?? locate(shape) ?? locate(rootOf(shape));
}
