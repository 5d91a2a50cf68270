/** @typedef {readonly string[]} Path */

/**
 * A place at which two files differ. What only one of them has is one difference, however much it holds.
 * @typedef {object} Difference
 * @property {Path} path
 * @property {unknown} old `undefined` where it is new
 * @property {unknown} now `undefined` where it is gone
 */

/**
 * Returns every place at which two parsed files differ. Lists of texts differ by what came and what went, lists of
 * references by the shapes that they name, other lists as a whole.
 * @param {unknown} old
 * @param {unknown} now
 * @param {Path} [path]
 * @returns {Iterable<Difference>}
 */
export function* compareFiles(old, now, path = []) {
  const isMembers = path[0] === "shapes" && path[2] === "members" && path.length === 3;
  if (isMembers && (old === undefined || now === undefined)) {
    yield* compareFiles(old ?? {}, now ?? {}, path);
    return;
  }
  if (isObject(old) && isObject(now)) {
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      yield* compareFiles(own(old, key), own(now, key), [...path, key]);
    }
    return;
  }
  if (Array.isArray(old ?? now) && Array.isArray(now ?? old)) {
    const [before, after] = [keyed(old), keyed(now)];
    if (before && after && before.size + after.size > 0) {
      for (const key of new Set([...before.keys(), ...after.keys()])) {
        yield* compareFiles(before.get(key), after.get(key), [...path, key]);
      }
      return;
    }
  }
  if (JSON.stringify(old) !== JSON.stringify(now)) yield { path, old, now };
}

/**
 * @param {unknown} value
 * @returns {value is Readonly<Record<string, unknown>>}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} fields
 * @param {string} key
 */
export function own(fields, key) {
  return isObject(fields) && Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/**
 * Returns the entries of a list by what they are known by, where each is known by something.
 * @param {unknown} list
 * @returns {ReadonlyMap<string, unknown> | undefined}
 */
function keyed(list) {
  if (!Array.isArray(list)) return new Map();
  const entries = list.map((entry) => {
    const key = typeof entry === "string" ? entry : own(entry, "shape");
    return typeof key === "string" ? /** @type {const} */ ([key, entry]) : undefined;
  });
  return entries.includes(undefined) ? undefined : new Map(entries.filter((entry) => entry !== undefined));
}
