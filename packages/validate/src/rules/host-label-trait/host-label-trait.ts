import { isNodeObject, type OperationShape } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { type HostPrefix, parseHostPrefix } from "../../knowledge/host-prefix.js";
import { findLabelFaults, type MemberFault, type OpenLabels } from "../../knowledge/label-faults.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";

const ENDPOINT = "smithy.api#endpoint";
const HOST_LABEL = "smithy.api#hostLabel";
const HOST = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,62}(?:\.[a-zA-Z0-9-]{1,63})*\.?$/;

type Problem = MemberFault | OpenLabels | { readonly kind: "host" | "no-period"; readonly prefix: string };

/** Host labels without members and members without host labels (Smithy 2.0, "endpoint trait", "hostLabel trait"). */
export const hostLabelTrait = defineRule({
  name: "HostLabelTrait",
  events: {
    HostLabelTrait: { severity: "error", message: describe },
  },
  *validate(context, event) {
    const endpoints = findEndpoints(context);
    for (const { operation, prefix } of endpoints) {
      const place = { shape: operation.id, trait: ENDPOINT };
      if (!isHost(prefix)) yield event("HostLabelTrait", place, { kind: "host", prefix: prefix.text });
      if (!isClosed(prefix)) {
        const severity = "danger";
        yield event("HostLabelTrait", { ...place, severity }, { kind: "no-period", prefix: prefix.text });
      }
    }
    const uses = endpoints.map(({ operation, prefix }) => ({
      operation: operation.id,
      input: operation.input,
      segments: prefix.segments,
    }));
    for (const fault of findLabelFaults(context, uses, HOST_LABEL)) {
      const place =
        fault.kind === "no-member" ? { shape: fault.operation } : { shape: fault.member, trait: HOST_LABEL };
      yield event("HostLabelTrait", place, fault);
    }
  },
});

function describe(d: Problem): string {
  switch (d.kind) {
    case "host":
      return `The host prefix "${d.prefix}" cannot become a host name: it needs letters, digits, "-" and ".".`;
    case "no-period":
      return (
        `The host prefix "${d.prefix}" has labels but no "." at its end, so a caller's value can lead requests ` +
        'to a host of somebody else. End it with ".".'
      );
    case "no-member":
      return `The host prefix has the labels ${listNames(d.labels)}, for which ${d.input} has no member with @hostLabel.`;
    default:
      return `${d.member} has @hostLabel, but the host prefix of ${listNames(d.operations)} has no label of its name.`;
  }
}

/** Labels are taken as any name. */
function isHost({ segments }: HostPrefix): boolean {
  return HOST.test(segments.map(({ kind, content }) => (kind === "literal" ? content : "foo")).join(""));
}

function isClosed({ text, segments }: HostPrefix): boolean {
  return text.endsWith(".") || segments.every(({ kind }) => kind === "literal");
}

interface Endpoint {
  readonly operation: OperationShape;
  readonly prefix: HostPrefix;
}

/** Prefixes that cannot be read are left out: they are told of elsewhere. */
function findEndpoints(context: ValidationContext): readonly Endpoint[] {
  return context.withTrait(ENDPOINT).flatMap(({ shape, member, value }) => {
    if (shape.kind !== "operation" || member || !isNodeObject(value)) return [];
    const prefix = typeof value.hostPrefix === "string" ? parseHostPrefix(value.hostPrefix) : "";
    return typeof prefix === "string" ? [] : [{ operation: shape, prefix }];
  });
}
