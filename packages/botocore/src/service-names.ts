import { isIdentifier } from "@shapelog/model";
import type { Fields } from "./map-traits.js";

/** What a service is called. */
export interface ServiceNames {
  /** The service's id in SDKs, such as `Cognito Identity Provider`. */
  readonly sdkId: string;
  readonly namespace: string;
  /** The name of the service shape. */
  readonly name: string;
  /** Whether the metadata give no name at all. */
  readonly missing: boolean;
}

/** The protocols that send the name of the service shape, in `X-Amz-Target`. */
const TARGETED: ReadonlySet<unknown> = new Set(["json", "smithy-rpc-v2-cbor"]);

/**
 * Returns the names that AWS gives a service in its Smithy models: the namespace is `com.amazonaws.` and the lower-case
 * service id; the service shape is the last part of `targetPrefix` where the protocol has one, else the service id.
 * Files older than 2018 have no `serviceId`: the same name is worked out from the service's abbreviation or full name,
 * or `fallback` is taken.
 */
export function findServiceNames(metadata: Fields, fallback: string | undefined): ServiceNames {
  const given = [metadata.serviceId, fallback, ...guesses(metadata)].find(
    (id): id is string => typeof id === "string" && /[A-Za-z]/.test(id),
  );
  const sdkId = given ?? "Service";
  const compact = sdkId.replaceAll(/[^A-Za-z0-9]/g, "");
  const name = /^[0-9]/.test(compact) ? `_${compact}` : compact;
  const { targetPrefix, protocol } = metadata;
  const target =
    typeof targetPrefix === "string" && TARGETED.has(protocol) ? targetPrefix.split(".").at(-1) : undefined;
  return {
    sdkId,
    namespace: `com.amazonaws.${name.toLowerCase()}`,
    name: target !== undefined && isIdentifier(target) ? target : name,
    missing: given === undefined,
  };
}

function guesses({ serviceAbbreviation, serviceFullName, endpointPrefix }: Fields): unknown[] {
  const named = [serviceAbbreviation, serviceFullName].find((name) => typeof name === "string");
  const short = typeof named === "string" ? named.replace(/^(?:Amazon|AWS)\s+/, "") : undefined;
  return [short?.replaceAll(/[^A-Za-z0-9 ]/g, "").trim(), endpointPrefix];
}
