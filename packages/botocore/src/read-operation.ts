import { isJsonArray, isJsonObject, type JsonValue, jsonType } from "@shapelog/json";
import { type OperationShape, type ShapeId, UNIT } from "@shapelog/model";
import { botocoreDiagnostics } from "./diagnostics.js";
import {
  deprecationRules,
  elsewhere,
  type Fields,
  flag,
  keptTrait,
  mapTraits,
  object,
  type Rule,
  type Rules,
  type TraitEntry,
  text,
  toTraits,
} from "./map-traits.js";
import { findRawShape, placeOf, type Reading, readReference } from "./reading.js";
import { isSameNamespace } from "./xml-namespace.js";

/** What the rules for operations look at. */
interface OperationContext {
  readonly reading: Reading;
  readonly name: string;
  readonly raw: Fields;
}

/** Reads one entry of `operations`, and what the files beside the model say of it. */
export function readOperation(reading: Reading, name: string, raw: Fields): OperationShape {
  const entries = mapTraits<OperationContext>(raw, OPERATION_RULES, { reading, name, raw });
  return {
    kind: "operation",
    id: `${reading.namespace}#${name}`,
    traits: toTraits([...entries, ...(reading.beside.operations.get(name)?.traits ?? [])]),
    input: readSide(reading, name, raw, "input"),
    output: readSide(reading, name, raw, "output"),
    errors: readErrors(reading, name, raw.errors),
  };
}

function readSide(reading: Reading, name: string, raw: Fields, side: "input" | "output"): ShapeId {
  if (raw[side] === undefined || raw[side] === null) return UNIT;
  return readReference(reading, raw[side], ["operations", name, side], `"${side}" of ${name}`) ?? UNIT;
}

function readErrors(reading: Reading, name: string, value: JsonValue | undefined): ShapeId[] {
  if (value === undefined) return [];
  const path = ["operations", name, "errors"];
  if (!isJsonArray(value)) {
    const data = { what: `"errors" of ${name}`, expected: "an array", found: jsonType(value) };
    reading.diagnostics.push(botocoreDiagnostics.create("wrong-json-type", placeOf(reading, path), data));
    return [];
  }
  const errors = value.map((error, index) =>
    readReference(reading, error, [...path, index], `error ${index} of ${name}`),
  );
  return [...new Set(errors)].filter((id) => id !== undefined);
}

/** Keeps what a reference to an input or output says beside the shape. */
function side(field: "input" | "output"): Rule<OperationContext> {
  return (value, context) => {
    if (!isJsonObject(value)) return undefined;
    const rest = Object.entries(value).filter(([key, part]) => !isImplied(key, part, value, context));
    return rest.length === 0 ? [] : [keptTrait(field, Object.fromEntries(rest))];
  };
}

/** Returns whether Smithy's protocols imply what a reference to an input or output says. */
function isImplied(key: string, part: JsonValue, reference: Fields, context: OperationContext): boolean {
  const { reading, name } = context;
  switch (key) {
    case "shape":
      return true;
    case "resultWrapper": // The query protocols name the result so.
      return part === `${name}Result`;
    case "locationName": // The REST protocols name the root element for the structure.
      return reading.protocol.xml && reading.protocol.rest && part === reference.shape;
    case "xmlNamespace":
      return reading.xmlNamespace !== undefined && isSameNamespace(part, reading.xmlNamespace);
    default:
      return false;
  }
}

/** Keeps what references to errors say that the errors do not say themselves. */
const errors: Rule<OperationContext> = (value, { reading }) => {
  if (!isJsonArray(value)) return undefined;
  const kept: [string, JsonValue][] = [];
  for (const error of value) {
    if (!isJsonObject(error) || typeof error.shape !== "string") continue;
    const raw = findRawShape(reading, error.shape) ?? {};
    const more = Object.entries(error).filter(
      ([key, part]) => key !== "shape" && JSON.stringify(raw[key]) !== JSON.stringify(part),
    );
    if (more.length > 0) kept.push([error.shape, Object.fromEntries(more)]);
  }
  return kept.length === 0 ? [] : [keptTrait("errors", Object.fromEntries(kept))];
};

const http: Rule<OperationContext> = (value, { reading, raw }) => {
  if (!isJsonObject(value)) return undefined;
  const { method, requestUri, responseCode = 200, ...rest } = value;
  const known =
    typeof method === "string" && typeof requestUri === "string" && typeof responseCode === "number";
  if (!known || Object.keys(rest).length > 0) return undefined;
  if (reading.protocol.rest) {
    const uri = nameLabels(reading, requestUri, raw.input);
    return [["smithy.api#http", { method, uri, code: responseCode }]];
  }
  return method === "POST" && requestUri === "/" && responseCode === 200 ? [] : undefined;
};

/** In botocore labels have the members' wire names, in Smithy the members' own. */
function nameLabels(reading: Reading, uri: string, input: JsonValue | undefined): string {
  const members = isJsonObject(input) ? findRawShape(reading, input.shape)?.members : undefined;
  if (!isJsonObject(members)) return uri;
  const names = new Map<string, string>();
  for (const [name, member] of Object.entries(members)) {
    if (isJsonObject(member) && member.location === "uri" && typeof member.locationName === "string") {
      names.set(member.locationName, name);
    }
  }
  return uri.replaceAll(/\{([^{}+]+)(\+?)\}/g, (label, name: string, greedy: string) => {
    const member = names.get(name);
    return member === undefined ? label : `{${member}${greedy}}`;
  });
}

const authtype: Rule<OperationContext> = (value, { raw }) => {
  if (value === "none") {
    return [
      ["smithy.api#auth", []],
      ["smithy.api#optionalAuth", {}],
    ];
  }
  if (value !== "v4" && value !== "v4-unsigned-body") return undefined;
  const traits: TraitEntry[] = raw.auth === undefined ? [["smithy.api#auth", ["aws.auth#sigv4"]]] : [];
  if (value === "v4-unsigned-body") traits.push(["aws.auth#unsignedPayload", {}]);
  return traits;
};

const auth: Rule<OperationContext> = (value, { raw }) => {
  if (!isJsonArray(value)) return undefined;
  const none = value.length === 1 && value[0] === "smithy.api#noAuth";
  if (raw.authtype === "none") return none ? [] : undefined;
  return none ? [["smithy.api#auth", []]] : [["smithy.api#auth", value]];
};

const OPERATION_RULES: Rules<OperationContext> = new Map<string, Rule<OperationContext>>([
  ["name", (value, { name }) => (value === name ? [] : undefined)],
  ["http", http],
  ["input", side("input")],
  ["output", side("output")],
  ["errors", errors],
  ["documentation", text("smithy.api#documentation")],
  [
    "documentationUrl",
    (value) =>
      typeof value === "string"
        ? [["smithy.api#externalDocumentation", { "API Reference": value }]]
        : undefined,
  ],
  ...deprecationRules<OperationContext>(),
  ["idempotent", flag("smithy.api#idempotent")],
  ["readonly", flag("smithy.api#readonly")],
  ["endpoint", object("smithy.api#endpoint")],
  [
    "endpointdiscovery",
    (value) =>
      isJsonObject(value) && Object.keys(value).every((key) => key === "required")
        ? [["aws.api#clientDiscoveredEndpoint", { required: value.required === true }]]
        : undefined,
  ],
  ["endpointoperation", (value) => (value === true ? elsewhere() : undefined)],
  ["httpChecksumRequired", flag("smithy.api#httpChecksumRequired")],
  ["httpChecksum", object("aws.protocols#httpChecksum")],
  ["requestcompression", object("smithy.api#requestCompression")],
  ["staticContextParams", object("smithy.rules#staticContextParams")],
  ["operationContextParams", object("smithy.rules#operationContextParams")],
  ["authtype", authtype],
  ["auth", auth],
  ["unsignedPayload", flag("aws.auth#unsignedPayload")],
]);
