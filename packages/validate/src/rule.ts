import type { Severity } from "@shapelog/diagnostics";
import type { NodeValue } from "@shapelog/model";
import type { ValidationContext } from "./context.js";
import type { EventDraft, EventPlace } from "./event.js";

/** One kind of event. Method syntax keeps the data types of a rule's entries apart. */
export interface EventEntry<Data> {
  readonly severity: Severity;
  message(data: Data): string;
}

/** The events of a rule by id: the catalog. Ids are Smithy's. */
export type EventTable = Readonly<Record<string, EventEntry<never>>>;

type DataOf<Entry> = Entry extends { message(data: infer Data): string } ? Data : never;

/** Makes an event of a rule's table. */
export type CreateEvent<Table extends EventTable> = <Id extends keyof Table & string>(
  id: Id,
  place: EventPlace,
  data: DataOf<Table[Id]>,
) => EventDraft;

/**
 * When a rule runs. What earlier stages find makes the findings of later ones unsafe, so an error ends validation with
 * its stage. `loading`: what Smithy finds while it reads a model; `correctness`: references; `critical`: traits, enums
 * and bindings; `ordinary`: all else.
 */
export type Stage = "loading" | "correctness" | "critical" | "ordinary";

/** One validator of Smithy. */
export interface Rule {
  /** Smithy's name of the validator: what its event ids begin with. */
  readonly name: string;
  readonly stage: Stage;
  readonly events: EventTable;
  /** Pure: says what it finds in the context, and changes nothing. */
  validate(context: ValidationContext): Iterable<EventDraft>;
}

/** Configuration of a linter, an object of the model's metadata. */
export type Configuration = Readonly<Record<string, NodeValue>>;

/** A validator that runs only where the model's metadata asks for it (Smithy 2.0, "Model validation"). */
export interface Linter {
  readonly name: string;
  readonly events: EventTable;
  /** Returns what is wrong with a configuration, as half a sentence (`needs a "selector"`), or `undefined`. */
  check(configuration: Configuration): string | undefined;
  validate(context: ValidationContext, configuration: Configuration): Iterable<EventDraft>;
}

interface RuleDefinition<Table extends EventTable> {
  readonly name: string;
  /** Default: `ordinary`. */
  readonly stage?: Stage;
  readonly events: Table;
  validate(context: ValidationContext, event: CreateEvent<Table>): Iterable<EventDraft>;
}

/**
 * Defines a rule. Its `events` table is the only place that holds texts and severities.
 *
 * @example
 * export const shortName = defineRule({
 *   name: "ShortName",
 *   events: {
 *     ShortName: { severity: "note", message: (d: { shape: string }) => `${d.shape} has a short name.` },
 *   },
 *   *validate(context, event) {
 *     for (const { id } of context.shapes) if (id.length < 5) yield event("ShortName", { shape: id }, { shape: id });
 *   },
 * });
 */
export function defineRule<const Table extends EventTable>(definition: RuleDefinition<Table>): Rule {
  const { name, stage = "ordinary", events } = definition;
  const event = createEvents(events);
  return { name, stage, events, validate: (context) => definition.validate(context, event) };
}

interface LinterDefinition<Table extends EventTable> {
  readonly name: string;
  readonly events: Table;
  /** Default: nothing is wrong. */
  check?(configuration: Configuration): string | undefined;
  validate(
    context: ValidationContext,
    event: CreateEvent<Table>,
    configuration: Configuration,
  ): Iterable<EventDraft>;
}

/** Defines a linter. The id and severity of its events are replaced where the metadata says so. */
export function defineLinter<const Table extends EventTable>(definition: LinterDefinition<Table>): Linter {
  const { name, events } = definition;
  const event = createEvents(events);
  return {
    name,
    events,
    check: (configuration) => definition.check?.(configuration),
    validate: (context, configuration) => definition.validate(context, event, configuration),
  };
}

/** Returns the function that makes events of a table. */
export function createEvents<const Table extends EventTable>(events: Table): CreateEvent<Table> {
  return (id, { below, ...place }, data) => {
    const entry = events[id] as EventEntry<typeof data>; // `id` is a key of `events`
    return {
      ...place,
      id: below === undefined ? id : `${id}.${below}`,
      severity: place.severity ?? entry.severity,
      message: entry.message(data),
      data,
    };
  };
}
