import { anchor } from "../check-weights/sample-texts.mjs";
import { isObject, own } from "./compare-files.mjs";

/**
 * @import { Difference } from "./compare-files.mjs"
 */

/** @typedef {{ readonly old: unknown, readonly now: unknown }} Files */

/** @typedef {{ readonly files: Files, readonly rest: readonly string[], readonly name: string } & Difference} Asked */

/**
 * Returns why two files say the same where their words differ, from the files alone; `undefined` where they do not.
 * @param {Difference} difference
 * @param {Files} files
 * @returns {string | undefined}
 */
export function sayWhySame(difference, files) {
  const [section = "", name = "", ...rest] = difference.path;
  const { old, now } = difference;
  if (isEmpty(old) && isEmpty(now)) return "an empty list or object";
  const asked = { ...difference, files, rest, name };
  switch (section) {
    case "version":
      return [old, now].every((version) => version === undefined || version === "2.0")
        ? "the version of the format that is taken for granted"
        : undefined;
    case "metadata":
      return ofMetadata(asked);
    case "operations":
      return ofOperation(asked);
    case "shapes":
      return ofShape(asked);
    default:
      return undefined;
  }
}

/** @param {Asked} asked */
function ofMetadata({ name, files, old, now }) {
  if (name === "serviceId" && (old === undefined || now === undefined))
    return "the id of the service, by which both files are read where one states none";
  const sides = [files.old, files.now].map((file) => own(file, "metadata"));
  const says = SAYS[name];
  if (!says) return undefined;
  const [from, to] = sides.map((metadata) => says(metadata, own(metadata, name)));
  return isSame(from, to) ? "metadata that follow from others" : undefined;
}

/** What some metadata say; where they are absent, others say it, or they say no more than others. */
/** @type {Readonly<Record<string, ((metadata: unknown, value: unknown) => unknown) | undefined>>} */
const SAYS = {
  auth: (metadata, value) =>
    isSame(value, ["aws.auth#sigv4"]) && SIGNED.has(own(metadata, "signatureVersion")) ? undefined : value,
  protocols: (metadata, value) => (isSame(value, [own(metadata, "protocol")]) ? undefined : value),
  signingName: (metadata, value) => value ?? own(metadata, "endpointPrefix"),
  uid: (metadata, value) =>
    value === `${own(metadata, "endpointPrefix")}-${own(metadata, "apiVersion")}` ? undefined : value,
};

const SIGNED = new Set(/** @type {unknown[]} */ (["v4", "s3", "s3v4"]));

/**
 * Returns the address of an operation with its labels called as the members that they stand for.
 * @param {unknown} operation
 * @param {unknown} file
 */
function nameLabels(operation, file) {
  const input = own(own(own(file, "shapes"), String(own(own(operation, "input"), "shape"))), "members");
  const names = new Map(
    Object.entries(isObject(input) ? input : {}).map(([name, member]) => [own(member, "locationName"), name]),
  );
  const uri = String(own(own(operation, "http"), "requestUri"));
  return uri.replaceAll(/\{([^}+]*)/g, (_, label) => `{${names.get(label) ?? label}`);
}

const SIGNING = new Set(["auth", "authtype", "unsignedPayload"]);

/**
 * Returns how an operation's calls are signed, and whether their bodies are.
 * @param {unknown} operation
 */
function signingOf(operation) {
  const [auth, authtype] = [own(operation, "auth"), own(operation, "authtype")];
  const isUnsigned = own(operation, "unsignedPayload") === true || authtype === "v4-unsigned-body";
  const isOpen = authtype === "none" || isSame(auth, ["smithy.api#noAuth"]);
  const isSigned = authtype === "v4" || authtype === "v4-unsigned-body";
  const ways = isOpen ? [] : (auth ?? (isSigned ? ["aws.auth#sigv4"] : undefined));
  return JSON.stringify([isUnsigned, ways ?? null]);
}

/** @param {Asked} asked */
function ofOperation({ files, name, rest, old, now }) {
  const [key = "", error = "", ...fields] = rest;
  if (SIGNING.has(key)) {
    const [from, to] = [files.old, files.now].map((file) => signingOf(own(own(file, "operations"), name)));
    return from === to ? "ways to sign that follow from others" : undefined;
  }
  if (rest.join(" ") === "http requestUri") {
    const [from, to] = [files.old, files.now].map((file) =>
      nameLabels(own(own(file, "operations"), name), file),
    );
    return from === to ? "labels under other names" : undefined;
  }
  if (
    rest.join(" ") === "http responseCode" &&
    [old, now].every((code) => code === undefined || code === 200)
  ) {
    return "the status that is taken for granted";
  }
  if (key === "output" && error === "resultWrapper") {
    const isImplied = [old, now].every((wrapper) => wrapper === undefined || wrapper === `${name}Result`);
    return isImplied ? "a wrapper that the protocol implies" : undefined;
  }
  if (key !== "errors" || fields.length === 0) return undefined;
  const repeats = (/** @type {unknown} */ file, /** @type {unknown} */ value) =>
    value === undefined || isSame(value, fields.reduce(partOf, own(own(file, "shapes"), error)));
  return repeats(files.old, old) && repeats(files.now, now)
    ? "a reference repeats what its error says"
    : undefined;
}

/**
 * Returns a field of an object, or an entry of a list of texts.
 * @param {unknown} value
 * @param {string} key
 */
function partOf(value, key) {
  return Array.isArray(value) ? value.find((entry) => entry === key) : own(value, key);
}

/** @param {Asked} asked */
function ofShape({ files, name, rest, old, now }) {
  const key = rest.at(-1);
  if (key === "pattern" && typeof old === "string" && typeof now === "string") {
    return anchor(old) === anchor(now) ? "anchors that are taken for granted" : undefined;
  }
  if (key === "locationName" && rest[0] === "members" && rest.length === 3) {
    const [from, to] = [files.old, files.now].map((file) => nameOfEntries(file, name, rest[1] ?? ""));
    return from !== undefined && from === to ? "a flattened list has the name of its entries" : undefined;
  }
  if (key === "fault" || (key === "senderFault" && rest[0] === "error")) {
    const faults = [files.old, files.now].map((file) => isServerFault(own(own(file, "shapes"), name)));
    return faults[0] === faults[1] ? "the status says whose fault it is" : undefined;
  }
  return undefined;
}

/**
 * Returns the name that the entries of a flattened list give it, whatever the member is called that leads to the list.
 * @param {unknown} file
 * @param {string} name
 * @param {string} member
 */
function nameOfEntries(file, name, member) {
  const shapes = own(file, "shapes");
  const list = own(shapes, String(own(own(own(own(shapes, name), "members"), member), "shape")));
  return own(list, "flattened") === true ? own(own(list, "member"), "locationName") : undefined;
}

/** @param {unknown} shape */
function isServerFault(shape) {
  const error = own(shape, "error");
  if (own(shape, "fault") === true || own(error, "fault") === true) return true;
  const sender = own(error, "senderFault");
  return typeof sender === "boolean" ? !sender : Number(own(error, "httpStatusCode")) >= 500;
}

/** @param {unknown} value */
function isEmpty(value) {
  return (
    value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0)
  );
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
