import { stringLiteral } from "@shapelog/emit";
import { isNodeObject, type NodeValue, type Traits } from "@shapelog/model";

/** Returns the value of a trait as schemas have it, as code; `undefined` where it is not what the trait takes. */
type PrintValue = (value: NodeValue) => string | undefined;

const printFlag: PrintValue = () => "1";
const printString: PrintValue = (value) => (typeof value === "string" ? stringLiteral(value) : undefined);
const printFault: PrintValue = (value) =>
  value === "client" || value === "server" ? stringLiteral(value) : undefined;
const printStatus: PrintValue = (value) => (typeof value === "number" ? `${value}` : undefined);

/** The method, the URI and the status of a response. */
const printHttp: PrintValue = (value) => {
  if (!isNodeObject(value) || typeof value.method !== "string" || typeof value.uri !== "string")
    return undefined;
  const code = typeof value.code === "number" ? value.code : 200;
  return printList([stringLiteral(value.method), stringLiteral(value.uri), `${code}`]);
};

const printHostPrefix: PrintValue = (value) =>
  isNodeObject(value) && typeof value.hostPrefix === "string"
    ? printList([stringLiteral(value.hostPrefix)])
    : undefined;

/** The prefix, empty where there is none, and the URI. */
const printXmlNamespace: PrintValue = (value) => {
  if (!isNodeObject(value) || typeof value.uri !== "string") return undefined;
  const prefix = typeof value.prefix === "string" ? value.prefix : "";
  return printList([stringLiteral(prefix), stringLiteral(value.uri)]);
};

/** The error's code on the wire, and its status. */
const printQueryError: PrintValue = (value) => {
  if (!isNodeObject(value) || typeof value.code !== "string") return undefined;
  const status = typeof value.httpResponseCode === "number" ? [`${value.httpResponseCode}`] : [];
  return printList([stringLiteral(value.code), ...status]);
};

/**
 * The traits that protocols and clients ask of schemas, in the order in which schemas have them. `@timestampFormat` is
 * not among them: it is part of the number that stands for a timestamp.
 */
const TRAITS: readonly (readonly [id: string, print: PrintValue])[] = [
  ["aws.protocols#awsQueryError", printQueryError],
  ["aws.protocols#ec2QueryName", printString],
  ["smithy.api#endpoint", printHostPrefix],
  ["smithy.api#error", printFault],
  ["smithy.api#eventHeader", printFlag],
  ["smithy.api#eventPayload", printFlag],
  ["smithy.api#hostLabel", printFlag],
  ["smithy.api#http", printHttp],
  ["smithy.api#httpChecksumRequired", printFlag],
  ["smithy.api#httpError", printStatus],
  ["smithy.api#httpHeader", printString],
  ["smithy.api#httpLabel", printFlag],
  ["smithy.api#httpPayload", printFlag],
  ["smithy.api#httpPrefixHeaders", printString],
  ["smithy.api#httpQuery", printString],
  ["smithy.api#httpQueryParams", printFlag],
  ["smithy.api#httpResponseCode", printFlag],
  ["smithy.api#idempotencyToken", printFlag],
  ["smithy.api#idempotent", printFlag],
  ["smithy.api#jsonName", printString],
  ["smithy.api#mediaType", printString],
  ["smithy.api#requiresLength", printFlag],
  ["smithy.api#sensitive", printFlag],
  ["smithy.api#sparse", printFlag],
  ["smithy.api#streaming", printFlag],
  ["smithy.api#xmlAttribute", printFlag],
  ["smithy.api#xmlFlattened", printFlag],
  ["smithy.api#xmlName", printString],
  ["smithy.api#xmlNamespace", printXmlNamespace],
];

/** The traits that a number can stand for, from its lowest bit on (`TraitBitVector` of `@smithy/types`). */
const BITS = [
  "httpLabel",
  "idempotent",
  "idempotencyToken",
  "sensitive",
  "httpPayload",
  "httpResponseCode",
  "httpQueryParams",
];

/** The traits of a shape or member that schemas have: names without their namespace, and values as code. */
export type SchemaTraits = ReadonlyMap<string, string>;

/** Returns what schemas have of the traits of a shape or member. */
export function readTraits(traits: Traits): SchemaTraits {
  const found = new Map<string, string>();
  for (const [id, print] of TRAITS) {
    const value = traits[id];
    const text = value === undefined ? undefined : print(value);
    if (text !== undefined) found.set(id.slice(id.indexOf("#") + 1), text);
  }
  return found;
}

/** Returns traits as code: a number where one can stand for them all, which is 0 for none, else an object. */
export function printTraits(traits: SchemaTraits): string {
  let bits = 0;
  for (const name of traits.keys()) {
    const index = BITS.indexOf(name);
    if (index === -1) return `{ ${[...traits].map(([key, value]) => `${key}: ${value}`).join(", ")} }`;
    bits += 2 ** index;
  }
  return `${bits}`;
}

/** Returns items of code as an array literal. */
export function printList(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}
