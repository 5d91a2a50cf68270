import type { Severity } from "@shapelog/diagnostics";
import type { ShapeId } from "@shapelog/model";
import { fixedText } from "../../endpoint-rules/parse-template.js";
import type { Literal, Place } from "../../endpoint-rules/syntax.js";
import { endpointsOf } from "../../endpoint-rules/walk.js";
import { endpointRules } from "../../knowledge/endpoint-rules.js";
import { defineRule } from "../../rule.js";
import { type AuthSchemeFault, checkAuthScheme } from "./auth-schemes.js";

type Fault =
  | AuthSchemeFault
  | { readonly kind: "not-a-list" | "not-a-record" | "no-name" }
  | { readonly kind: "repeated" };

interface Found {
  /** The scheme's name, empty where it has none. */
  readonly scheme: string;
  readonly at: Place;
  readonly fault: Fault;
}

/** Auth schemes of endpoints that clients cannot make use of (Smithy 2.0, "Endpoint authSchemes list property"). */
export const ruleSetAuthSchemes = defineRule({
  name: "RuleSetAuthSchemes",
  events: {
    RuleSetAuthSchemes: {
      severity: "error",
      message: (d: Found & { service: ShapeId }) =>
        `The endpoint rules of ${d.service} have auth schemes (${d.at}) where ${describeFault(d.fault, d.scheme)}`,
    },
  },
  *validate(context, event) {
    for (const { service, trait, rules } of endpointRules(context)) {
      for (const { properties } of endpointsOf(rules.rules)) {
        const schemes = properties.get("authSchemes");
        for (const found of schemes ? checkSchemes(schemes) : []) {
          const place = { shape: service.id, trait, severity: SEVERITIES.get(found.fault.kind) };
          yield event("RuleSetAuthSchemes", place, { service: service.id, ...found });
        }
      }
    }
  },
});

/** What is less than an error. */
const SEVERITIES: ReadonlyMap<Fault["kind"], Severity> = new Map([
  ["unknown-scheme", "warning"],
  ["unsettled", "danger"],
]);

function describeFault(fault: Fault, scheme: string): string {
  switch (fault.kind) {
    case "not-a-list":
      return "a list is expected.";
    case "not-a-record":
      return "an object is expected.";
    case "no-name":
      return 'a scheme has no "name" that is a string.';
    case "repeated":
      return `"${scheme}" stands twice.`;
    case "unknown-scheme":
      return `"${scheme}" is none that is known, so its properties were not checked.`;
    case "unsettled":
      return `what "${scheme}" needs may still change.`;
    case "unknown-property":
      return `"${scheme}" has the property "${fault.property}"; there are ${fault.known.join(", ")}.`;
    case "missing":
      return `"${scheme}" has no "${fault.property}", ${fault.expected}.`;
    case "wrong-type":
      return `"${fault.property}" of "${scheme}" is not ${fault.expected}.`;
    default:
      return `"${fault.property}" of "${scheme}" is empty.`;
  }
}

function* checkSchemes(schemes: Literal): Generator<Found> {
  if (schemes.kind !== "tuple") {
    yield { scheme: "", at: schemes.place, fault: { kind: "not-a-list" } };
    return;
  }
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const entry of schemes.entries) {
    if (entry.kind !== "record") {
      yield { scheme: "", at: entry.place, fault: { kind: "not-a-record" } };
      continue;
    }
    const name = entry.fields.get("name");
    if (name?.kind !== "string") {
      yield { scheme: "", at: entry.place, fault: { kind: "no-name" } };
      continue;
    }
    const scheme = fixedText(name);
    if (scheme === undefined) continue; // known only when the rules run
    if (seen.has(scheme)) repeated.add(scheme);
    seen.add(scheme);
    for (const fault of checkAuthScheme(scheme, entry)) yield { scheme, at: entry.place, fault };
  }
  for (const scheme of repeated) yield { scheme, at: schemes.place, fault: { kind: "repeated" } };
}
