import { createEvents } from "./rule.js";

/** What can be wrong with the metadata that steers validation. `Model` is Smithy's id for what cannot be read. */
export const METADATA_EVENTS = {
  Model: {
    severity: "error",
    message: (d: { path: string; problem: string }) => `Metadata ${d.path} ${d.problem}.`,
  },
  UnknownValidator: {
    severity: "warning",
    message: (d: { path: string; name: string }) =>
      `Metadata ${d.path} asks for the validator "${d.name}", which is not known here; it is left out.`,
  },
  SelectorTooCostly: {
    severity: "error",
    message: (d: { selector: string; others: number }) =>
      `The selector ${shorten(d.selector)} takes too many steps on this model${d.others > 0 ? `, and so do ${d.others} more` : ""}. ` +
      "What it was to select was not checked; write it with fewer neighbors and variables.",
  },
  TooManyEvents: {
    severity: "error",
    message: (d: { events: number }) =>
      `Validation was given up after ${d.events} events, which say more than a model of this size can need. ` +
      "What was to follow was not checked.",
  },
} as const;

const SHOWN = 200;

function shorten(text: string): string {
  return text.length <= SHOWN ? `"${text}"` : `"${text.slice(0, SHOWN)}…" (${text.length} characters)`;
}

/** Makes an event about metadata. */
export const metadataEvent = createEvents(METADATA_EVENTS);
