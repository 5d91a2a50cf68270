import { describeTrait } from "../../compare/describe-trait.js";
import { changedIds, isOfHost } from "../../compare/service-ids.js";
import type { TraitDelta } from "../../rule/select.js";
import { createTraitRule } from "../../rule/trait-rule.js";
import { code, joinAnd } from "../../words.js";

/** A service's ids in SDKs, logs and resource names changed. */
export const serviceIdentityChanged = createTraitRule({
  id: "service.identity.changed",
  reach: "any",
  wire: "warning",
  source: "note",
  verdict: "check",
  witness: { none: "the names of a service are in no type and in no document" },
  bump: "minor",
  mirror: "service.identity.changed",
  traits: ["aws.api#service", "aws.api#data", "aws.api#dataPlane"],
  when: (delta) => !isOfHost(delta),
  say: (place, delta) => ({
    message: `${place.name(delta.member)} goes by other ids: ${describeTrait(delta)}.`,
    affected: `you name the service by it, as in ${describeUses(delta)}`,
    action: describeAction(delta),
  }),
});

/** Where each id stands, by its key and the value that it has or had. */
const USES: Readonly<Record<string, (id: string) => string>> = {
  sdkId: (id) =>
    `packages and clients of SDKs, commands of the CLI, variables like ${code(variableOf(id))}, user agents, and hooks of boto3`,
  arnNamespace: () => "names of resources, and policies",
  cloudTrailEventSource: () => "queries and alarms over audit logs",
  cloudFormationName: () => "types in templates",
  endpointPrefix: () => "hosts, and rules for networks",
  docId: () => "links into the documentation",
};

/** Returns the variable by which SDKs of AWS find where to call a service. */
function variableOf(sdkId: string): string {
  return `AWS_ENDPOINT_URL_${sdkId.replaceAll(/[ -]/g, "_").toUpperCase()}`;
}

function describeUses(delta: TraitDelta): string {
  const uses = changedIds(delta).flatMap(({ key, before, after }) =>
    Object.hasOwn(USES, key) ? [USES[key]?.(before ?? after ?? "")] : [],
  );
  return uses.length > 0 ? uses.join("; ") : "policies, logs or configuration";
}

function describeAction(delta: TraitDelta): string {
  const told = changedIds(delta).flatMap(({ before, after }) => {
    if (before === undefined || after === undefined) return [];
    return [`${code(before)} by ${code(after)}`];
  });
  return told.length > 0
    ? `Replace ${joinAnd(told)} there.`
    : "Check what is made of these ids there: what was derived can be another one now.";
}
