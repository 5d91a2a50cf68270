import type { Facet, Series } from "../data/query.js";
import {
  type FoundLook,
  findEventResponseLook,
  findEventTypeLook,
  findRiskLevelLook,
} from "../events/looks.js";

/** How the values of each facet look. A country is a word of the service, not of the model. */
export const FACET_LOOKS = {
  type: { label: "Type", find: findEventTypeLook },
  response: { label: "Response", find: findEventResponseLook },
  risk: { label: "Risk", find: findRiskLevelLook },
  country: {
    label: "Country",
    find: (value: string): FoundLook => ({ label: value, color: "neutral", icon: "eye", known: true }),
  },
} as const satisfies Record<Facet, { readonly label: string; readonly find: (value: string) => FoundLook }>;

/** Returns how a part of the timeline's bars looks. */
export function findSeriesLook(facet: Facet, series: Series): FoundLook {
  switch (series.kind) {
    case "known":
      return FACET_LOOKS[facet].find(series.value);
    case "unknown":
      return { label: "Not in the model", color: "unknown", icon: "eye", known: true };
    case "absent":
      return { label: "Not said", color: "absent", icon: "question", known: true };
  }
}
