/**
 * @import { Change } from "@shapelog/changes"
 * @import { Difference } from "./compare-files.mjs"
 */

/** The traits that a key of a `service-2.json` becomes; any key can be kept under its own name as well. */
/** @type {Readonly<Record<string, readonly string[] | undefined>>} */
const TRAITS = {
  auth: ["smithy.api#auth", "aws.auth#", "smithy.api#httpBearerAuth"],
  authtype: ["smithy.api#auth", "smithy.api#optionalAuth", "aws.auth#"],
  awsQueryCompatible: ["aws.protocols#awsQueryCompatible"],
  clientContextParams: ["smithy.rules#clientContextParams"],
  contextParam: ["smithy.rules#contextParam"],
  deprecated: ["smithy.api#deprecated"],
  deprecatedMessage: ["smithy.api#deprecated"],
  deprecatedSince: ["smithy.api#deprecated"],
  documentation: ["smithy.api#documentation"],
  documentationUrl: ["smithy.api#externalDocumentation"],
  endpoint: ["smithy.api#endpoint"],
  endpointPrefix: ["aws.api#service", "aws.auth#", "shapelog.botocore#uid"],
  endpointdiscovery: ["aws.api#clientDiscoveredEndpoint"],
  endpointoperation: ["aws.api#clientEndpointDiscovery"],
  error: ["smithy.api#error", "smithy.api#httpError", "aws.protocols#awsQueryError"],
  event: [],
  eventheader: ["smithy.api#eventHeader"],
  eventpayload: ["smithy.api#eventPayload"],
  exception: ["smithy.api#error"],
  fault: ["smithy.api#error"],
  flattened: ["smithy.api#xmlFlattened", "smithy.api#xmlName"],
  hostLabel: ["smithy.api#hostLabel"],
  http: ["smithy.api#http"],
  httpChecksum: ["aws.protocols#httpChecksum"],
  httpChecksumRequired: ["smithy.api#httpChecksumRequired"],
  idempotencyToken: ["smithy.api#idempotencyToken"],
  idempotent: ["smithy.api#idempotent"],
  jsonVersion: ["aws.protocols#"],
  location: ["smithy.api#http", "smithy.api#jsonName", "smithy.api#xmlName"],
  locationName: ["smithy.api#http", "smithy.api#jsonName", "smithy.api#xmlName"],
  max: ["smithy.api#length", "smithy.api#range"],
  min: ["smithy.api#length", "smithy.api#range"],
  operationContextParams: ["smithy.rules#operationContextParams"],
  pattern: ["smithy.api#pattern"],
  payload: ["smithy.api#httpPayload"],
  protocol: ["aws.protocols#", "smithy.protocols#"],
  protocolSettings: ["aws.protocols#"],
  protocols: ["aws.protocols#", "smithy.protocols#"],
  queryName: ["aws.protocols#ec2QueryName"],
  readonly: ["smithy.api#readonly"],
  requestcompression: ["smithy.api#requestCompression"],
  required: ["smithy.api#required"],
  requiresLength: ["smithy.api#requiresLength"],
  retryable: ["smithy.api#retryable"],
  sensitive: ["smithy.api#sensitive"],
  serviceFullName: ["smithy.api#title"],
  serviceId: ["aws.api#service"],
  signatureVersion: ["aws.auth#", "smithy.api#httpBearerAuth"],
  signingName: ["aws.auth#"],
  sparse: ["smithy.api#sparse"],
  staticContextParams: ["smithy.rules#staticContextParams"],
  streaming: ["smithy.api#streaming"],
  timestampFormat: ["smithy.api#timestampFormat"],
  type: ["smithy.api#mediaType"],
  unsignedPayload: ["aws.auth#unsignedPayload"],
  xmlAttribute: ["smithy.api#xmlAttribute"],
  xmlNamespace: ["smithy.api#xmlNamespace"],
};

/** @typedef {ReturnType<typeof indexChanges>} ChangesByShape */

/**
 * @param {readonly Change[]} changes
 */
export function indexChanges(changes) {
  /** @type {Map<string, Change[]>} */
  const byShape = new Map();
  for (const change of changes) {
    if (!("shape" in change)) continue;
    const name = nameOf(change.shape);
    const known = byShape.get(name);
    if (known) known.push(change);
    else byShape.set(name, [change]);
  }
  return byShape;
}

/** @param {string} id */
function nameOf(id) {
  return id.slice(id.indexOf("#") + 1);
}

/**
 * Returns the changes that speak of a difference.
 * @param {Difference} difference
 * @param {ChangesByShape} changes
 * @param {readonly string[]} services the names of the services
 * @returns {readonly Change[]}
 */
export function findChanges({ path, old, now }, changes, services) {
  const way = old === undefined ? "added" : now === undefined ? "removed" : "changed";
  const [section = "", name = "", key, ...rest] = path;
  const at = (/** @type {readonly string[]} */ names) => names.flatMap((each) => changes.get(each) ?? []);
  if (section === "shapes") {
    const own = at([name, `${name}Shape`, `SynthesizedJson${name}`, `Streaming${name}`]);
    return own.filter(
      (change) =>
        isWhole(change) ||
        (key !== undefined && speaksOfShape(change, { key, rest, way, values: [old, now] })),
    );
  }
  if (section === "operations") {
    const bound = at(services).filter((change) => "target" in change && nameOf(change.target) === name);
    const own = at([name]).filter(
      (change) => isWhole(change) || (key !== undefined && isOf(change, key, rest)),
    );
    return key === undefined ? [...own, ...bound] : key === "endpointoperation" ? at(services) : own;
  }
  const field = section === "metadata" ? name : section;
  return at(services).filter((change) => isWhole(change) || isOf(change, field, []));
}

/** @param {Change} change */
function isWhole({ kind }) {
  return kind === "shape.added" || kind === "shape.removed" || kind === "shape.kind.changed";
}

/**
 * @param {Change} change
 * @param {{ readonly key: string, readonly rest: readonly string[], readonly way: string, readonly values: readonly unknown[] }} difference
 */
function speaksOfShape(change, { key, rest, way, values }) {
  const [member, field] = rest;
  const changed = "member" in change ? change.member : undefined;
  switch (key) {
    case "members":
      return (
        changed === member &&
        (field === undefined ? change.kind === `member.${way}` : isOf(change, field, []))
      );
    case "member":
    case "key":
    case "value":
      return changed === key && (member === undefined || isOf(change, member, []));
    case "enum":
      return change.kind === `enum.value.${way}` && "value" in change && String(change.value) === member;
    case "required":
      return (changed === member && (isMember(change) || isTrait(change, key))) || isKept(change, key);
    case "payload":
      return isTrait(change, key) || (isMember(change) && values.includes(changed));
    default:
      return isOf(change, key, rest);
  }
}

/** @param {Change} change */
function isMember({ kind }) {
  return kind === "member.added" || kind === "member.removed";
}

/**
 * @param {Change} change
 * @param {string} key
 * @param {readonly string[]} rest
 */
function isOf(change, key, rest) {
  switch (key) {
    case "shape":
      return change.kind === "member.target.changed";
    case "input":
    case "output":
      if (change.kind === `operation.${key}.changed`) return true;
      break;
    case "errors": {
      const isError = change.kind === "operation.error.added" || change.kind === "operation.error.removed";
      if (isError && nameOf(change.target) === rest[0]) return true;
      break;
    }
    case "apiVersion":
      if (change.kind === "service.version.changed") return true;
      break;
    case "jsonvalue":
    case "streaming":
      if (change.kind === "member.target.changed") return true;
      break;
  }
  return isTrait(change, key);
}

/**
 * @param {Change} change
 * @param {string} key
 */
function isTrait(change, key) {
  if (!("trait" in change)) return false;
  return isKept(change, key) || (TRAITS[key] ?? []).some((trait) => change.trait.startsWith(trait));
}

/**
 * @param {Change} change
 * @param {string} key
 */
function isKept(change, key) {
  return (
    "trait" in change &&
    (change.trait === `shapelog.botocore#${key}` || change.trait === "shapelog.botocore#fields")
  );
}
