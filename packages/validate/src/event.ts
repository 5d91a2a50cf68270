import type { Diagnostic, DiagnosticExit, Severity } from "@shapelog/diagnostics";
import type { ShapeId } from "@shapelog/model";

/** What validation found. `code` is Smithy's event id as it is: `HttpMethodSemantics.MissingIdempotent`. */
export interface ValidationEvent extends Diagnostic {
  /** The shape or member it is about. Events about metadata have none. */
  readonly shape?: ShapeId;
}

/** An event that the model's author has settled (Smithy 2.0, "Suppressions"). */
export interface SuppressedEvent extends ValidationEvent {
  readonly suppression: Suppression;
}

/** Where an event was suppressed, and why if the author says so. */
export interface Suppression {
  readonly by: "metadata" | "trait";
  readonly reason?: string;
}

/** What a rule says before suppressions and overrides. Made by the `event` function that {@link defineRule} hands out. */
export interface EventDraft extends EventPlace {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly data: unknown;
  /** `usage` where something could not be checked. Default: `findings`. */
  readonly exit?: DiagnosticExit;
}

/** What an event is about. */
export interface EventPlace {
  /** The shape or member. */
  readonly shape?: ShapeId | undefined;
  /** The trait on it that is to blame: its place is shown instead of the shape's. */
  readonly trait?: ShapeId | undefined;
  /** What follows the id after a dot where that hangs on the model: `UnknownMember.ns#Shape.name`. */
  readonly below?: string | undefined;
  /** Replaces the severity of the rule's table. */
  readonly severity?: Severity | undefined;
}

/** Returns whether an event id is `id` or stands below it: `A.B` is below `A`, `AB` is not. */
export function isAtOrBelow(eventId: string, id: string): boolean {
  return eventId === id || (eventId.startsWith(id) && eventId[id.length] === ".");
}
