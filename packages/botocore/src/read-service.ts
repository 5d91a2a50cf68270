import { isJsonArray, isJsonObject, type JsonValue } from "@shapelog/json";
import { compareCodeUnits, type ServiceShape, type ShapeId } from "@shapelog/model";
import { serviceBeside } from "./beside.js";
import { botocoreDiagnostics } from "./diagnostics.js";
import {
  deprecationRules,
  elsewhere,
  type Fields,
  keptTrait,
  mapTraits,
  object,
  type Rule,
  type Rules,
  type TraitEntry,
  text,
  toTraits,
  xmlNamespace,
} from "./map-traits.js";
import { placeOf, type Reading } from "./reading.js";
import type { ServiceNames } from "./service-names.js";

/** What the rules for the file's own keys and for `metadata` look at. */
interface ServiceContext {
  readonly reading: Reading;
  readonly names: ServiceNames;
  readonly raw: Fields;
  /** The ids of the auth traits that the service has. */
  readonly auth: readonly string[];
}

/** What a service is read from. */
export interface ServiceSource {
  /** All of the file. */
  readonly file: Fields;
  readonly metadata: Fields;
  readonly names: ServiceNames;
  readonly operations: readonly ShapeId[];
}

/** Reads the service from `metadata` and the file's other keys. */
export function readService(reading: Reading, source: ServiceSource): ServiceShape {
  const { file, metadata, names, operations } = source;
  const auth = findAuth(metadata);
  const context: ServiceContext = { reading, names, raw: metadata, auth };
  const entries: TraitEntry[] = [
    ["aws.api#service", serviceTrait(metadata, names)],
    ...auth.map((id): TraitEntry => [id, authTrait(id, metadata)]),
    ...protocolTraits(reading, metadata),
    ...mapTraits(metadata, METADATA_RULES, context),
    ...mapTraits(file, FILE_RULES, { ...context, raw: file }),
    ...endpointDiscovery(reading),
    ...serviceNamespace(reading, metadata),
    ...serviceBeside(reading.beside, reading.operations.entries),
  ];
  return {
    kind: "service",
    id: `${reading.namespace}#${names.name}`,
    traits: toTraits(entries),
    version: typeof metadata.apiVersion === "string" ? metadata.apiVersion : "",
    operations,
    resources: [],
    errors: [],
    rename: [],
  };
}

function serviceTrait({ endpointPrefix }: Fields, { sdkId }: ServiceNames): TraitEntry[1] {
  return typeof endpointPrefix === "string" ? { sdkId, endpointPrefix } : { sdkId };
}

const KNOWN_AUTH: ReadonlySet<JsonValue> = new Set([
  "aws.auth#sigv4",
  "aws.auth#sigv4a",
  "smithy.api#httpBearerAuth",
]);
const SIGNATURES: ReadonlyMap<JsonValue | undefined, string> = new Map<JsonValue, string>([
  ["v4", "aws.auth#sigv4"],
  ["s3", "aws.auth#sigv4"],
  ["s3v4", "aws.auth#sigv4"],
  ["bearer", "smithy.api#httpBearerAuth"],
]);

function findAuth({ signatureVersion, auth }: Fields): string[] {
  const ids = new Set<string>();
  const signature = SIGNATURES.get(signatureVersion);
  if (signature !== undefined) ids.add(signature);
  for (const id of isJsonArray(auth) ? auth : []) {
    if (typeof id === "string" && KNOWN_AUTH.has(id)) ids.add(id);
  }
  return [...ids].sort(compareCodeUnits);
}

function authTrait(id: string, { signingName, endpointPrefix }: Fields): TraitEntry[1] {
  const name = signingName ?? endpointPrefix;
  return id !== "smithy.api#httpBearerAuth" && typeof name === "string" ? { name } : {};
}

/** The traits of protocols by botocore's names. `json` has another for version 1.1. */
const PROTOCOLS: ReadonlyMap<JsonValue, string> = new Map([
  ["json", "aws.protocols#awsJson1_0"],
  ["rest-json", "aws.protocols#restJson1"],
  ["rest-xml", "aws.protocols#restXml"],
  ["query", "aws.protocols#awsQuery"],
  ["ec2", "aws.protocols#ec2Query"],
  ["smithy-rpc-v2-cbor", "smithy.protocols#rpcv2Cbor"],
]);

function protocolTraits(
  reading: Reading,
  { protocol, protocols, jsonVersion, protocolSettings }: Fields,
): TraitEntry[] {
  const named = [...new Set([protocol ?? null, ...(isJsonArray(protocols) ? protocols : [])])];
  const traits: TraitEntry[] = [];
  for (const name of named) {
    const id = name === "json" && jsonVersion !== "1.0" ? "aws.protocols#awsJson1_1" : PROTOCOLS.get(name);
    if (id !== undefined) traits.push([id, protocolSetting(protocolSettings)]);
    else if (typeof name === "string") {
      const place = placeOf(reading, ["metadata", "protocol"]);
      reading.diagnostics.push(botocoreDiagnostics.create("unknown-protocol", place, { protocol: name }));
      traits.push(keptTrait("protocol", name));
    }
  }
  return traits;
}

/** `h2` says whether a service speaks HTTP/2, and whether only for event streams (Smithy 2.0, "restJson1", `http`). */
function protocolSetting(settings: JsonValue | undefined): TraitEntry[1] {
  switch (isJsonObject(settings) ? settings.h2 : undefined) {
    case "eventstream":
      return { eventStreamHttp: ["h2"] };
    case "optional":
      return { http: ["http/1.1", "h2"] };
    case "required":
      return { http: ["h2"] };
    default:
      return {};
  }
}

function serviceNamespace({ xmlNamespace: uri }: Reading, metadata: Fields): TraitEntry[] {
  return uri === undefined || metadata.xmlNamespace !== undefined
    ? []
    : [["smithy.api#xmlNamespace", { uri }]];
}

/** Returns the trait that says which operation finds endpoints, where one does. */
function endpointDiscovery(reading: Reading): TraitEntry[] {
  for (const name of reading.operations.names) {
    const operation = reading.operations.entries.get(name);
    if (!isJsonObject(operation) || operation.endpointoperation !== true) continue;
    const error = "InvalidEndpointException";
    const trait = {
      operation: `${reading.namespace}#${name}`,
      ...(reading.shapes.entries.has(error) ? { error: `${reading.namespace}#${error}` } : {}),
    };
    return [["aws.api#clientEndpointDiscovery", trait]];
  }
  return [];
}

const auth: Rule<ServiceContext> = (value, context) => {
  if (!isJsonArray(value)) return undefined;
  const known = value.every((id) => KNOWN_AUTH.has(id));
  if (!known) return undefined;
  // Without `@auth`, a service takes all the schemes it has, in the order of their ids.
  const implied =
    value.length === context.auth.length && value.every((id, index) => id === context.auth[index]);
  return implied ? [] : [["smithy.api#auth", value]];
};

const METADATA_RULES: Rules<ServiceContext> = new Map<string, Rule<ServiceContext>>([
  ["apiVersion", (value) => (typeof value === "string" ? [] : undefined)],
  ["endpointPrefix", (value) => (typeof value === "string" ? [] : undefined)],
  ["serviceId", (value, { names }) => (value === names.sdkId ? [] : undefined)],
  ["serviceFullName", text("smithy.api#title")],
  ["signatureVersion", (value) => (value === "v4" || value === "bearer" ? [] : undefined)],
  [
    "signingName",
    (value, { auth: ids }) =>
      typeof value === "string" && ids.some((id) => id !== "smithy.api#httpBearerAuth") ? [] : undefined,
  ],
  ["protocol", (value) => (typeof value === "string" ? [] : undefined)],
  [
    "protocols",
    (value) => (isJsonArray(value) && value.length === 1 && PROTOCOLS.has(value[0] ?? null) ? [] : undefined),
  ],
  [
    "jsonVersion",
    (value, { raw }) => ((value === "1.0" || value === "1.1") && speaksJson(raw) ? [] : undefined),
  ],
  [
    "protocolSettings",
    (value) =>
      isJsonObject(value) &&
      Object.keys(value).length === 1 &&
      Object.keys(protocolSetting(value) ?? {}).length === 1
        ? []
        : undefined,
  ],
  ["uid", (value, { raw }) => (value === `${raw.endpointPrefix}-${raw.apiVersion}` ? [] : undefined)],
  ["targetPrefix", (value, { names }) => (value === names.name ? [] : undefined)],
  ["xmlNamespace", xmlNamespace],
  ["awsQueryCompatible", object("aws.protocols#awsQueryCompatible")],
  ["auth", auth],
]);

function speaksJson({ protocol, protocols }: Fields): boolean {
  return protocol === "json" || (isJsonArray(protocols) && protocols.includes("json"));
}

const FILE_RULES: Rules<ServiceContext> = new Map<string, Rule<ServiceContext>>([
  ["version", (value) => (value === "2.0" ? [] : undefined)],
  ["metadata", elsewhere],
  ["operations", elsewhere],
  ["shapes", elsewhere],
  ["documentation", text("smithy.api#documentation")],
  ["clientContextParams", object("smithy.rules#clientContextParams")],
  ...deprecationRules<ServiceContext>(),
]);
