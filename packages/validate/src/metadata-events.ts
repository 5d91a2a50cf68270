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
} as const;

/** Makes an event about metadata. */
export const metadataEvent = createEvents(METADATA_EVENTS);
