import { effective, own } from "./raw-models.mjs";

/**
 * @import { Fields, RawModel, Reference } from "./raw-models.mjs"
 * @import { Place } from "./walk-operations.mjs"
 */

const REST = new Set(["rest-json", "rest-xml"]);
const XML = new Set(["rest-xml", "query", "ec2"]);

/** One side of a place. */
/** @typedef {{ model: RawModel, at: Reference, owner: Reference, member: string, place: Place }} Side */

/**
 * Returns where and under which name a member travels, as botocore's serializers and parsers find it, in words that are
 * the same where it is the same; `undefined` for what has no name of its own, such as an entry of a list in JSON.
 * @param {Side} side
 */
export function wireNameOf({ model, at, owner, member, place }) {
  const { protocol } = model;
  const { ref } = at;
  const isNamed = owner.shape.type === "structure";
  const name = ref.locationName ?? (isNamed ? member : undefined);
  if (REST.has(protocol) && isNamed && place.isTop) {
    const located = locate(side(at, owner, member), place, String(name));
    if (located !== undefined) return located;
  }
  if (place.direction === "request" && protocol === "ec2") {
    if (!isNamed) return undefined;
    return `form ${ref.queryName ?? upperFirst(String(name))}`;
  }
  if (isNamed && ref.eventheader === true) return `event header ${member}`;
  if (isNamed && ref.eventpayload === true) return "event payload";
  if (!XML.has(protocol)) return isNamed ? `property ${protocol === "json" ? member : name}` : undefined;
  return xmlNameOf({ model, at, owner, member, place }, name);
}

/**
 * @param {Reference} at
 * @param {Reference} owner
 * @param {string} member
 */
function side(at, owner, member) {
  return { at, owner, member };
}

/**
 * @param {{ at: Reference, owner: Reference, member: string }} side
 * @param {Place} place
 * @param {string} name
 */
function locate({ at, owner, member }, place, name) {
  const isRequest = place.direction === "request";
  switch (at.ref.location) {
    case "header":
      return `header ${name.toLowerCase()}`;
    case "headers":
      return `headers ${String(at.ref.locationName ?? "").toLowerCase()}`;
    case "querystring":
      if (!isRequest) return undefined;
      return at.shape.type === "map" ? "all of the query" : `query ${name}`;
    case "uri":
      return isRequest ? "label" : undefined;
    case "statusCode":
      return isRequest ? undefined : "status";
    default:
      return owner.shape.payload === member ? "payload" : undefined;
  }
}

/**
 * Flattened lists give their entries the name of the member, or the entries' own.
 * @param {Side} side
 * @param {unknown} name
 */
function xmlNameOf({ at, owner, member, model, place }, name) {
  const isNamed = owner.shape.type === "structure";
  if (isNamed) {
    const entry = isFlat(at) ? own(at.shape.member, "locationName") : undefined;
    return `${at.ref.xmlAttribute === true ? "attribute" : "element"} ${entry ?? name}`;
  }
  if (isFlat(owner)) return undefined;
  const isForm = place.direction === "request" && model.protocol === "query";
  const byItself = { member: "member", key: isForm ? "key" : "key", value: "value" };
  return `element ${name ?? own(byItself, member)}`;
}

/** @param {Reference} at */
export function isFlat(at) {
  return effective(at, "flattened") === true;
}

/** @param {string} name */
function upperFirst(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * Returns the format in which a time travels (botocore's serializers: headers as in HTTP, queries and XML as ISO 8601,
 * JSON in seconds).
 * @param {Side} side
 */
export function timeFormatOf({ model, at, place }) {
  if (at.shape.type !== "timestamp") return undefined;
  const said = effective(at, "timestampFormat");
  if (said !== undefined) return String(said);
  const { protocol } = model;
  const location = REST.has(protocol) && place.isTop ? at.ref.location : undefined;
  if (location === "header") return "rfc822";
  if (location !== undefined || XML.has(protocol)) return "iso8601";
  return "unixTimestamp";
}

/**
 * Returns in what other ways a value travels: whether it is flattened, streamed, JSON in a text, and its XML namespace.
 * @param {Side} side
 * @returns {Fields}
 */
export function formOf({ model, at, owner, place }) {
  const { protocol } = model;
  const isXml = XML.has(protocol);
  const isEc2Call = protocol === "ec2" && place.direction === "request";
  const isCollection = at.shape.type === "list" || at.shape.type === "map";
  const namespace = at.ref.xmlNamespace ?? at.shape.xmlNamespace;
  const isBody =
    protocol === "rest-xml" && (owner.shape.type !== "structure" || at.ref.location === undefined);
  return {
    flattened: isCollection && isXml && !isEc2Call ? isFlat(at) : undefined,
    json: at.ref.jsonvalue === true,
    hostLabel: place.direction === "request" && at.ref.hostLabel === true,
    namespace: isBody && place.direction === "request" ? (namespace?.uri ?? namespace) : undefined,
  };
}

/** @param {Reference} at */
export function isStream(at) {
  return at.shape.type === "blob" && effective(at, "streaming") === true;
}
