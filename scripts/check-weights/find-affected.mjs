import { own } from "./raw-models.mjs";

/**
 * @import { Fields } from "./raw-models.mjs"
 * @import { Sides } from "./walk-operations.mjs"
 */

/**
 * Returns the names of the shapes that are not the same in both files, or lead to one that is not. Walks need not go
 * where nothing differs.
 * @param {Sides} sides
 * @returns {ReadonlySet<string>}
 */
export function findAffected({ old, now }) {
  /** @type {Map<string, string[]>} */
  const users = new Map();
  for (const { shapes } of [old, now]) {
    for (const [name, shape] of Object.entries(shapes)) {
      for (const used of shapesOf(shape)) {
        const known = users.get(used);
        if (known) known.push(name);
        else users.set(used, [name]);
      }
    }
  }
  const names = new Set([...Object.keys(old.shapes), ...Object.keys(now.shapes)]);
  const affected = new Set(
    [...names].filter((name) => !isSame(own(old.shapes, name), own(now.shapes, name))),
  );
  for (const name of affected) for (const user of users.get(name) ?? []) affected.add(user);
  return affected;
}

/**
 * @param {Fields} shape
 * @returns {string[]}
 */
function shapesOf({ members = {}, member, key, value }) {
  return [...Object.values(members), member, key, value].flatMap((ref) => ref?.shape ?? []);
}

/**
 * Returns whether two parsed values are the same, whatever the order of their fields.
 * @param {unknown} old
 * @param {unknown} now
 * @returns {boolean}
 */
export function isSame(old, now) {
  if (old === now) return true;
  if (typeof old !== "object" || typeof now !== "object" || old === null || now === null) return false;
  const [before, after] = [Object.keys(old), Object.keys(now)];
  if (before.length !== after.length || Array.isArray(old) !== Array.isArray(now)) return false;
  return before.every(
    (key) => Object.hasOwn(now, key) && isSame(Reflect.get(old, key), Reflect.get(now, key)),
  );
}
