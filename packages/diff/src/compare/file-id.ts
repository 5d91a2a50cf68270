import { isNodeObject, type Shape, trait } from "@shapelog/model";
import type { Difference } from "../rule/rule.js";
import type { TraitDelta } from "../rule/select.js";
import { isAdded, isChanged } from "../rule/trait-rule.js";
import { code } from "../words.js";
import { describeTrait } from "./describe-trait.js";
import { SERVICE_IDS } from "./service-ids.js";

/** The id of a vendor's file, where it is not made of the beginning of the host and the version. */
export const FILE_ID = "shapelog.botocore#uid";

/**
 * Returns what the change of a vendor's file's id says, as a clause, with the id that is made of the service's own facts.
 * A file that states none has that one, or none.
 */
export function describeFileId(delta: TraitDelta, { before, after }: Difference): string {
  const made = isChanged(delta) ? undefined : madeOf(after);
  if (made === undefined) return describeTrait(delta);
  const parts = "the beginning of the host and the version";
  if (isAdded(delta) && delta.after === madeOf(before))
    return `the id of the file stays ${code(String(delta.after))}, where ${parts} would make ${code(made)} now`;
  if (isAdded(delta))
    return `the id of the file is ${code(String(delta.after))} now, where ${parts} make ${code(made)}`;
  return delta.before === made
    ? `the id of the file, ${code(made)}, is what ${parts} make now`
    : `the id of the file is no longer ${code(String(delta.before))}; ${parts} make ${code(made)}`;
}

function madeOf(service: Shape | undefined): string | undefined {
  if (service?.kind !== "service") return undefined;
  const ids = trait(service, SERVICE_IDS);
  const prefix = isNodeObject(ids) ? ids.endpointPrefix : undefined;
  return typeof prefix === "string" ? `${prefix}-${service.version}` : undefined;
}
