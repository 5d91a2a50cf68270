/**
 * @import { AwsDelta, AwsUpdate, AwsValue } from "@shapelog/diff/aws"
 */

/**
 * Returns a delta without one of its additions, and with one that is none: what a careless page would say.
 * @param {AwsDelta} delta
 * @param {() => number} random
 * @returns {{ kind: "without an addition" | "with a wrong addition", what: string, delta: AwsDelta }[]}
 */
export function tamper(delta, random) {
  const pick = (/** @type {number} */ length) => Math.min(length - 1, Math.floor(random() * length));
  if (delta.updated.length === 0) return [];
  const index = pick(delta.updated.length);
  const update = /** @type {AwsUpdate} */ (delta.updated[index]);
  const side = update.sides[0];
  // An operation that is new is documented as a whole, whatever else the page lists of it.
  if (side?.gained.kind !== "dict" || delta.added.includes(update.operation)) return [];
  const { entries } = side.gained;
  const at = pick(entries.length);
  const key = entries[at]?.key ?? "";
  const change = (/** @type {AwsValue} */ gained) => ({
    ...delta,
    updated: delta.updated.with(index, { ...update, sides: update.sides.with(0, { ...side, gained }) }),
  });
  const left = entries.filter((_, other) => other !== at);
  const bogus = { key: "NeverListed", value: /** @type {const} */ ({ kind: "word", text: "string" }) };
  const lacking =
    left.length > 0
      ? change({ kind: "dict", entries: left })
      : { ...delta, updated: delta.updated.toSpliced(index, 1) };
  return [
    ...(lacking.updated.length + lacking.added.length === 0
      ? []
      : [
          {
            kind: /** @type {const} */ ("without an addition"),
            what: `${update.operation} ${side.side} ${key}`,
            delta: lacking,
          },
        ]),
    {
      kind: /** @type {const} */ ("with a wrong addition"),
      what: `${update.operation} ${side.side}`,
      delta: change({ kind: "dict", entries: [...entries, bogus] }),
    },
  ];
}
