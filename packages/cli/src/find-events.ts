import { hasSeverity } from "@shapelog/diagnostics";
import type { ReadResult } from "@shapelog/model";
import { readDefinitions } from "@shapelog/smithy";
import { type Validation, validateModel } from "@shapelog/validate";

/**
 * Returns what Smithy's rules say of a model. After errors of reading it only what is looked for while reading is found,
 * as what the other rules say would not be safe.
 */
export function findEvents({ model, locate, diagnostics }: ReadResult): Validation {
  const afterLoadErrors = hasSeverity(diagnostics);
  return validateModel({ model, definitions: readDefinitions(), locate, afterLoadErrors });
}
