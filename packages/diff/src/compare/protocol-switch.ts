import type { Change } from "@shapelog/changes";
import { type Shape, shapeName, stringTrait } from "@shapelog/model";
import type { Difference } from "../rule/rule.js";
import { ofTrait } from "../rule/select.js";
import { createTraitFilter } from "../rule/select-rules.js";
import { isProtocol } from "./wire-traits.js";

/** The traits that say which protocols a service speaks, and how. */
export const PROTOCOL_TRAITS = [
  "aws.protocols#",
  "smithy.protocols#",
  "shapelog.botocore#protocol*",
  "shapelog.botocore#jsonVersion",
  "shapelog.botocore#awsQueryCompatible",
] as const;

const isMine = createTraitFilter(PROTOCOL_TRAITS);

/** The protocols of a service that came and went, by their names. */
export interface ProtocolSwitch {
  readonly changes: readonly Change[];
  readonly gone: readonly string[];
  readonly added: readonly string[];
  /** All that it speaks now. */
  readonly spoken: readonly string[];
}

/** Returns what changes of a service's protocols come to. */
export function findProtocolSwitch(difference: Difference): ProtocolSwitch {
  const [old, now] = [namesOf(difference.before), namesOf(difference.after)];
  return {
    changes: ofTrait(difference, isMine).map(({ change }) => change),
    gone: old.filter((name) => !now.includes(name)),
    added: now.filter((name) => !old.includes(name)),
    spoken: now,
  };
}

function namesOf(service: Shape | undefined): string[] {
  if (!service) return [];
  const unknown = stringTrait(service, "shapelog.botocore#protocol");
  const known = Object.keys(service.traits).filter(isProtocol).sort().map(shapeName);
  return unknown === undefined || known.length > 0 ? known : [unknown];
}
