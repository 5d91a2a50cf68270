import { defineCatalog } from "@shapelog/diagnostics";

/** What is said of a place; the words are those of the use that is met there. */
export interface PlaceData {
  readonly message: string;
  readonly action: string;
  /** The id and rule of the finding, where one explains the place. */
  readonly finding?: string;
  readonly rule?: string;
  /** The codes of what the compiler says there: `TS2367`. */
  readonly errors?: readonly string[];
}

const message = ({ message: what, action, finding, rule }: PlaceData) =>
  `${what} ${action}${finding === undefined ? "" : ` Finding ${finding}, ${rule}.`}`;

/** Diagnostics of places in programs: one for each thing that a change can do to them. */
export const impactDiagnostics = defineCatalog("impact", {
  breaks: { severity: "error", message },
  dead: { severity: "danger", message },
  silent: { severity: "warning", message },
});
