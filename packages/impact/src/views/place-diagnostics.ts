import type { Diagnostic } from "@shapelog/diagnostics";
import { impactDiagnostics, type PlaceData } from "../diagnostics.js";
import type { Place } from "../place.js";
import type { ImpactReport } from "./report.js";

/** Returns the places of a report as diagnostics, for the views that print these. */
export function listPlaceDiagnostics({ consumers, pathOf }: ImpactReport): Diagnostic[] {
  const unique = new Map<string, Diagnostic>();
  for (const { impact } of consumers)
    for (const place of impact.places) {
      const { at, effect } = place;
      const location = { file: pathOf(at.file), offset: at.start };
      const found = impactDiagnostics.create(effect, location, dataOf(place));
      unique.set(`${location.file} ${at.start} ${found.message}`, found);
    }
  return [...unique.values()];
}

function dataOf({ message, action, finding, errors }: Place): PlaceData {
  return {
    message,
    action,
    ...(finding ? { finding: finding.id, rule: finding.rule } : {}),
    ...(errors ? { errors: errors.map(({ code }) => `TS${code}`) } : {}),
  };
}
