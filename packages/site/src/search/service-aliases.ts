import { findServices, isNodeObject, type Shape, shapeName, trait } from "@shapelog/model";
import { isAtWord } from "../browser/match.js";
import { flatten, wordsOf } from "../browser/words.js";
import type { ServiceRecord } from "../record/service-record.js";

/**
 * Returns what a service is called besides its id and title: by its traits, its shape, and what it was called before.
 * What these say already, as `Identity Provider` does of `Amazon Identity Provider`, is left out.
 */
export function serviceAliases(record: ServiceRecord): string[] {
  const past = [...record.timeline.versions.values()].flatMap((versions) =>
    versions.flatMap(({ shape }) => (shape?.kind === "service" ? [shape] : [])),
  );
  const names = [...findServices(record.model), ...past].flatMap(namesOf);
  const found = [record.id, record.title];
  return [...record.formerIds, ...names].filter((name) => {
    const flat = flatten(name);
    if (flat === "" || found.some((other) => isAtWord(wordsOf(other), flat))) return false;
    found.push(name);
    return true;
  });
}

/** What the traits of AWS and of signatures call a service (AWS, "service trait"; Smithy 2.0, "sigv4 trait"). */
const NAMES: readonly (readonly [trait: string, keys: readonly string[]])[] = [
  [
    "aws.api#service",
    ["sdkId", "endpointPrefix", "arnNamespace", "cloudFormationName", "cloudTrailEventSource"],
  ],
  ["aws.auth#sigv4", ["name"]],
];

function namesOf(service: Shape): string[] {
  const named = NAMES.flatMap(([id, keys]) => {
    const value = trait(service, id);
    return isNodeObject(value) ? keys.map((key) => value[key]) : [];
  });
  return [trait(service, "title"), ...named, shapeName(service.id)].flatMap((name) =>
    typeof name === "string" ? [name.trim().replace(/\.amazonaws\.com$/, "")] : [],
  );
}
