const OPERATIONS = 102;
const MEMBERS = 12;
const WORDS =
  "the name of each value that a caller sends or reads once per request and its time in seconds".split(" ");

/** @typedef {Record<string, object>} Shapes By shape id, as Smithy JSON has them. */

/**
 * Returns a service as Smithy JSON, always the same. The later one differs in about one operation of six, in all the
 * usual ways.
 * @param {boolean} isLater
 */
export function createBenchModel(isLater) {
  /** @type {Shapes} */
  const shapes = {};
  const operations = [];
  for (let index = 0; index < OPERATIONS + (isLater ? 3 : 0); index++) {
    addOperation(shapes, index, isLater && index % 6 === 0);
    operations.push({ target: id(`Operation${index}`) });
  }
  shapes[id("Bench")] = { type: "service", version: "2024-01-01", operations, traits: doc(0, 40) };
  return { smithy: "2.0", shapes };
}

/**
 * @param {Shapes} shapes
 * @param {number} index
 * @param {boolean} isEdited
 */
function addOperation(shapes, index, isEdited) {
  const name = (/** @type {string} */ suffix) => id(`Operation${index}${suffix}`);
  shapes[name("")] = {
    type: "operation",
    input: { target: name("Request") },
    output: { target: name("Response") },
    errors: [{ target: name("Exception") }],
    traits: doc(index, 30 + (isEdited ? 1 : 0)),
  };
  shapes[name("Request")] = structure(index, members(index, name("State"), isEdited));
  shapes[name("Response")] = structure(index + 1, {
    ...members(index + 1, name("State"), false),
    Items: { target: name("Items"), traits: doc(index + 2, 12) },
    ...(isEdited ? { Added: { target: "smithy.api#String", traits: doc(index, 20) } } : {}),
  });
  shapes[name("Items")] = { type: "list", member: { target: name("Item") }, traits: doc(index, 8) };
  shapes[name("Item")] = structure(index + 3, members(index + 3, name("State"), false));
  shapes[name("Exception")] = {
    ...structure(index, { Message: { target: "smithy.api#String" } }),
    traits: { "smithy.api#error": "client", ...doc(index, 10) },
  };
  shapes[name("State")] = enumeration(
    isEdited ? ["ACTIVE", "DELETED", "PAUSED"] : ["ACTIVE", "DELETED", "FAILED"],
  );
}

/**
 * @param {number} index
 * @param {string} state
 * @param {boolean} isEdited
 */
function members(index, state, isEdited) {
  /** @type {[name: string, member: object][]} */
  const all = Array.from({ length: MEMBERS }, (_, at) => [
    `Member${at}`,
    {
      target: at % 4 === 0 ? state : "smithy.api#String",
      traits: { ...doc(index + at, 18), ...(isEdited && at === 1 ? { "smithy.api#required": {} } : {}) },
    },
  ]);
  return Object.fromEntries(isEdited ? all.slice(0, -1) : all);
}

/**
 * @param {number} index
 * @param {object} members
 */
function structure(index, members) {
  return { type: "structure", members, traits: doc(index, 15) };
}

/** @param {readonly string[]} values */
function enumeration(values) {
  const members = values.map((value) => [
    value,
    { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } },
  ]);
  return { type: "enum", members: Object.fromEntries(members) };
}

/**
 * @param {number} seed
 * @param {number} length
 */
function doc(seed, length) {
  const words = Array.from({ length }, (_, at) => WORDS[(seed * 7 + at * 5) % WORDS.length]);
  return { "smithy.api#documentation": `<p>${words.join(" ")}.</p>` };
}

/** @param {string} name */
function id(name) {
  return `example.bench#${name}`;
}
