import { isNodeArray, isNodeObject, type NodeValue, type ShapeId } from "@shapelog/model";
import { defineRule } from "../../rule.js";

/** The traits that have special cases, and the keys that hold them. */
const CASES: readonly (readonly [trait: ShapeId, keys: readonly string[]])[] = [
  ["aws.endpoints#standardRegionalEndpoints", ["regionSpecialCases", "partitionSpecialCases"]],
  ["aws.endpoints#standardPartitionalEndpoints", ["partitionEndpointSpecialCases"]],
];

const HOLES = ["{region}", "{service}", "{dnsSuffix}", "{dualStackDnsSuffix}"];

/** Endpoints of special cases that are no URLs, or have holes that nobody fills (Smithy 2.0, "AWS endpoint traits"). */
export const awsSpecialCaseEndpoint = defineRule({
  name: "AwsSpecialCaseEndpoint",
  events: {
    "AwsSpecialCaseEndpoint.InvalidEndpointPatternScheme": {
      severity: "danger",
      message: (d: { service: ShapeId; endpoint: string }) =>
        `${d.service} has the endpoint "${d.endpoint}". Begin it with http:// or https://.`,
    },
    "AwsSpecialCaseEndpoint.InvalidEndpointPatternUrl": {
      severity: "error",
      message: (d: { service: ShapeId; endpoint: string }) =>
        `${d.service} has the endpoint "${d.endpoint}", which is no URL.`,
    },
    "AwsSpecialCaseEndpoint.UnsupportedEndpointPattern": {
      severity: "danger",
      message: (d: { service: ShapeId; endpoint: string; unknown: readonly string[] }) =>
        `${d.service} has the endpoint "${d.endpoint}" with ${d.unknown.join(", ")}, which nothing fills; there are ${HOLES.join(", ")}.`,
    },
  },
  *validate(context, event) {
    for (const [trait, keys] of CASES) {
      for (const { id: shape, value } of context.withTrait(trait)) {
        const place = { shape, trait };
        for (const endpoint of keys.flatMap((key) => findEndpoints(value, key))) {
          const data = { service: shape, endpoint };
          const unknown = (endpoint.match(/\{[^}]*\}/g) ?? []).filter((hole) => !HOLES.includes(hole));
          if (unknown.length > 0) {
            yield event("AwsSpecialCaseEndpoint.UnsupportedEndpointPattern", place, { ...data, unknown });
          }
          if (!/^https?:\/\//.test(endpoint)) {
            yield event("AwsSpecialCaseEndpoint.InvalidEndpointPatternScheme", place, data);
          }
          if (!isUrl(endpoint.replace(/[{}]/g, ""))) {
            yield event("AwsSpecialCaseEndpoint.InvalidEndpointPatternUrl", place, data);
          }
        }
      }
    }
  },
});

function findEndpoints(value: NodeValue, key: string): readonly string[] {
  const byPlace = isNodeObject(value) ? value[key] : undefined;
  const cases = Object.values(isNodeObject(byPlace) ? byPlace : {}).flatMap((list) =>
    isNodeArray(list) ? list : [],
  );
  return cases.flatMap((each) => {
    const endpoint = isNodeObject(each) ? each.endpoint : undefined;
    return typeof endpoint === "string" ? [endpoint] : [];
  });
}

/** An absolute URL whose characters are allowed as they are (RFC 3986). */
function isUrl(text: string): boolean {
  return /^(?:https?|ftp):\/\/(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/i.test(text);
}
