import { equalNodes, isNodeObject, type NodeValue } from "@shapelog/model";
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
