import type { Model } from "@shapelog/model";

/** What metadata tells validators (Smithy 2.0, "Model validation"). */
export const VALIDATION_METADATA: readonly string[] = ["severityOverrides", "suppressions", "validators"];

/** Returns the model without what its metadata tells validators: that is about the text, and no part of the API. */
export function withoutValidationMetadata(model: Model): Model {
  if (!VALIDATION_METADATA.some((key) => model.metadata.has(key))) return model;
  const metadata = [...model.metadata].filter(([key]) => !VALIDATION_METADATA.includes(key));
  return { ...model, metadata: new Map(metadata) };
}
