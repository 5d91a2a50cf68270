import { describeTrait } from "../../compare/describe-trait.js";
import { changedIds, isOfHost } from "../../compare/service-ids.js";
import { createTraitRule } from "../../rule/trait-rule.js";

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
    affected: `you name the service by it, as in ${describeUses(changedIds(delta))}`,
    action: "Compare the ids.",
  }),
});

/** Where each id stands. */
const USES: Readonly<Record<string, string>> = {
  sdkId:
    "packages and clients of SDKs, commands of the CLI, variables like `AWS_ENDPOINT_URL_THINGS`, user agents, and hooks of boto3",
  arnNamespace: "names of resources, and policies",
  cloudTrailEventSource: "queries and alarms over audit logs",
  cloudFormationName: "types in templates",
  endpointPrefix: "hosts, and rules for networks",
  docId: "links into the documentation",
};

function describeUses(ids: readonly string[]): string {
  const uses = ids.flatMap((id) => (Object.hasOwn(USES, id) ? [USES[id]] : []));
  return uses.length > 0 ? uses.join("; ") : "policies, logs or configuration";
}
