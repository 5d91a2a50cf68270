import { isNodeObject } from "./equal.js";
import type { ServiceShape } from "./shape.js";
import { stringTrait, trait } from "./traits.js";

/** Where a service answers, as far as its model states it. */
export interface ServiceHost {
  /** A host, with `{region}` where each region has its own. */
  readonly host: string;
  readonly isRegional: boolean;
}

/** Each part of a host is letters, digits and dashes. */
const HOST = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

/**
 * Returns the host that a service's model states: the one for all regions, else the one that `endpointPrefix` of
 * `@aws.api#service` comes to (AWS, "service trait": `{endpointPrefix}.{region}.amazonaws.com`). Rules of
 * `@endpointRuleSet`, which can lead elsewhere, are not run.
 */
export function serviceHost(service: ServiceShape): ServiceHost | undefined {
  const global = stringTrait(service, "shapelog.botocore#globalEndpoint");
  if (global !== undefined && HOST.test(global)) return { host: global, isRegional: false };
  const value = trait(service, "aws.api#service");
  const prefix = isNodeObject(value) ? value.endpointPrefix : undefined;
  if (typeof prefix !== "string" || !HOST.test(prefix)) return undefined;
  return { host: `${prefix}.{region}.amazonaws.com`, isRegional: true };
}
