import {
  findMember,
  findServices,
  findShape,
  hasTrait,
  type Member,
  type Model,
  type NodeValue,
  type Position,
  type ServiceShape,
  type Shape,
} from "@shapelog/model";
import type { Difference, Reach, RuleContext } from "../rule/rule.js";
import type { TraitDelta } from "../rule/select.js";
import { createTraitFilter } from "../rule/select-rules.js";
import { CALL_NAME, TARGET_PREFIX } from "./call-target.js";
import { SENT_NAMES, sentName } from "./sent-names.js";

const JSON_NAMES = ["smithy.api#jsonName"] as const;
const TIMES = ["smithy.api#timestampFormat"] as const;
const XML = [
  "smithy.api#xmlName",
  "smithy.api#xmlAttribute",
  "smithy.api#xmlFlattened",
  "smithy.api#xmlNamespace",
] as const;
const HTTP = [
  "smithy.api#httpHeader",
  "smithy.api#httpQuery",
  "smithy.api#httpLabel",
  "smithy.api#httpPayload",
  "smithy.api#httpPrefixHeaders",
  "smithy.api#httpQueryParams",
  "smithy.api#httpResponseCode",
] as const;
/** How an operation is bound to HTTP. */
export const BINDING = "smithy.api#http";
/** The name of an entry, which JSON does not have. */
const ENTRY_NAMES = ["shapelog.botocore#locationName"] as const;
/** The code and status of an error, which AWS Query alone reads there. */
export const QUERY_ERROR = "aws.protocols#awsQueryError";
/** The order of elements, which nobody has to keep to. */
const ORDER = "shapelog.botocore#xmlOrder";
const EC2_NAMES = ["aws.protocols#ec2QueryName"] as const;

/** Traits that decide under which name, in which place and in which format a value travels. */
export const WIRE_TRAITS = [
  ...JSON_NAMES,
  ...XML,
  ...TIMES,
  "smithy.api#mediaType",
  ...HTTP,
  "smithy.api#eventHeader",
  "smithy.api#eventPayload",
  "smithy.api#hostLabel",
  ...EC2_NAMES,
  "shapelog.botocore#xmlOrder",
  "shapelog.botocore#locationName",
  "shapelog.botocore#timestampFormat",
  "shapelog.botocore#wrapper",
  "shapelog.botocore#resultWrapper",
  "aws.customizations#*",
] as const;

/** Whom a change of form concerns: SDKs follow by themselves once they are updated. */
export const RAW_CALLERS =
  "you speak to the service without an updated SDK: raw HTTP, mocks, proxies, signed URLs, recorded calls";

/** Returns whether a trait decides how a value travels. */
export const isWireTrait = createTraitFilter(WIRE_TRAITS);

/** Traits that only some protocols follow. */
const SELECTIVE: ReadonlySet<string> = new Set([
  ...JSON_NAMES,
  ...TIMES,
  ...XML,
  ...HTTP,
  ...EC2_NAMES,
  ...ENTRY_NAMES,
  BINDING,
  ORDER,
  QUERY_ERROR,
  TARGET_PREFIX,
  CALL_NAME,
]);

/** Which of those each protocol follows (Smithy 2.0, "AWS protocols", the tables of traits). */
const FOLLOWED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["aws.protocols#awsJson1_0", new Set<string>([...TIMES, TARGET_PREFIX, CALL_NAME])],
  ["aws.protocols#awsJson1_1", new Set<string>([...TIMES, TARGET_PREFIX, CALL_NAME])],
  ["aws.protocols#awsQuery", new Set<string>([...TIMES, ...XML, ...ENTRY_NAMES, QUERY_ERROR, CALL_NAME])],
  ["aws.protocols#ec2Query", new Set<string>([...TIMES, ...XML, ...ENTRY_NAMES, ...EC2_NAMES, CALL_NAME])],
  ["aws.protocols#restJson1", new Set<string>([...TIMES, ...JSON_NAMES, ...HTTP, BINDING])],
  ["aws.protocols#restXml", new Set<string>([...TIMES, ...XML, ...ENTRY_NAMES, ...HTTP, BINDING])],
  ["smithy.protocols#rpcv2Cbor", new Set<string>([TARGET_PREFIX, CALL_NAME])],
]);

/** Returns whether a trait is a protocol that we know. */
export function isProtocol(id: string): boolean {
  return FOLLOWED.has(id);
}

/** Returns the protocols of the services that we know. */
function findProtocols(model: Model): readonly string[] {
  return findServices(model).flatMap(({ traits }) => Object.keys(traits).filter((id) => FOLLOWED.has(id)));
}

/** A service in JSON can give the errors of AWS Query, too (Smithy 2.0, "awsQueryCompatible trait"). */
function isQueryCompatible(service: ServiceShape): boolean {
  return hasTrait(service, "aws.protocols#awsQueryCompatible");
}

/**
 * Returns whether nothing in a request goes by a trait that the protocol follows in responses: entries of lists have no
 * names where lists are always flat (Smithy 2.0, "AWS EC2 query protocol").
 */
function isUnreadInRequests(models: SpokenModels, trait: string, container?: Shape): boolean {
  if (!findShared(models)?.every((id) => id === EC2_QUERY)) return false;
  if (trait === "smithy.api#xmlFlattened") return true;
  return (
    container?.kind === "list" && (trait === "smithy.api#xmlName" || ENTRY_NAMES.some((id) => id === trait))
  );
}

const MEDIA_TYPE = "smithy.api#mediaType";
/** Where a text travels as its media type has it (Smithy 2.0, "mediaType trait", "httpHeader trait" and "httpPayload trait"). */
const CARRIERS = ["httpHeader", "httpPrefixHeaders", "httpPayload"];

/** Returns whether a media type makes no difference to how a member travels, as no header and no body is it alone. */
function isUncarried(trait: string, members: readonly (Member | undefined)[]): boolean {
  const known = members.filter((member) => member !== undefined);
  const isCarried = (member: Member) => CARRIERS.some((id) => hasTrait(member, id));
  return trait === MEDIA_TYPE && known.length > 0 && !known.some(isCarried);
}

/** Why a change of a member's form makes no difference to how its value travels. */
export type Ignored = "nowhere" | "there" | "in requests" | "in responses";

/**
 * Returns why nobody goes by a change of form: the service's protocols do not at all, or not at that member or in
 * requests; `undefined` where somebody does.
 */
export function findIgnored(delta: TraitDelta, difference: Difference, at: FormPlace): Ignored | undefined {
  const { trait } = delta.change;
  const { after } = difference;
  const members = findMembers(delta, difference);
  if (!isFollowed(at.context, trait)) return "nowhere";
  if (isUncarried(trait, [members.before, members.after]) || isNestedName(delta, at)) return "there";
  if (at.reach === "response" && EC2_NAMES.some((id) => id === trait)) return "in responses";
  if (at.reach === "request" && isSentAsBefore(delta, difference, at.context)) return "in requests";
  return at.reach === "request" && isUnreadInRequests(at.context, trait, after) ? "in requests" : undefined;
}

/** Returns whether a member that gets or loses a name has the name in requests that it had. */
function isSentAsBefore(delta: TraitDelta, difference: Difference, models: SpokenModels): boolean {
  if (!SENT_NAMES.has(delta.change.trait)) return false;
  const { before, after } = findMembers(delta, difference);
  if (!before || !after) return false;
  const name = sentName(models.after, after);
  return name !== undefined && name === sentName(models.before, before);
}

/** Returns the member that a change is about, on both sides. */
export function findMembers({ member }: TraitDelta, { before, after }: Difference) {
  const [old, now] = [before, after].map((shape) =>
    shape === undefined || member === undefined ? undefined : findMember(shape, member),
  );
  return { before: old, after: now };
}

/**
 * Returns whether a structure's own name in XML is not read, as it is inside others, where members have the names (Smithy
 * 2.0, "xmlName trait").
 */
function isNestedName({ change, member }: TraitDelta, { positions, context }: FormPlace): boolean {
  if (change.trait !== "smithy.api#xmlName" || member !== undefined || positions.length === 0) return false;
  const models = [context.before, context.after];
  return positions.every(
    (position) => position.path !== "" && !models.some((model) => isPayload(model, position)),
  );
}

function isPayload(model: Model, { operation, direction, error, path }: Position): boolean {
  const shape = findShape(model, operation);
  if (shape?.kind !== "operation") return false;
  const root = findShape(model, error ?? (direction === "request" ? shape.input : shape.output));
  const member = root && findMember(root, path);
  return member !== undefined && hasTrait(member, "httpPayload");
}

/** Where a form is looked at. */
export interface FormPlace {
  readonly reach: Reach;
  readonly positions: readonly Position[];
  readonly context: RuleContext;
}

/** Returns whom a change of form concerns. Some SDKs turn what is said to be JSON into a value, and back. */
export function describeFormReaders(deltas: readonly TraitDelta[], name: string): string {
  const isJson = (type: NodeValue | undefined) => type === "application/json";
  const type = deltas.find(({ change }) => change.trait === MEDIA_TYPE);
  if (!type || isJson(type.before) === isJson(type.after)) return RAW_CALLERS;
  const [now, then] = isJson(type.after) ? ["a JSON value", "text"] : ["text", "a JSON value"];
  return `${RAW_CALLERS}; or your SDK, such as boto3, knows JSON: ${name} is ${now} in your program then, and was ${then}`;
}

const EC2_QUERY = "aws.protocols#ec2Query";

/** Two models whose services may speak other protocols. */
export interface SpokenModels {
  readonly before: Model;
  readonly after: Model;
}

/**
 * Returns whether a protocol that the services spoke and speak follows a trait; where none is known, each does. Where
 * they speak others than they did, all travels in another way, and that is told of the service.
 */
export function isFollowed(models: SpokenModels, trait: string): boolean {
  if (!SELECTIVE.has(trait)) return true;
  const shared = findShared(models);
  if (shared === undefined) return true;
  const services = [models.before, models.after].flatMap(findServices);
  if (trait === QUERY_ERROR && services.some(isQueryCompatible)) return true;
  return shared.some((id) => FOLLOWED.get(id)?.has(trait));
}

/** Returns the protocols that the services spoke and speak, or those of the side where any is known; `undefined` where none is. */
export function findShared({ before, after }: SpokenModels): readonly string[] | undefined {
  const [old, now] = [findProtocols(before), findProtocols(after)];
  if (old.length + now.length === 0) return undefined;
  if (old.length === 0) return now;
  return now.length === 0 ? old : now.filter((id) => old.includes(id));
}
