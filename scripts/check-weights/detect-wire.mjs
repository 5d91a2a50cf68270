import { hostOf } from "./detect-operations.mjs";
import { factAt } from "./fact.mjs";
import { effective, kindOf } from "./raw-models.mjs";
import { formOf, isStream, timeFormatOf, wireNameOf } from "./wire-places.mjs";

/**
 * @import { Fact } from "./fact.mjs"
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
      const isOfHost = key === "hostLabel" && hasOtherHost(place, sides);
      yield* differs(place, `wire-${key}`, [form[key], newForm[key]], isOfHost ? OF_HOST : undefined);
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
 * @param {typeof OF_HOST} [instead]
 * @returns {Iterable<Fact>}
 */
function* differs(place, detector, [old, now], instead) {
  if (old === now) return;
  const detail = `${old} became ${now}`;
  yield factAt(place, { detector, detail, want: "breaking", says: WIRE, ...instead });
}

/**
 * @param {Place} place
 * @param {Sides} sides
 */
function hasOtherHost({ operation }, { old, now }) {
  return hostOf(old.operations[operation]) !== hostOf(now.operations[operation]);
}
