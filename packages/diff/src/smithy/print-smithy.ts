import { printable, stringifyJson } from "@shapelog/diagnostics";
import type { Comparison } from "../comparison.js";
import { createSmithyEvents } from "./smithy.js";
import type { SmithyEvent } from "./smithy-event.js";

/** Returns a comparison as smithy-diff's events, one for each line: `[SEVERITY] shape: message | eventId`. */
export function printComparisonSmithy(comparison: Comparison): string {
  return createSmithyEvents(comparison)
    .map((event) => `${printSmithyEvent(event)}\n`)
    .join("");
}

/** Returns an event on one line; line breaks in its message become `\n`, as smithy-diff's own test files have them. */
export function printSmithyEvent({ severity, shape, message, id }: SmithyEvent): string {
  return printable(`[${severity}] ${shape ?? "-"}: ${message} | ${id}`);
}

/** Returns a comparison as smithy-diff's events, as a JSON array. */
export function printComparisonSmithyJson(comparison: Comparison): string {
  return `${stringifyJson(createSmithyEvents(comparison), 2)}\n`;
}
