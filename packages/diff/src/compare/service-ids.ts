import { equalNodes, isNodeObject, type NodeValue, type Shape, trait } from "@shapelog/model";
import type { TraitDelta } from "../rule/select.js";

/** The trait that holds a service's ids, the beginning of its host among them. */
export const SERVICE_IDS = "aws.api#service";

/** Returns whether nothing but the beginning of the host changed of a service's ids: they are as they were. */
export function isOfHost({ change, before, after }: TraitDelta): boolean {
  if (change.trait !== SERVICE_IDS || !isNodeObject(before) || !isNodeObject(after)) return false;
  return equalNodes(withoutHost(before), withoutHost(after));
}

function withoutHost({ endpointPrefix: _, ...ids }: { readonly [key: string]: NodeValue }): NodeValue {
  return ids;
}

/** An id of a service that came, went or changed. */
export interface ChangedId {
  /** What it is called in the trait. */
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Returns the ids that came, went or changed, in the order of the trait. */
export function changedIds({ change, before = {}, after = {} }: TraitDelta): ChangedId[] {
  if (change.trait !== SERVICE_IDS || !isNodeObject(before) || !isNodeObject(after)) return [];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const [old, now] = [own(before, key), own(after, key)];
    return equalNodes(old, now) ? [] : [{ key, before: asText(old), after: asText(now) }];
  });
}

function asText(id: NodeValue | undefined): string | undefined {
  return typeof id === "string" ? id : undefined;
}

function own(value: { readonly [key: string]: NodeValue }, key: string): NodeValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Returns whether two services have the same id in SDKs, by which clients are called. */
export function hasSameId(before: Shape, after: Shape): boolean {
  const id = sdkIdOf(before);
  return id !== undefined && id === sdkIdOf(after);
}

function sdkIdOf(service: Shape): string | undefined {
  const ids = trait(service, SERVICE_IDS);
  return isNodeObject(ids) ? asText(own(ids, "sdkId")) : undefined;
}

/**
 * Returns whether a service's namespace is the one that is made of its id in SDKs, as a reader of files without
 * namespaces makes it: then it says no more than the id.
 */
export function hasMadeNamespace(service: Shape | undefined): boolean {
  const sdkId = service && sdkIdOf(service);
  if (!service || sdkId === undefined) return false;
  const compact = sdkId.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase();
  const name = /^[0-9]/.test(compact) ? `_${compact}` : compact;
  return service.id.startsWith(`com.amazonaws.${name}#`);
}
