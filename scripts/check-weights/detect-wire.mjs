import { hostOf } from "./detect-operations.mjs";
import { factAt } from "./fact.mjs";
import { effective, kindOf } from "./raw-models.mjs";
import { formOf, isStream, timeFormatOf, wireNameOf } from "./wire-places.mjs";

/**
 * @import { Fact } from "./fact.mjs"
 * @import { RawModel } from "./raw-models.mjs"
 * @import { Place, Sides } from "./walk-operations.mjs"
 */

const WIRE = /wire-format\.changed|wire-type\.changed|streaming\.changed|type\.changed|http\.changed/;
const STREAM = /streaming|type\.changed/;
/** Hosts are to check, and what becomes part of one is no other member. */
const OF_HOST = /** @type {const} */ ({
  want: "check",
  reason: "told with the host",
  says: /endpoint\.changed/,
});
/** Where all values are of one namespace it is the service's. */
const OF_SERVICE = /** @type {const} */ ({
  want: "check",
  reason: "told with the service",
  says: /service\.xml-namespace\.changed/,
});
const TOKEN = /idempotency-token/;

/**
 * Finds what travels under another name, in another place or in another form. Where the protocol is another one, all does.
 * @param {Place} place
 * @param {Sides} sides
 * @returns {Iterable<Fact>}
 */
export function* detectWire(place, sides) {
  const { old, now, owner, oldOwner, nowOwner } = place;
  if (!owner || !oldOwner || !nowOwner || kindOf(old) !== kindOf(now)) return;
  if (sides.old.protocol === sides.now.protocol) {
    const { member } = owner;
    const before = { model: sides.old, at: old, owner: oldOwner, member, place };
    const after = { model: sides.now, at: now, owner: nowOwner, member, place };
    yield* differs(place, "wire-name", [wireNameOf(before), wireNameOf(after)]);
    yield* differs(place, "time-format", [timeFormatOf(before), timeFormatOf(after)]);
    const [form, newForm] = [formOf(before), formOf(after)];
    for (const key of Object.keys(form)) {
      yield* differs(place, `wire-${key}`, [form[key], newForm[key]], findInstead(key, place, sides));
    }
  }
  if (isStream(old) !== isStream(now)) {
    const detail = `streamed: ${isStream(old)}, ${isStream(now)}`;
    yield factAt(place, { detector: "streaming", detail, want: "breaking", says: STREAM });
  }
  const [token, newToken] = [old, now].map((at) => effective(at, "idempotencyToken") === true);
  if (place.direction === "request" && token && !newToken) {
    const detail = "is no idempotency token any more";
    yield factAt(place, { detector: "token-gone", detail, want: "check", says: TOKEN });
  }
}

/**
 * @param {Place} place
 * @param {string} detector
 * @param {readonly [unknown, unknown]} values
 * @param {typeof OF_HOST | typeof OF_SERVICE} [instead]
 * @returns {Iterable<Fact>}
 */
function* differs(place, detector, [old, now], instead) {
  if (old === now) return;
  const detail = `${old} became ${now}`;
  yield factAt(place, { detector, detail, want: "breaking", says: WIRE, ...instead });
}

/**
 * Returns where else it is told that a value travels in another way.
 * @param {string} key
 * @param {Place} place
 * @param {Sides} sides
 */
function findInstead(key, { operation }, { old, now }) {
  if (key === "hostLabel" && hostOf(old.operations[operation]) !== hostOf(now.operations[operation]))
    return OF_HOST;
  const isOfService = key === "namespace" && namespacesOf(old).size === 1 && namespacesOf(now).size === 1;
  return isOfService ? OF_SERVICE : undefined;
}

/** @type {WeakMap<RawModel, ReadonlySet<string>>} */
const namespaces = new WeakMap();

/**
 * Returns the XML namespaces of values in a file.
 * @param {RawModel} model
 */
function namespacesOf(model) {
  const known = namespaces.get(model);
  if (known) return known;
  const shapes = Object.values(model.shapes);
  const refs = [
    ...shapes,
    ...shapes.flatMap(({ members = {} }) => Object.values(members)),
    ...inputsOf(model),
  ];
  const own = new Set(
    refs.flatMap(({ xmlNamespace: { uri, prefix } = {} }) =>
      uri === undefined || prefix !== undefined ? [] : String(uri),
    ),
  );
  namespaces.set(model, own);
  return own;
}

/** @param {RawModel} model */
function inputsOf({ operations }) {
  return Object.values(operations).flatMap(({ input }) => input ?? []);
}
