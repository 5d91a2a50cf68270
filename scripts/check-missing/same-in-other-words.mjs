import { own } from "./compare-files.mjs";

/**
 * @import { Difference } from "./compare-files.mjs"
 */

/** @typedef {{ readonly old: unknown, readonly now: unknown }} Files */

/**
 * Returns why two files say the same where their words differ, from the files alone; `undefined` where they do not.
 * @param {Difference} difference
 * @param {Files} files
 * @returns {string | undefined}
 */
export function sayWhySame({ path, old, now }, files) {
  const [section = "", name = "", key = "", ...rest] = path;
  if (isEmpty(old) && isEmpty(now)) return "an empty list or object";
  if (section === "version" && [old, now].every((version) => version === undefined || version === "2.0")) {
    return "the version of the format that is taken for granted";
  }
  if (section === "operations" && key === "errors" && rest.length === 2) {
    const repeats = (/** @type {unknown} */ file, /** @type {unknown} */ value) =>
      value === undefined ||
      isSame(value, own(own(own(file, "shapes"), rest[0] ?? ""), rest[1] ?? ""));
    if (repeats(files.old, old) && repeats(files.now, now)) return "a reference repeats what its error says";
  }
  return undefined;
}

/** @param {unknown} value */
function isEmpty(value) {
  return value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function isSame(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
