import { isSame } from "./find-affected.mjs";
import { follow, kindOf, own } from "./raw-models.mjs";

/**
 * @import { Fields, RawModel, Reference } from "./raw-models.mjs"
 */

/** @typedef {{ readonly old: RawModel, readonly now: RawModel }} Sides */

/** @typedef {Sides & { readonly affected: ReadonlySet<string> }} WalkedSides the names of shapes that lead to a difference */

/**
 * A member that a structure, list or map has on both sides, or the whole of an input, output or error.
 * @typedef {object} Place
 * @property {string} operation
 * @property {"request" | "response"} direction
 * @property {string | undefined} error the name of the error, where the place is in one
 * @property {string} path
 * @property {Reference} old
 * @property {Reference} now
 * @property {{ readonly old: string, readonly now: string, readonly member: string } | undefined} owner the containers' names
 * @property {Reference | undefined} oldOwner
 * @property {Reference | undefined} nowOwner
 * @property {boolean} isTop whether it is a member of the input, output or error itself
 * @property {boolean} isFirst whether the shapes that stand here were met nowhere before in this walk
 */

/**
 * Walks both sides of an operation that both have: what is sent, what comes back, and each error that both list. Breadth
 * first, so that each pair of shapes is met at its shortest path, and once: cycles end.
 * @param {WalkedSides} sides
 * @param {string} operation
 * @returns {Iterable<Place>}
 */
export function* walkOperation(sides, operation) {
  const [old, now] = [own(sides.old.operations, operation), own(sides.now.operations, operation)];
  if (!old || !now) return;
  yield* walk(sides, { operation, direction: "request", error: undefined }, [old.input, now.input]);
  yield* walk(sides, { operation, direction: "response", error: undefined }, [old.output, now.output]);
  const errors = new Map((now.errors ?? []).map((/** @type {Fields} */ error) => [error.shape, error]));
  for (const error of old.errors ?? []) {
    const same = errors.get(error.shape);
    if (same) yield* walk(sides, { operation, direction: "response", error: error.shape }, [error, same]);
  }
}

/**
 * @param {WalkedSides} sides
 * @param {Pick<Place, "operation" | "direction" | "error">} root
 * @param {readonly [Fields | undefined, Fields | undefined]} refs
 * @returns {Iterable<Place>}
 */
function* walk(sides, root, [oldRef, nowRef]) {
  const [old, now] = [follow(sides.old, oldRef), follow(sides.now, nowRef)];
  if (old.name === now.name && !sides.affected.has(old.name) && isSame(oldRef, nowRef)) return;
  const none = { owner: undefined, oldOwner: undefined, nowOwner: undefined };
  const seen = new Set([keyOf(old, now)]);
  /** @type {Place[]} */
  const queue = [{ ...root, path: "", old, now, ...none, isTop: false, isFirst: true }];
  for (const place of queue) {
    yield place;
    if (!place.isFirst) continue;
    for (const step of steps(sides, place)) {
      const key = keyOf(step.old, step.now);
      const isFirst = !seen.has(key);
      seen.add(key);
      queue.push({ ...step, isFirst });
    }
  }
}

/**
 * @param {Reference} old
 * @param {Reference} now
 */
function keyOf(old, now) {
  return `${old.name} ${now.name}`;
}

/**
 * @param {WalkedSides} sides
 * @param {Place} place
 * @returns {Iterable<Place>}
 */
function* steps(sides, place) {
  const kind = kindOf(place.old);
  if (kind !== kindOf(place.now)) return;
  const names = kind === "structure" || kind === "union" ? membersOfBoth(place) : (PARTS[kind] ?? []);
  for (const member of names) {
    const refOf = (/** @type {Fields} */ shape) =>
      shape.members ? own(shape.members, member) : shape[member];
    const [oldRef, nowRef] = [refOf(place.old.shape), refOf(place.now.shape)];
    if (!oldRef || !nowRef) continue;
    if (oldRef.shape === nowRef.shape && !sides.affected.has(oldRef.shape) && isSame(oldRef, nowRef))
      continue;
    yield {
      ...place,
      path: pathOf(place.path, kind, member),
      old: follow(sides.old, oldRef),
      now: follow(sides.now, nowRef),
      owner: { old: place.old.name, now: place.now.name, member },
      oldOwner: place.old,
      nowOwner: place.now,
      isTop: place.path === "" && (kind === "structure" || kind === "union"),
    };
  }
}

/** @type {Readonly<Record<string, readonly string[] | undefined>>} */
const PARTS = { list: ["member"], map: ["key", "value"] };

/** @param {Place} place */
function membersOfBoth({ old, now }) {
  const others = now.shape.members ?? {};
  return Object.keys(old.shape.members ?? {}).filter((name) => Object.hasOwn(others, name));
}

/**
 * Returns the path of a member, as findings write it.
 * @param {string} path
 * @param {string} kind
 * @param {string} member
 */
export function pathOf(path, kind, member) {
  if (kind === "list") return `${path}[]`;
  if (kind === "map") return member === "key" ? `${path}{key}` : `${path}{}`;
  return path === "" ? member : `${path}.${member}`;
}
