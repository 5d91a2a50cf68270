import {
  authSchemes,
  findProtocol,
  findShape,
  hasTrait,
  isNodeObject,
  jsonName,
  type Member,
  type Model,
  type NodeValue,
  type OperationShape,
  type ServiceShape,
  shapeName,
  stringTrait,
  trait,
} from "@shapelog/model";
import type { Entry, Literal } from "./literal.js";
import { toText, toWire } from "./wire-literal.js";

/** A request over HTTP. Nothing in it is encoded for a shell or a program. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query, percent-encoded. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** JSON, or text. */
  readonly body?: Literal | string;
}

/** Whose request it is. */
export interface Call {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly operation: OperationShape;
}

/**
 * Returns the request that an operation is called with, in a protocol with bodies of JSON; `undefined` where there is
 * none, or a value has no place in a request (Smithy 2.0, "HTTP binding traits"; AWS, "restJson1" and "awsJson").
 */
export function createHttpRequest(call: Call, input: Literal): HttpRequest | undefined {
  const { model, service, operation } = call;
  const entries = input.kind === "object" ? input.entries : [];
  switch (findProtocol(service)) {
    case "aws.protocols#restJson1":
      return createRestRequest(call, entries);
    case "aws.protocols#awsJson1_0":
    case "aws.protocols#awsJson1_1": {
      const version = hasTrait(service, "aws.protocols#awsJson1_1") ? "1.1" : "1.0";
      return {
        method: "POST",
        target: "/",
        headers: [
          ["Content-Type", `application/x-amz-json-${version}`],
          ["X-Amz-Target", `${shapeName(service.id)}.${shapeName(operation.id)}`],
          ...authHeaders(call),
        ],
        body: toWire(model, service, { target: operation.input, traits: {} }, input),
      };
    }
    default:
      return undefined;
  }
}

function createRestRequest(call: Call, entries: readonly Entry[]): HttpRequest | undefined {
  const { model, service, operation } = call;
  const http = trait(operation, "http");
  if (!isNodeObject(http) || typeof http.method !== "string" || typeof http.uri !== "string")
    return undefined;
  if (!/^[A-Z]+$/.test(http.method) || hasTrait(operation, "endpoint")) return undefined;
  const inputShape = findShape(model, operation.input);
  const members = inputShape?.kind === "structure" ? inputShape.members : [];
  const labels = new Map<string, string>();
  const query: string[] = [];
  const headers: (readonly [string, string])[] = [];
  const body: Entry[] = [];
  let payload: Literal | string | undefined;
  for (const [name, value] of entries) {
    const member = members.find((each) => each.name === name);
    if (!member) return undefined;
    const texts = textsOf(call, member, value);
    const [first] = texts;
    const named = (id: string) => stringTrait(member, id);
    if (hasTrait(member, "httpLabel")) {
      if (first === undefined || first === "") return undefined;
      labels.set(name, first);
    } else if (named("httpQuery") !== undefined) {
      query.push(...texts.map((text) => `${encode(named("httpQuery") ?? "")}=${encode(text)}`));
    } else if (hasTrait(member, "httpQueryParams")) {
      for (const [key, text] of textEntries(call, member, value))
        query.push(`${encode(key)}=${encode(text)}`);
    } else if (named("httpHeader") !== undefined) headers.push([named("httpHeader") ?? "", texts.join(", ")]);
    else if (named("httpPrefixHeaders") !== undefined) {
      for (const [key, text] of textEntries(call, member, value))
        headers.push([`${named("httpPrefixHeaders")}${key}`, text]);
    } else if (hasTrait(member, "httpPayload")) payload = payloadOf(call, member, value);
    else body.push([jsonName(member, service), toWire(model, service, member, value)]);
  }
  const target = fillUri(http.uri, labels, query);
  const hasBody = members.some(isInBody);
  const sent = payload ?? (hasBody ? ({ kind: "object", entries: body } as const) : undefined);
  if (target === undefined || !headers.every(([name, text]) => isHeader(name, text))) return undefined;
  const type: (readonly [string, string])[] =
    sent === undefined
      ? []
      : [["Content-Type", typeof sent === "string" ? "application/octet-stream" : "application/json"]];
  return {
    method: http.method,
    target,
    headers: [...type, ...headers, ...authHeaders(call)],
    ...(sent === undefined ? {} : { body: sent }),
  };
}

const BOUND = ["httpLabel", "httpQuery", "httpQueryParams", "httpHeader", "httpPrefixHeaders", "httpPayload"];

function isInBody(member: Member): boolean {
  return !BOUND.some((id) => hasTrait(member, id));
}

function payloadOf({ model, service }: Call, member: Member, value: Literal): Literal | string {
  const kind = findShape(model, member.target)?.kind;
  const isRaw = kind === "blob" || kind === "string" || kind === "enum";
  return isRaw && (value.kind === "text" || value.kind === "bytes")
    ? value.text
    : toWire(model, service, member, value);
}

/** Returns the texts of a value: one, or one for each item of a list. */
function textsOf({ model, service }: Call, member: Member, value: Literal): string[] {
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => toText(model, service, member, item) ?? []);
}

function textEntries(call: Call, member: Member, value: Literal): (readonly [string, string])[] {
  if (value.kind !== "object") return [];
  return value.entries.flatMap(([key, inner]) =>
    textsOf(call, member, inner).map((text) => [key, text] as const),
  );
}

/** Returns a URI pattern with its labels filled in; `undefined` where one has no value (Smithy 2.0, "http trait"). */
function fillUri(
  uri: string,
  labels: ReadonlyMap<string, string>,
  query: readonly string[],
): string | undefined {
  const [pattern = "", fixed] = uri.split("?", 2);
  if (!pattern.startsWith("/") || /[^!-~]/.test(uri)) return undefined;
  let isWhole = true;
  const path = pattern.replace(/\{([^{}+]+)(\+?)\}/g, (_, name: string, greedy: string) => {
    const text = labels.get(name);
    if (text === undefined) isWhole = false;
    return greedy === "+" ? (text ?? "").split("/").map(encode).join("/") : encode(text ?? "");
  });
  const all = [...(fixed === undefined ? [] : [fixed]), ...query].join("&");
  return isWhole ? `${path}${all === "" ? "" : `?${all}`}` : undefined;
}

/** Percent-encodes all but what is unreserved (RFC 3986, section 2.3). */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function isHeader(name: string, text: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(name) && /^[ -~]*$/.test(text);
}

/** A placeholder for the credentials of the preferred scheme, where that is a header. */
function authHeaders({ service, operation }: Call): (readonly [string, string])[] {
  const [scheme] = authSchemes(service, operation);
  if (scheme === "smithy.api#httpBearerAuth") return [["Authorization", "Bearer TOKEN"]];
  if (scheme !== "smithy.api#httpApiKeyAuth") return [];
  const key: NodeValue | undefined = trait(service, scheme);
  if (!isNodeObject(key) || key.in !== "header" || typeof key.name !== "string") return [];
  const prefix = typeof key.scheme === "string" ? `${key.scheme} ` : "";
  return isHeader(key.name, prefix) ? [[key.name, `${prefix}KEY`]] : [];
}
