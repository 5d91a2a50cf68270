import type { AuthEventType, Open } from "@shapelog/cognito-identity-provider";
import type { Drift } from "@shapelog/cognito-identity-provider/validators/sdk";

/** An event as the page holds it: with values that the model does not know, and the list of them. */
export interface StoredEvent {
  readonly event: Open<AuthEventType>;
  /** Paths are those of the operation's output, such as `AuthEvents[].EventResponse`. */
  readonly drift: readonly Drift[];
}

/** Events that were read, and what was wrong with those that were not. */
export interface ReadEvents {
  readonly events: readonly StoredEvent[];
  /** One sentence for each event, page or line that does not fit. They quote nothing of the data. */
  readonly problems: readonly string[];
  /** What the model does not know of a page beside its events. */
  readonly drift: readonly Drift[];
}
