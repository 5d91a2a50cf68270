import { aggregate, deep, list, many, printModel, structure, target } from "./model-text.mjs";

/**
 * A model that grows in one way.
 *
 * @typedef {object} ModelBomb
 * @property {string} name
 * @property {readonly [number, number]} sizes The least and the largest size.
 * @property {(size: number) => string} before
 * @property {(size: number) => string} [after] What it turns into. Default: the same with one more value.
 */

const STRING = "smithy.api#String";
const LEAF = { Leaf: enumeration(["a", "b"]) };
const NEW_LEAF = { Leaf: enumeration(["a", "c"]) };

/** @param {readonly string[]} values */
function enumeration(values) {
  const members = values.map((value) => [
    value.toUpperCase(),
    { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } },
  ]);
  return { type: "enum", members: Object.fromEntries(members) };
}

/**
 * A bomb of linked shapes above a leaf whose value changes.
 *
 * @param {string} name
 * @param {readonly [number, number]} sizes
 * @param {(size: number) => Record<string, unknown>} link Shapes from `S0` down to `Leaf`.
 * @returns {ModelBomb}
 */
function linked(name, sizes, link) {
  const print = (/** @type {number} */ size, /** @type {object} */ leaf) =>
    printModel({ ...link(size), ...leaf }, { input: "In", output: "Out" });
  return { name, sizes, before: (size) => print(size, LEAF), after: (size) => print(size, NEW_LEAF) };
}

const ENDS = { In: structure({ start: "S0" }), Out: structure({ start: "S0" }) };

/**
 * @param {number} size
 * @param {(next: string, index: number) => unknown} create
 */
function chain(size, create) {
  const links = many(size, (index) => [
    `S${index}`,
    create(index + 1 < size ? `S${index + 1}` : "Leaf", index),
  ]);
  return { ...ENDS, ...links };
}

/** @param {string} next */
const listOf = (next) => ({ type: "list", member: target(next) });
/** @param {string} next */
const mapOf = (next) => ({ type: "map", key: target(STRING), value: target(next) });

/** @type {readonly ModelBomb[]} */
const LINKED = [
  linked("chain of structures", [300, 20_000], (size) => chain(size, (next) => structure({ next }))),
  linked("chain of lists", [300, 20_000], (size) => chain(size, listOf)),
  linked("chain of maps", [300, 20_000], (size) => chain(size, mapOf)),
  linked("chain of unions", [300, 20_000], (size) =>
    chain(size, (next) => aggregate("union", { next, text: STRING })),
  ),
  linked("chain of all kinds", [300, 20_000], (size) =>
    chain(size, (next, index) => [structure({ next }), listOf(next), mapOf(next)][index % 3]),
  ),
  linked("ring of structures", [300, 10_000], (size) => {
    const links = chain(size, (next) => structure({ next }));
    return { ...links, [`S${size - 1}`]: structure({ next: "S0", leaf: "Leaf" }) };
  }),
  linked("fan of two references", [20, 2000], (size) =>
    chain(size, (next) => structure({ left: next, right: next })),
  ),
  linked("fan through lists", [20, 1000], (size) => ({
    ...chain(size, (next, index) => structure({ left: `L${index}`, right: next })),
    ...many(size, (index) => [`L${index}`, listOf(index + 1 < size ? `S${index + 1}` : "Leaf")]),
  })),
  linked("fan that leads back", [20, 1000], (size) =>
    chain(size, (next) => structure({ left: next, right: next, up: "S0" })),
  ),
  linked("unions that fan out", [20, 1000], (size) =>
    chain(size, (next) => aggregate("union", { left: next, right: next })),
  ),
  linked("recursive everything", [100, 5000], (size) => ({
    ...chain(size, (next, index) =>
      structure({ self: `S${index}`, list: `L${index}`, map: `M${index}`, next }),
    ),
    ...many(size, (index) => [`L${index}`, listOf(`S${index}`)]),
    ...many(size, (index) => [`M${index}`, mapOf(`S${index}`)]),
  })),
];

/**
 * @param {number} size
 * @param {string} prefix
 */
const names = (size, prefix) => list(size, (index) => `${prefix}${index}`);

/**
 * @param {number} size
 * @param {string} prefix
 */
const wideMembers = (size, prefix) => Object.fromEntries(names(size, prefix).map((name) => [name, STRING]));

/** @type {readonly ModelBomb[]} */
const WIDE = [
  {
    name: "members renamed",
    sizes: [1000, 100_000],
    before: (size) => printModel({ Output: structure(wideMembers(size, "a")) }),
    after: (size) => printModel({ Output: structure(wideMembers(size, "b")) }),
  },
  {
    name: "members reordered",
    sizes: [1000, 100_000],
    before: (size) => printModel({ Output: structure(wideMembers(size, "a")) }),
    after: (size) =>
      printModel({
        Output: structure(
          Object.fromEntries(
            names(size, "a")
              .reverse()
              .map((name) => [name, STRING]),
          ),
        ),
      }),
  },
  {
    name: "members of one input gone",
    sizes: [1000, 100_000],
    before: (size) => printModel({ Input: structure(wideMembers(size, "a")) }),
    after: () => printModel({}),
  },
  {
    name: "values of an enum",
    sizes: [1000, 120_000],
    before: (size) =>
      printModel({ Out: structure({ v: "E" }), E: enumeration(names(size, "a")) }, { output: "Out" }),
    after: (size) =>
      printModel({ Out: structure({ v: "E" }), E: enumeration(names(size, "b")) }, { output: "Out" }),
  },
  {
    name: "members of a union",
    sizes: [1000, 50_000],
    before: (size) =>
      printModel(
        { Out: structure({ v: "U" }), U: aggregate("union", wideMembers(size, "a")) },
        { output: "Out" },
      ),
    after: (size) =>
      printModel(
        { Out: structure({ v: "U" }), U: aggregate("union", wideMembers(size, "b")) },
        { output: "Out" },
      ),
  },
  {
    name: "operations",
    sizes: [1000, 100_000],
    before: (size) =>
      printModel(
        many(size, (index) => [
          `Op${index}`,
          { type: "operation", input: target("Input"), output: target("Output") },
        ]),
        { operations: names(size, "Op") },
      ),
    after: () => printModel({}),
  },
  {
    name: "operations that reach one change",
    sizes: [500, 20_000],
    before: (size) => operationsOfLeaf(size, LEAF),
    after: (size) => operationsOfLeaf(size, NEW_LEAF),
  },
  {
    name: "shapes that nothing reaches",
    sizes: [1000, 100_000],
    before: (size) => printModel(many(size, (index) => [`T${index}`, { type: "string" }])),
    after: () => printModel({}),
  },
  {
    name: "errors of an operation",
    sizes: [500, 20_000],
    before: (size) => errorsOf(size, "E"),
    after: (size) => errorsOf(size, "F"),
  },
  {
    name: "errors of a service with many operations",
    sizes: [50, 1000],
    before: (size) => commonErrors(size, "E"),
    after: (size) => commonErrors(size, "F"),
  },
  {
    name: "services",
    sizes: [100, 5000],
    before: (size) =>
      printModel(
        many(size, (index) => [
          `Other${index}`,
          { type: "service", version: "1", operations: [target("Run")] },
        ]),
      ),
    after: () => printModel({}),
  },
  {
    name: "traits of one shape",
    sizes: [1000, 50_000],
    before: (size) => customTraits(size, "a"),
    after: (size) => customTraits(size, "b"),
  },
  {
    name: "a name of great length",
    sizes: [10_000, 5_000_000],
    before: (size) => printModel({ Output: structure({ ["n".repeat(size)]: STRING, text: STRING }) }),
    after: (size) => printModel({ Output: structure({ ["m".repeat(size)]: STRING, text: STRING }) }),
  },
  {
    name: "a shape's name of great length",
    sizes: [10_000, 5_000_000],
    before: (size) =>
      printModel(
        { ["N".repeat(size)]: structure({}), Out: structure({ v: "N".repeat(size) }) },
        { output: "Out" },
      ),
    after: (size) =>
      printModel(
        { ["M".repeat(size)]: structure({}), Out: structure({ v: "M".repeat(size) }) },
        { output: "Out" },
      ),
  },
  {
    name: "documentation of great length",
    sizes: [10_000, 5_000_000],
    before: (size) => documented(`<p>${"word ".repeat(size / 5)}</p>`),
    after: (size) => documented(`<ul>${"<li>".repeat(size / 5)}`),
  },
  {
    name: "documentation of nested lists",
    sizes: [1000, 500_000],
    before: (size) => documented("<ul><li>".repeat(size / 8)),
    after: (size) => documented("<div><b>".repeat(size / 8)),
  },
  {
    name: "documentation of brackets",
    sizes: [1000, 500_000],
    before: (size) => documented("[".repeat(size)),
    after: (size) => documented(`${"> ".repeat(size / 2)}x`),
  },
  {
    name: "a list of a million in metadata",
    sizes: [10_000, 1_000_000],
    before: (size) => printModel({}, { metadata: { big: list(size, (index) => index) } }),
    after: (size) => printModel({}, { metadata: { big: list(size, (index) => -index) } }),
  },
  {
    name: "suppressions",
    sizes: [1000, 50_000],
    before: (size) => suppressed(size, "Id"),
    after: (size) => suppressed(size, "Other"),
  },
  {
    name: "bindings to one URI",
    sizes: [200, 4000],
    before: (size) => httpOperations(size, (index) => `/a/{x}/b${index % 2 === 0 ? "" : index}`),
    after: (size) => httpOperations(size, (index) => `/a/{x}/c${index}`),
  },
  {
    name: "a URI of many labels",
    sizes: [200, 20_000],
    before: (size) => labelled(size, "l"),
    after: (size) => labelled(size, "m"),
  },
];

/**
 * @param {number} size
 * @param {object} leaf
 */
function operationsOfLeaf(size, leaf) {
  const operation = { type: "operation", input: target("Input"), output: target("Out") };
  return printModel(
    { ...leaf, Out: structure({ leaf: "Leaf" }), ...many(size, (index) => [`Op${index}`, operation]) },
    { operations: names(size, "Op") },
  );
}

/**
 * @param {number} size
 * @param {string} prefix
 */
function errorsOf(size, prefix) {
  return printModel({
    ...many(size, (index) => [`${prefix}${index}`, structure({}, { "smithy.api#error": "client" })]),
    Run: { type: "operation", input: target("Input"), errors: names(size, prefix).map(target) },
  });
}

/**
 * @param {number} size
 * @param {string} prefix
 */
function commonErrors(size, prefix) {
  return printModel(
    {
      ...many(size, (index) => [`${prefix}${index}`, structure({}, { "smithy.api#error": "client" })]),
      ...many(size, (index) => [`Op${index}`, { type: "operation", input: target("Input") }]),
    },
    { operations: names(size, "Op"), service: { errors: names(size, prefix).map(target) } },
  );
}

/**
 * @param {number} size
 * @param {string} prefix
 */
function customTraits(size, prefix) {
  const applied = many(size, (index) => [`bomb#${prefix}${index}`, {}]);
  return printModel({
    ...many(size, (index) => [`${prefix}${index}`, structure({}, { "smithy.api#trait": {} })]),
    Output: structure({ text: STRING }, applied),
  });
}

/** @param {string} text */
function documented(text) {
  return printModel({ Output: structure({ text: STRING }, { "smithy.api#documentation": text }) });
}

/**
 * @param {number} size
 * @param {string} prefix
 */
function suppressed(size, prefix) {
  const suppressions = list(size, (index) => ({ id: `${prefix}${index}`, namespace: "*" }));
  return printModel({}, { metadata: { suppressions } });
}

/**
 * @param {number} size
 * @param {(index: number) => string} uri
 */
function httpOperations(size, uri) {
  const input = { type: "structure", members: { x: { ...target(STRING), traits: LABEL } } };
  return printModel(
    {
      Labelled: input,
      ...many(size, (index) => [
        `Op${index}`,
        {
          type: "operation",
          input: target("Labelled"),
          traits: { "smithy.api#http": { method: "POST", uri: uri(index) } },
        },
      ]),
    },
    { operations: names(size, "Op") },
  );
}

const LABEL = { "smithy.api#httpLabel": {}, "smithy.api#required": {} };

/**
 * @param {number} size
 * @param {string} prefix
 */
function labelled(size, prefix) {
  const members = many(size, (index) => [`${prefix}${index}`, { ...target(STRING), traits: LABEL }]);
  const uri = names(size, prefix)
    .map((name) => `/{${name}}`)
    .join("");
  return printModel({
    Labels: { type: "structure", members },
    Run: {
      type: "operation",
      input: target("Labels"),
      traits: { "smithy.api#http": { method: "GET", uri } },
    },
  });
}

/**
 * @param {readonly string[]} mixins
 * @param {Record<string, string>} members
 */
const mixin = (mixins, members) => ({
  ...structure(members, { "smithy.api#mixin": {} }),
  mixins: mixins.map(target),
});

/** @type {readonly ModelBomb[]} */
const DEEP = [
  {
    name: "chain of mixins",
    sizes: [200, 10_000],
    before: (size) => mixed(size, (index) => mixin(index === 0 ? [] : [`M${index - 1}`], {})),
  },
  {
    name: "chain of mixins with members",
    sizes: [50, 1000],
    before: (size) =>
      mixed(size, (index) => mixin(index === 0 ? [] : [`M${index - 1}`], { [`m${index}`]: STRING })),
  },
  {
    name: "diamonds of mixins",
    sizes: [10, 2000],
    before: (size) =>
      mixed(size * 2, (index) =>
        mixin(index < 2 ? [] : [`M${index - 2 - (index % 2)}`, `M${index - 1 - (index % 2)}`], {}),
      ),
  },
  {
    name: "many mixins of one shape",
    sizes: [200, 20_000],
    before: (size) => {
      const mixins = many(size, (index) => [`M${index}`, mixin([], { [`m${index}`]: STRING })]);
      return printModel({ ...mixins, Output: { ...structure({}), mixins: names(size, "M").map(target) } });
    },
  },
  {
    name: "chain of resources",
    sizes: [200, 10_000],
    before: (size) => {
      const resources = many(size, (index) => [
        `R${index}`,
        { type: "resource", ...(index + 1 < size ? { resources: [target(`R${index + 1}`)] } : {}) },
      ]);
      return printModel(resources, { service: { resources: [target("R0")] } });
    },
  },
  {
    name: "chain of resources with identifiers",
    sizes: [50, 500],
    before: (size) => {
      const resources = many(size, (index) => [
        `R${index}`,
        {
          type: "resource",
          identifiers: many(index + 1, (each) => [`id${each}`, target(STRING)]),
          ...(index + 1 < size ? { resources: [target(`R${index + 1}`)] } : {}),
        },
      ]);
      return printModel(resources, { service: { resources: [target("R0")] } });
    },
  },
  {
    name: "resources side by side",
    sizes: [500, 20_000],
    before: (size) =>
      printModel(
        many(size, (index) => [`R${index}`, { type: "resource" }]),
        { service: { resources: names(size, "R").map(target) } },
      ),
  },
  {
    name: "deep list in a trait",
    sizes: [500, 200_000],
    before: (size) => documentTrait(deep("list", size)),
    after: (size) => documentTrait(deep("list", size + 1)),
  },
  {
    name: "deep object in a trait",
    sizes: [500, 200_000],
    before: (size) => documentTrait(deep("object", size)),
    after: (size) => documentTrait(deep("object", size + 1)),
  },
  {
    name: "deep list in metadata",
    sizes: [500, 200_000],
    before: (size) => printModel({}, { metadata: { deep: deep("list", size) } }),
    after: (size) => printModel({}, { metadata: { deep: deep("list", size + 1) } }),
  },
  {
    name: "deep default",
    sizes: [500, 200_000],
    before: (size) => defaulted(deep("list", size)),
    after: (size) => defaulted(deep("object", size)),
  },
  {
    name: "deep value of an unknown trait",
    sizes: [500, 200_000],
    before: (size) =>
      printModel({ Output: structure({ text: STRING }, { "other#unknown": deep("object", size) }) }),
  },
  {
    name: "deep value where a trait has a type",
    sizes: [500, 200_000],
    before: (size) =>
      printModel({ Output: structure({ text: STRING }, { "smithy.api#tags": deep("list", size) }) }),
  },
  {
    name: "deep value of a recursive trait",
    sizes: [200, 100_000],
    before: (size) =>
      printModel({
        recursive: structure({ a: "recursive" }, { "smithy.api#trait": {} }),
        Output: structure({ text: STRING }, { "bomb#recursive": deep("object", size) }),
      }),
  },
  {
    name: "traits that define traits",
    sizes: [200, 10_000],
    before: (size) =>
      printModel({
        ...many(size, (index) => [
          `t${index}`,
          structure({}, { "smithy.api#trait": {}, ...(index > 0 ? { [`bomb#t${index - 1}`]: {} } : {}) }),
        ]),
        Output: structure({ text: STRING }, { [`bomb#t${size - 1}`]: {} }),
      }),
  },
  {
    name: "deep examples",
    sizes: [200, 100_000],
    before: (size) => {
      const traits = { "smithy.api#examples": [{ title: "Deep", input: { a: deep("object", size) } }] };
      return printModel({
        Input: structure({ a: "Input" }),
        Run: { type: "operation", input: target("Input"), output: target("Output"), traits },
      });
    },
  },
  {
    name: "numbers of many digits",
    sizes: [1000, 500_000],
    before: (size) =>
      printModel({}, { metadata: { big: "@number@" } }).replace('"@number@"', "9".repeat(size)),
    after: (size) =>
      printModel({}, { metadata: { big: "@number@" } }).replace('"@number@"', `1e${"9".repeat(size)}`),
  },
  {
    name: "applied traits",
    sizes: [1000, 50_000],
    before: (size) =>
      printModel({
        ...many(size, (index) => [`T${index}`, { type: "string" }]),
        "bomb#Output$text": { type: "apply", traits: { "smithy.api#tags": names(size, "tag") } },
      }),
  },
];

/**
 * @param {number} size
 * @param {(index: number) => unknown} create
 */
function mixed(size, create) {
  const mixins = many(size, (index) => [`M${index}`, create(index)]);
  return printModel({ ...mixins, Output: { ...structure({}), mixins: [target(`M${size - 1}`)] } });
}

/** @param {unknown} value */
function documentTrait(value) {
  return printModel({
    anything: { type: "document", traits: { "smithy.api#trait": {} } },
    Output: structure({ text: STRING }, { "bomb#anything": value }),
  });
}

/** @param {unknown} value */
function defaulted(value) {
  const member = { target: "smithy.api#Document", traits: { "smithy.api#default": value } };
  return printModel({ Output: { type: "structure", members: { any: member } } });
}

/** The models that every command reads. @type {readonly ModelBomb[]} */
export const MODEL_BOMBS = [...LINKED, ...WIDE, ...DEEP];
