import { own } from "./raw-models.mjs";

/**
 * @import { Fact } from "./fact.mjs"
 * @import { Fields, RawModel } from "./raw-models.mjs"
 * @import { Sides } from "./walk-operations.mjs"
 */

const REST = new Set(["rest-json", "rest-xml"]);

/**
 * Finds operations that are gone, errors that came or went, other addresses, and other protocols.
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
    if (REST.has(sides.old.protocol) && sides.old.protocol === sides.now.protocol)
      yield* detectHttp(at, old, now);
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
function* detectHttp(at, { http: old = {} }, { http: now = {} }) {
  const says = /http\.(changed|removed)/;
  // A last slash is optional (Smithy 2.0, "http trait").
  const [uri, newUri] = [old, now].map(({ requestUri = "/" }) =>
    requestUri.replace(/\{[^}+]*(\+?)\}/g, "{$1}").replace(/(?<=.)\/(?=\?|$)/, ""),
  );
  const detail = `${old.method} ${old.requestUri} became ${now.method} ${now.requestUri}`;
  if (old.method !== now.method || uri !== newUri) {
    yield { ...at, detector: "http-address", detail, want: "breaking", says };
  }
  const [code, newCode] = [old, now].map(({ responseCode = 200 }) => Number(responseCode));
  if (code === newCode) return;
  yield { ...at, detector: "http-status", detail: `${code} became ${newCode}`, want: "check", says };
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
