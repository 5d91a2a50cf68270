import { createHash } from "node:crypto";
import { findSimilar } from "@shapelog/diagnostics";
import type { ServicePlan } from "@shapelog/history";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";

/** A part of the work: the `index`th of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Returns the services that were asked for, by any of their names, and that belong to the shard. */
export function selectPlans(
  plans: readonly ServicePlan[],
  names: readonly string[],
  shard: Shard | undefined,
): Outcome<readonly ServicePlan[]> {
  const unknown = names.find((name) => !plans.some((plan) => plan.names.includes(name)));
  if (unknown !== undefined) {
    const known = new Set(plans.flatMap((plan) => plan.names));
    const near = findSimilar(unknown, known);
    const similar = near.length > 0 ? near : findContaining(unknown, known);
    return failed(cliDiagnostics.create("no-such-service", undefined, { service: unknown, similar }));
  }
  const isChosen = (plan: ServicePlan) =>
    names.length === 0 || plan.names.some((name) => names.includes(name));
  return succeeded(plans.filter((plan) => isChosen(plan) && isInShard(plan.service, shard)));
}

/** Names of services are often given without their beginnings and ends, such as `cognito` of `cognito-idp`. */
function findContaining(part: string, known: ReadonlySet<string>): readonly string[] {
  return [...known].filter((name) => name.includes(part) || part.includes(name)).slice(0, 5);
}

/** A service's shard goes by its name alone, so that it stays when others come. */
function isInShard(service: string, shard: Shard | undefined): boolean {
  if (!shard) return true;
  const hash = createHash("sha256").update(service).digest().readUInt32BE(0);
  return hash % shard.count === shard.index - 1;
}
