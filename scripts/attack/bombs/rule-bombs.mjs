import { list, many, printModel, structure, target } from "./model-text.mjs";

/** @typedef {import("./model-bombs.mjs").ModelBomb} RuleBomb */

const STRING = "smithy.api#String";

/**
 * Selectors whose work grows faster than their text where nothing holds it, with the least and largest size.
 *
 * @type {readonly { readonly name: string, readonly sizes: readonly [number, number], readonly text: (size: number) => string }[]}
 */
export const SELECTOR_BOMBS = [
  {
    name: ":not in :not",
    sizes: [5, 5000],
    text: (size) => nest(size, (inner) => `:not(${inner})`, "string"),
  },
  {
    name: ":test of two",
    sizes: [5, 300],
    text: (size) => nest(size, (inner) => `:test(${inner}, ${"string"})`, "~> string"),
  },
  {
    name: ":is doubled",
    sizes: [3, 12],
    text: (size) => nest(size, (inner) => `:is(${inner}, ${inner})`, "~> *"),
  },
  {
    name: ":test doubled",
    sizes: [3, 12],
    text: (size) => nest(size, (inner) => `:test(> ${inner}, < ${inner})`, "*"),
  },
  { name: ":in in :in", sizes: [3, 90], text: (size) => nest(size, (inner) => `:in(< * > ${inner})`, "*") },
  {
    name: ":recursive in :recursive",
    sizes: [2, 12],
    text: (size) => nest(size, (inner) => `:recursive(:is(${inner}, <))`, ">"),
  },
  {
    name: ":recursive of :recursive, tested",
    sizes: [2, 9],
    text: (size) => nest(size, (inner) => `:test(:recursive(${inner} <))`, "> *"),
  },
  { name: "~> in a row", sizes: [3, 1500], text: (size) => "* ~> * < ".repeat(size) },
  {
    name: "~> with variables",
    sizes: [1, 60],
    text: (size) => repeated(size, (index) => `$v${index}(~> *) `),
  },
  {
    name: "variables set and read",
    sizes: [1, 40],
    text: (size) => repeated(size, (index) => `$v${index}(< * > *) \${v${index}} `),
  },
  {
    name: "variables multiplied",
    sizes: [1, 12],
    text: (size) => repeated(size, (index) => `$v${index}(*) > `),
  },
  {
    name: "variables set in :is",
    sizes: [1, 30],
    text: (size) => repeated(size, (index) => `:is($v${index}(>), $v${index}(<)) `),
  },
  { name: "branches multiplied", sizes: [1, 60], text: (size) => `$a(*) ${":is(*, *) ".repeat(size)}` },
  {
    name: "variables compared",
    sizes: [1, 60],
    text: (size) => `$a(:root(*)) ${"[@: @{var|a|id} = @{var|a|trait|(keys)}] ".repeat(size)}`,
  },
  {
    name: "projections multiplied",
    sizes: [1, 100],
    text: (size) =>
      `$a(:root(*)) [@var|a|trait|(values)|(values): @{(values)|(values)} = ${list(size, (index) => `a${index}`).join(", ")}]`,
  },
  {
    name: "projections compared as sets",
    sizes: [1, 100],
    text: (size) => `$a(:root(*)) ${"[@: @{var|a|id} {=} @{var|a|id}] ".repeat(size)}`,
  },
  {
    name: ":topdown",
    sizes: [2, 60],
    text: (size) =>
      nest(
        size,
        (inner) => `:topdown(:test(${inner}), :not(${inner}))`.slice(0, 50_000),
        "[trait|http]",
      ).slice(0, 200_000),
  },
  { name: ":topdown in a row", sizes: [3, 600], text: (size) => ":topdown(*, :not(*)) ".repeat(size) },
  {
    name: ":root in :root",
    sizes: [3, 90],
    text: (size) => nest(size, (inner) => `:root(:test(${inner}))`, "*"),
  },
  { name: "neighbors forth and back", sizes: [3, 400], text: (size) => "* > < ".repeat(size) },
  {
    name: "a comma list",
    sizes: [100, 100_000],
    text: (size) => `[id|name = ${list(size, (index) => `a${index}`).join(", ")}]`,
  },
  {
    name: "a list of arguments",
    sizes: [100, 100_000],
    text: (size) => `:is(${list(size, () => "*").join(", ")})`,
  },
  {
    name: "a list of assertions",
    sizes: [100, 50_000],
    text: (size) => `[@: ${list(size, () => "@{id} = @{id}").join(" && ")}]`,
  },
  { name: "a path of many parts", sizes: [100, 100_000], text: (size) => `[trait|a${"|b".repeat(size)}]` },
  { name: "open parentheses", sizes: [100, 200_000], text: (size) => ":not(".repeat(size) },
  { name: "open brackets", sizes: [100, 200_000], text: (size) => "[".repeat(size) },
  {
    name: "relationships",
    sizes: [100, 50_000],
    text: (size) => `-[${list(size, () => "member").join(", ")}]->`,
  },
  { name: "traits as neighbors", sizes: [3, 300], text: (size) => "* -[trait]-> * <-[trait]- ".repeat(size) },
];

/**
 * Nests a text, which stays below a million characters.
 *
 * @param {number} size
 * @param {(inner: string) => string} wrap
 * @param {string} inside
 */
function nest(size, wrap, inside) {
  let text = inside;
  for (let depth = 0; depth < size && text.length < 1_000_000; depth++) text = wrap(text);
  return text;
}

/**
 * @param {number} size
 * @param {(index: number) => string} create
 */
const repeated = (size, create) => list(size, create).join("");

/** Enough shapes, each with traits and neighbors, that a product of them is felt. */
const PLENTY = {
  ...many(150, (index) => [
    `P${index}`,
    structure(
      { self: `P${index}`, next: `P${(index + 1) % 150}`, text: STRING },
      { "smithy.api#tags": ["a", "b", "c"], "smithy.api#documentation": "d" },
    ),
  ]),
  ...many(30, (index) => [
    `Op${index}`,
    { type: "operation", input: target(`P${index}`), output: target(`P${index + 1}`) },
  ]),
};

/** A model that selectors of a case can be asked of. */
export const PLENTY_MODEL = printModel(PLENTY);

/**
 * Validators of a model's metadata with a selector, and traits whose definitions have one.
 *
 * @type {readonly RuleBomb[]}
 */
export const SELECTOR_MODELS = SELECTOR_BOMBS.flatMap(({ name, sizes, text }) => [
  {
    name: `validator: ${name}`,
    sizes,
    before: (size) =>
      printModel(PLENTY, { metadata: { validators: [emitEach(text(size), "m @{id} @{trait|(keys)}")] } }),
  },
  {
    name: `trait: ${name}`,
    sizes,
    before: (size) =>
      printModel({
        ...PLENTY,
        chosen: structure({}, { "smithy.api#trait": { selector: text(size) } }),
        Output: structure({ text: STRING }, { "bomb#chosen": {} }),
      }),
  },
]);

/**
 * @param {string} selector
 * @param {string} [messageTemplate]
 */
function emitEach(selector, messageTemplate) {
  return {
    name: "EmitEachSelector",
    id: "Bomb",
    configuration: { selector, ...(messageTemplate === undefined ? {} : { messageTemplate }) },
  };
}

const HEAVY = "$a(:root(*)) [@: @{var|a|id} = @{var|a|trait|(keys)}]";

/** @param {readonly unknown[]} validators */
const withValidators = (validators) => printModel(PLENTY, { metadata: { validators } });

/** @type {readonly RuleBomb[]} */
export const VALIDATOR_BOMBS = [
  {
    name: "many validators",
    sizes: [100, 20_000],
    before: (size) => withValidators(list(size, () => emitEach("structure"))),
  },
  {
    name: "many validators of much work",
    sizes: [10, 1000],
    before: (size) => withValidators(list(size, (index) => emitEach(`[id|name != a${index}] ${HEAVY}`))),
  },
  {
    name: "many validators that are limited",
    sizes: [10, 500],
    before: (size) =>
      withValidators(
        list(size, (index) => ({ ...emitEach("structure"), selector: `[id|name != a${index}] ${HEAVY}` })),
      ),
  },
  {
    name: "many validators that select nothing",
    sizes: [10, 500],
    before: (size) =>
      withValidators(
        list(size, (index) => ({
          name: "EmitNoneSelector",
          configuration: { selector: `${HEAVY} [id|name = a${index}]` },
        })),
      ),
  },
  {
    name: "many roots of what is referenced",
    sizes: [10, 500],
    before: (size) =>
      withValidators(
        list(size, (index) => ({
          name: "UnreferencedShape",
          configuration: { rootShapeSelector: `[id|name != a${index}] ${HEAVY}` },
        })),
      ),
  },
  {
    name: "messages of many holes",
    sizes: [10, 5000],
    before: (size) => withValidators([emitEach("$a(:root(*))", "@{var|a|trait|(values)}".repeat(size))]),
  },
  {
    name: "message that repeats",
    sizes: [10, 5000],
    before: (size) =>
      withValidators([
        {
          name: "EmitEachSelector",
          message: "{super}{super}".repeat(size),
          configuration: { selector: "*", messageTemplate: "@{id}".repeat(size) },
        },
      ]),
  },
  {
    name: "reserved words",
    sizes: [100, 20_000],
    before: (size) =>
      withValidators([
        {
          name: "ReservedWords",
          configuration: { reserved: [{ words: list(size, (index) => `*a${index}*`) }] },
        },
      ]),
  },
  {
    name: "reserved words with many stars",
    sizes: [100, 20_000],
    before: (size) =>
      withValidators([
        {
          name: "ReservedWords",
          configuration: { reserved: [{ words: [`${"*a".repeat(size)}*`], terms: ["a ".repeat(size)] }] },
        },
      ]),
  },
  {
    name: "noninclusive terms",
    sizes: [100, 20_000],
    before: (size) =>
      withValidators([
        { name: "NoninclusiveTerms", configuration: { terms: many(size, (index) => [`t${index}`, ["x"]]) } },
      ]),
  },
  {
    name: "validators of traits",
    sizes: [10, 2000],
    before: (size) => {
      const validators = many(size, (index) => [
        `E${index}`,
        { selector: `[id|name != a${index}] ~> * ~> *`, message: "m" },
      ]);
      return printModel({
        ...PLENTY,
        checked: structure({}, { "smithy.api#trait": {}, "smithy.api#traitValidators": validators }),
        Output: structure({ p: "P0" }, { "bomb#checked": {} }),
      });
    },
  },
  {
    name: "validators of a trait in many places",
    sizes: [50, 3000],
    before: (size) =>
      printModel({
        ...many(size, (index) => [
          `S${index}`,
          structure({ next: `S${(index + 1) % size}` }, { "bomb#checked": {} }),
        ]),
        checked: structure(
          {},
          {
            "smithy.api#trait": {},
            "smithy.api#traitValidators": { E: { selector: "~> structure", message: "m" } },
          },
        ),
      }),
  },
  {
    name: "closures by selector",
    sizes: [10, 500],
    before: (size) =>
      printModel(PLENTY, {
        metadata: {
          shapeClosures: list(size, (index) => ({
            id: `a#C${index}`,
            includeBySelector: `[id|name != a${index}] ${HEAVY}`,
          })),
        },
      }),
  },
];

/**
 * JMESPath expressions.
 *
 * @type {readonly { readonly name: string, readonly sizes: readonly [number, number], readonly text: (size: number) => string }[]}
 */
export const EXPRESSION_BOMBS = [
  { name: "parentheses", sizes: [100, 200_000], text: (size) => `${"(".repeat(size)}a${")".repeat(size)}` },
  { name: "not", sizes: [100, 200_000], text: (size) => `${"!".repeat(size)}a` },
  { name: "brackets", sizes: [100, 200_000], text: (size) => "[".repeat(size) },
  { name: "fields", sizes: [100, 100_000], text: (size) => `a${".self".repeat(size)}` },
  { name: "flattening", sizes: [100, 100_000], text: (size) => `a${"[]".repeat(size)}` },
  { name: "filters", sizes: [10, 50_000], text: (size) => "a[?".repeat(size) },
  {
    name: "filters, closed",
    sizes: [10, 300],
    text: (size) => nest(size, (inner) => `items[?${inner}]`, "a"),
  },
  { name: "values", sizes: [10, 400], text: (size) => `self${".*".repeat(size)}` },
  {
    name: "values of lists",
    sizes: [3, 14],
    text: (size) => nest(size, (inner) => `self.*.[${inner}, ${inner}]`, "a"),
  },
  {
    name: "hashes",
    sizes: [3, 12],
    text: (size) => nest(size, (inner) => `{a: ${inner}, b: ${inner}}`, "a"),
  },
  { name: "pipes", sizes: [100, 100_000], text: (size) => `a${" | @".repeat(size)}` },
  { name: "or", sizes: [100, 100_000], text: (size) => `a${" || a".repeat(size)}` },
  { name: "calls", sizes: [100, 100_000], text: (size) => `${"length(".repeat(size)}a${")".repeat(size)}` },
  {
    name: "a literal nested",
    sizes: [100, 100_000],
    text: (size) => `a == \`${"[".repeat(size)}${"]".repeat(size)}\``,
  },
  {
    name: "a literal of great length",
    sizes: [1000, 3_000_000],
    text: (size) => `a == '${"x".repeat(size)}'`,
  },
];

const RECORD = {
  Record: structure({ self: "Record", items: "Records", text: STRING, a: "Records" }),
  Records: { type: "list", member: target("Record") },
};

/**
 * @param {Record<string, unknown>} traits
 * @param {Record<string, unknown>} [more]
 */
const withOperation = (traits, more = {}) =>
  printModel({
    ...RECORD,
    ...more,
    Run: { type: "operation", input: target("Record"), output: target("Record"), traits },
  });

/** @param {string} path */
const waiter = (path) => ({
  acceptors: [{ state: "success", matcher: { output: { path, comparator: "stringEquals", expected: "x" } } }],
});

/** @type {readonly RuleBomb[]} */
export const EXPRESSION_MODELS = [
  ...EXPRESSION_BOMBS.flatMap(({ name, sizes, text }) => [
    {
      name: `waiter: ${name}`,
      sizes,
      before: (/** @type {number} */ size) =>
        withOperation({ "smithy.waiters#waitable": { Bomb: waiter(text(size)) } }),
    },
    {
      name: `context parameter: ${name}`,
      sizes,
      before: (/** @type {number} */ size) =>
        withOperation({ "smithy.rules#operationContextParams": { Bomb: { path: text(size) } } }),
    },
    {
      name: `contract: ${name}`,
      sizes,
      before: (/** @type {number} */ size) =>
        withOperation(
          {},
          {
            Held: structure(
              { self: "Record" },
              { "smithy.contracts#conditions": { C: { expression: text(size), description: "d" } } },
            ),
          },
        ),
    },
  ]),
  {
    name: "many waiters",
    sizes: [100, 5000],
    before: (size) =>
      withOperation({
        "smithy.waiters#waitable": many(size, (index) => [
          `W${index}`,
          waiter(`self.items[?text == 'x${index}'].text | [0]`),
        ]),
      }),
  },
  {
    name: "many acceptors",
    sizes: [100, 5000],
    before: (size) =>
      withOperation({
        "smithy.waiters#waitable": {
          W: { acceptors: list(size, () => waiter("self.*.*.*.*.text").acceptors[0]) },
        },
      }),
  },
];

/** @param {Record<string, unknown>} rules */
const withRules = (rules) =>
  printModel(
    {},
    {
      service: {
        operations: [target("Run")],
        traits: { "smithy.rules#endpointRuleSet": { version: "1.0", parameters: PARAMETERS, ...rules } },
      },
    },
  );

const PARAMETERS = { Region: { type: "String", documentation: "d", required: true, builtIn: "AWS::Region" } };
const ENDPOINT = { type: "endpoint", conditions: [], endpoint: { url: "https://{Region}.example.com" } };
const IS_SET = { fn: "isSet", argv: [{ ref: "Region" }] };

/**
 * Printed by hand where it may be deeper than `JSON.stringify` goes.
 *
 * @param {string} rule JSON
 */
const withPrintedRule = (rule) => withRules({ rules: ["@rule@"] }).replace('"@rule@"', () => rule);

/** @type {readonly RuleBomb[]} */
export const ENDPOINT_BOMBS = [
  {
    name: "rules one in another",
    sizes: [50, 100_000],
    before: (size) =>
      withPrintedRule(
        '{"type":"tree","conditions":[],"rules":['.repeat(size) +
          JSON.stringify(ENDPOINT) +
          "]}".repeat(size),
      ),
  },
  {
    name: "rules side by side",
    sizes: [100, 30_000],
    before: (size) => withRules({ rules: list(size, () => ({ ...ENDPOINT, conditions: [IS_SET] })) }),
  },
  {
    name: "conditions of one rule",
    sizes: [100, 30_000],
    before: (size) => withRules({ rules: [{ ...ENDPOINT, conditions: list(size, () => IS_SET) }] }),
  },
  {
    name: "conditions that assign",
    sizes: [100, 20_000],
    before: (size) =>
      withRules({
        rules: [
          {
            ...ENDPOINT,
            conditions: list(size, (index) => ({
              fn: "substring",
              argv: [{ ref: index === 0 ? "Region" : `v${index - 1}` }, 0, 1, false],
              assign: `v${index}`,
            })),
          },
        ],
      }),
  },
  {
    name: "calls one in another",
    sizes: [50, 100_000],
    before: (size) => {
      const call = '{"fn":"not","argv":['.repeat(size) + JSON.stringify(IS_SET) + "]}".repeat(size);
      return withPrintedRule(`{"type":"endpoint","conditions":[${call}],"endpoint":{"url":"https://a"}}`);
    },
  },
  {
    name: "texts that double",
    sizes: [5, 60],
    before: (size) =>
      withTests(
        list(size, (index) => ({
          fn: "coalesce",
          argv: [index === 0 ? "{Region}{Region}" : `{v${index - 1}}{v${index - 1}}`, "x"],
          assign: `v${index}`,
        })),
      ),
  },
  {
    name: "holes of a text",
    sizes: [100, 100_000],
    before: (size) =>
      withRules({ rules: [{ ...ENDPOINT, endpoint: { url: `https://${"{Region}".repeat(size)}` } }] }),
  },
  {
    name: "open braces of a text",
    sizes: [100, 100_000],
    before: (size) => withRules({ rules: [{ ...ENDPOINT, endpoint: { url: "{".repeat(size) } }] }),
  },
  {
    name: "a path of many parts",
    sizes: [100, 100_000],
    before: (size) =>
      withRules({
        rules: [
          { ...ENDPOINT, conditions: [{ fn: "getAttr", argv: [{ ref: "Region" }, "a.".repeat(size)] }] },
        ],
      }),
  },
  {
    name: "deep properties",
    sizes: [50, 100_000],
    before: (size) =>
      withPrintedRule(
        `{"type":"endpoint","conditions":[],"endpoint":{"url":"https://a","properties":{"a":${"[".repeat(size)}${"]".repeat(size)}}}}`,
      ),
  },
  {
    name: "parameters",
    sizes: [100, 20_000],
    before: (size) =>
      withRules({ parameters: many(size, (index) => [`P${index}`, { type: "String" }]), rules: [ENDPOINT] }),
  },
  {
    name: "endpoint tests",
    sizes: [10, 3000],
    before: (size) =>
      withTests(
        list(20, () => IS_SET),
        size,
      ),
  },
  {
    name: "a diagram of many nodes",
    sizes: [100, 300_000],
    before: (size) => withDiagram(size, (index) => [0, index + 2, 100_000_001]),
  },
  {
    name: "a diagram in a ring",
    sizes: [100, 300_000],
    before: (size) => withDiagram(size, (index) => [0, ((index + 1) % size) + 1, 1]),
  },
  {
    name: "a diagram that fans out",
    sizes: [100, 300_000],
    before: (size) => withDiagram(size, (index) => [0, Math.min(size, index + 2), Math.min(size, index + 3)]),
  },
];

/**
 * @param {readonly unknown[]} conditions
 * @param {number} [tests]
 */
function withTests(conditions, tests = 1) {
  const testCases = list(tests, (index) => ({
    documentation: `t${index}`,
    params: { Region: `r${index}` },
    expect: { endpoint: { url: "https://a" } },
  }));
  return printModel(
    {},
    {
      service: {
        operations: [target("Run")],
        traits: {
          "smithy.rules#endpointRuleSet": {
            version: "1.0",
            parameters: PARAMETERS,
            rules: [{ ...ENDPOINT, conditions }],
          },
          "smithy.rules#endpointTests": { version: "1.0", testCases },
        },
      },
    },
  );
}

/**
 * @param {number} size
 * @param {(index: number) => readonly [number, number, number]} create Condition, high and low.
 */
function withDiagram(size, create) {
  const bytes = Buffer.alloc(size * 12);
  for (let index = 0; index < size; index++) {
    for (const [at, value] of create(index).entries()) bytes.writeInt32BE(value, index * 12 + at * 4);
  }
  const diagram = {
    version: "1.1",
    parameters: PARAMETERS,
    conditions: [IS_SET],
    results: [ENDPOINT],
    root: 2,
    nodeCount: size,
    nodes: bytes.toString("base64"),
  };
  return printModel(
    {},
    {
      service: {
        operations: [target("Run")],
        traits: {
          "smithy.rules#endpointBdd": diagram,
          "smithy.rules#endpointTests": {
            version: "1.0",
            testCases: [{ params: { Region: "r" }, expect: { endpoint: { url: "https://r.example.com" } } }],
          },
        },
      },
    },
  );
}
