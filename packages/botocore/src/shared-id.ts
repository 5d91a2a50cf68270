import { isJsonObject, type JsonValue } from "@shapelog/json";
import type { Fields } from "./map-traits.js";
import { findServiceNames } from "./service-names.js";

/** What a model says of which service it is of. */
export interface ServiceClaim {
  /** The id in SDKs that the model states; `undefined` where it states none. */
  readonly stated: string | undefined;
  /** The id that would be worked out from the service's names. */
  readonly guessed?: string;
  /** The names of the operations. */
  readonly operations: readonly string[];
}

/** Returns what a parsed `service-2.json` says of which service it is of; of another value, nothing. */
export function findServiceClaim(value: JsonValue | undefined): ServiceClaim {
  const file: Fields = isJsonObject(value) ? value : {};
  const metadata: Fields = isJsonObject(file.metadata) ? file.metadata : {};
  const operations = isJsonObject(file.operations) ? Object.keys(file.operations) : [];
  const { sdkId, missing } = findServiceNames(metadata, undefined);
  if (missing) return { stated: undefined, operations };
  return metadata.serviceId === sdkId
    ? { stated: sdkId, operations }
    : { stated: undefined, guessed: sdkId, operations };
}

/** Models of two services share but few operations by accident. */
const FEW_SHARED = 0.2;

/**
 * Returns the id in SDKs that two models to be compared are both to be read with, as option `serviceId`, where one of
 * them states none: the later model's, best a stated one. What was worked out by a reader is no fact of the service, so
 * nothing is to differ by it. `undefined` where both state one, and where they are not of one service.
 */
export function findSharedServiceId(before: ServiceClaim, after: ServiceClaim): string | undefined {
  if (before.stated !== undefined && after.stated !== undefined) return undefined;
  const names = new Set(before.operations);
  const shared = after.operations.filter((name) => names.has(name)).length;
  const smaller = Math.min(before.operations.length, after.operations.length);
  if (shared === 0 || shared < smaller * FEW_SHARED) return undefined;
  return after.stated ?? before.stated ?? after.guessed ?? before.guessed;
}
