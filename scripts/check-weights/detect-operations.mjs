import { own } from "./raw-models.mjs";

/**
 * @import { Fact } from "./fact.mjs"
 * @import { Fields, RawModel } from "./raw-models.mjs"
 * @import { Sides } from "./walk-operations.mjs"
 */

const REST = new Set(["rest-json", "rest-xml"]);

/**
 * Finds operations that are gone, errors that came or went, other addresses and hosts, and other protocols.
 * @param {Sides} sides
 * @returns {Iterable<Fact>}
 */
export function* detectOperations(sides) {
  for (const [operation, old] of Object.entries(sides.old.operations)) {
    const at = factOf(operation);
    const now = own(sides.now.operations, operation);
    if (!now) {
      const says = /operation\.removed|operation\.unbound|service\.removed/;
      yield { ...at, detector: "operation-gone", detail: "is gone", want: "breaking", says };
      continue;
    }
    yield* detectErrors(at, old, now);
    yield* detectHost(at, old, now);
    if (REST.has(sides.old.protocol) && sides.old.protocol === sides.now.protocol)
      yield* detectHttp(at, [addressOf(sides.old, old), addressOf(sides.now, now)]);
    yield* detectProtocol(at, sides);
  }
}

/** @typedef {ReturnType<typeof factOf>} OfOperation */

/** @param {string} operation */
function factOf(operation) {
  return {
    ...{ operation, direction: undefined, error: undefined, path: "", subject: operation },
    ...{ shapes: [operation], member: undefined },
  };
}

/**
 * @param {OfOperation} at
 * @param {Fields} old
 * @param {Fields} now
 * @returns {Iterable<Fact>}
 */
function* detectErrors(at, old, now) {
  const [before, after] = [old, now].map(
    ({ errors = [] }) => new Set(errors.map((/** @type {Fields} */ { shape }) => shape)),
  );
  for (const [detector, from, to] of /** @type {const} */ ([
    ["error-gone", before, after],
    ["error-new", after, before],
  ])) {
    for (const error of from ?? []) {
      if (to?.has(error)) continue;
      const says = detector === "error-new" ? /error\.added/ : /error\.removed/;
      const subject = `${at.operation} ${error}`;
      yield { ...at, error, subject, detector, detail: String(error), want: "check", says };
    }
  }
}

/**
 * @param {OfOperation} at
 * @param {Fields} old
 * @param {Fields} now
 * @returns {Iterable<Fact>}
 */
function* detectHost(at, old, now) {
  const [host, newHost] = [old, now].map(hostOf);
  if (host === newHost) return;
  const says = /endpoint\.changed/;
  yield { ...at, detector: "host", detail: `${host} became ${newHost}`, want: "check", says };
}

/**
 * Returns what an operation puts before the service's host.
 * @param {Fields} operation
 */
export function hostOf({ endpoint }) {
  return String(endpoint?.hostPrefix ?? "");
}

/**
 * @param {OfOperation} at
 * @param {readonly [ReturnType<typeof addressOf>, ReturnType<typeof addressOf>]} addresses
 * @returns {Iterable<Fact>}
 */
function* detectHttp(at, [old, now]) {
  const says = /http\.(changed|removed)|operation\.status\.changed/;
  const detail = `${old.method} ${old.said} became ${now.method} ${now.said}`;
  if (old.method !== now.method || old.uri !== now.uri) {
    yield { ...at, detector: "http-address", detail, want: "breaking", says };
  }
  if (old.code === now.code) return;
  yield { ...at, detector: "http-status", detail: `${old.code} became ${now.code}`, want: "check", says };
}

/** What a pattern has that can take a slash. */
const SLASH = /\/|\\[SWDpP]|\[\^|(?<!\\)\./;

/**
 * Returns where an operation's calls go. A last slash is optional (Smithy 2.0, "http trait"), and a greedy label is like
 * others where no value of it has a slash.
 * @param {RawModel} model
 * @param {Fields} operation
 */
function addressOf(model, { http = {}, input }) {
  const { method, requestUri: said = "/", responseCode = 200 } = http;
  const members = Object.values(own(model.shapes, input?.shape)?.members ?? {});
  const uri = said.replace(
    /\{([^}+]*)(\+?)\}/g,
    (/** @type {string} */ _, /** @type {string} */ label, /** @type {string} */ greedy) => {
      const member = members.find((each) => each.location === "uri" && each.locationName === label);
      const pattern = member && own(model.shapes, member.shape)?.pattern;
      return typeof pattern === "string" && !SLASH.test(pattern) ? "{}" : `{${greedy}}`;
    },
  );
  return { method, said, uri: uri.replace(/(?<=.)\/(?=\?|$)/, ""), code: Number(responseCode) };
}

/**
 * @param {OfOperation} at
 * @param {Sides} sides
 * @returns {Iterable<Fact>}
 */
function* detectProtocol(at, { old, now }) {
  const version = (/** @type {RawModel} */ { protocol, metadata }) =>
    protocol === "json" ? `json ${metadata.jsonVersion ?? "1.1"}` : protocol;
  const detail = `${version(old)} became ${version(now)}`;
  if (version(old) === version(now)) return;
  const isKept = (now.metadata.protocols ?? []).includes(old.protocol) && old.protocol !== now.protocol;
  const reason = isKept ? "the old protocol is spoken still" : undefined;
  const says = /protocol|wire-types/;
  yield {
    ...at,
    subject: "",
    detector: "protocol",
    detail,
    want: isKept ? undefined : "check",
    reason,
    says,
  };
}
