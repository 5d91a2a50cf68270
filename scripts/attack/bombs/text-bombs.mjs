import { deep, list, many, printJson } from "./model-text.mjs";

/**
 * A text that grows in one way.
 *
 * @typedef {object} TextBomb
 * @property {string} name
 * @property {readonly [number, number]} sizes The least and the largest size.
 * @property {string} file What it is called.
 * @property {(size: number) => string} text
 */

const HEAD = '$version: "2"\nnamespace bomb\n';

/**
 * @param {string} name
 * @param {readonly [number, number]} sizes
 * @param {(size: number) => string} body
 * @returns {TextBomb}
 */
const idl = (name, sizes, body) => ({ name, sizes, file: "model.smithy", text: (size) => HEAD + body(size) });

/** @type {readonly TextBomb[]} */
export const IDL_BOMBS = [
  ...["{", "[", "(", '"', '"""', "@", "@a(", "@a({b:", "///", "//", "apply ", "with [", ":= {", "$"].map(
    (piece) => idl(`unclosed ${piece}`, [100, 200_000], (size) => `structure S {\n${piece.repeat(size)}`),
  ),
  ...["[", "{a:"].map((piece) =>
    idl(`metadata of ${piece}`, [100, 500_000], (size) => `metadata a = ${piece.repeat(size)}`),
  ),
  idl(
    "metadata nested and closed",
    [100, 200_000],
    (size) => `metadata a = ${"[".repeat(size)}${"]".repeat(size)}\n`,
  ),
  idl(
    "objects nested and closed",
    [100, 200_000],
    (size) => `metadata a = ${"{a:".repeat(size)}1${"}".repeat(size)}\n`,
  ),
  idl(
    "a trait's value nested",
    [100, 200_000],
    (size) => `@tags(${"[".repeat(size)}${"]".repeat(size)})\nstring S\n`,
  ),
  idl("operations nested", [100, 50_000], (size) => `${"operation O { input := { ".repeat(size)}`),
  idl("a flood of comments", [1000, 1_000_000], (size) => `${"// c\n".repeat(size)}string S\n`),
  idl(
    "a flood of comments inside",
    [1000, 300_000],
    (size) => `list L {\n${"// c\n".repeat(size)}member: String\n}\n`,
  ),
  idl("a flood of documentation", [1000, 300_000], (size) => `${"/// d\n".repeat(size)}string S\n`),
  idl("stray documentation", [1000, 300_000], (size) => `structure S {\n${"/// d\n".repeat(size)}}\n`),
  idl("an identifier of great length", [10_000, 5_000_000], (size) => `string ${"a".repeat(size)}\n`),
  idl("a namespace of many parts", [1000, 500_000], (size) => `use ${"a.".repeat(size)}b#C\nstring S\n`),
  idl("a number of many digits", [1000, 1_000_000], (size) => `metadata a = ${"9".repeat(size)}\n`),
  idl(
    "a number with a huge power",
    [1000, 500_000],
    (size) => `@range(max: 1e${"9".repeat(size)})\ninteger I\n`,
  ),
  idl(
    "a range of many digits",
    [1000, 500_000],
    (size) => `@range(min: 0.${"1".repeat(size)})\nbigDecimal I\n`,
  ),
  idl("a string of great length", [10_000, 10_000_000], (size) => `metadata a = "${"x".repeat(size)}"\n`),
  idl("a string of escapes", [10_000, 3_000_000], (size) => `metadata a = "${"\\n".repeat(size)}"\n`),
  idl(
    "a text block of many lines",
    [1000, 500_000],
    (size) => `metadata a = """\n${"  x\n".repeat(size)}"""\n`,
  ),
  idl("uses", [1000, 30_000], (size) => `${list(size, (index) => `use a.b#C${index}\n`).join("")}string S\n`),
  idl("control statements", [1000, 30_000], (size) => `${list(size, (index) => `$a${index}: 1\n`).join("")}`),
  idl(
    "a flood of applied traits",
    [1000, 50_000],
    (size) => `string S\n${"apply S @sensitive\n".repeat(size)}`,
  ),
  idl(
    "a flood of blocks that apply",
    [1000, 50_000],
    (size) => `string S\n${'apply S { @tags(["a"]) }\n'.repeat(size)}`,
  ),
  idl(
    "applied traits that differ",
    [1000, 30_000],
    (size) => `string S\n${list(size, (index) => `apply S @documentation("${index}")\n`).join("")}`,
  ),
  idl("one name over and over", [1000, 50_000], (size) => "string S\n".repeat(size)),
  idl(
    "one member over and over",
    [1000, 50_000],
    (size) => `structure S {\n${"a: String\n".repeat(size)}}\n`,
  ),
  idl(
    "mixins of one shape",
    [1000, 20_000],
    (size) => `@mixin\nstructure M {}\nstructure S with [${list(size, () => "M").join(", ")}] {}\n`,
  ),
  idl(
    "elided members",
    [1000, 20_000],
    (size) =>
      `@mixin\nstructure M {\n${list(size, (index) => `m${index}: String\n`).join("")}}\n` +
      `structure S with [M] {\n${list(size, (index) => `$m${index}\n`).join("")}}\n`,
  ),
  idl("traits of one shape", [1000, 50_000], (size) => `${"@sensitive\n".repeat(size)}string S\n`),
  idl(
    "trait names that are unknown",
    [1000, 20_000],
    (size) => `${list(size, (index) => `@a${index}\n`).join("")}string S\n`,
  ),
  idl("blank lines", [10_000, 3_000_000], (size) => `${"\n".repeat(size)}string S\n`),
  idl("errors on each line", [1000, 200_000], (size) => "string 1\n".repeat(size)),
  idl("commas", [10_000, 3_000_000], (size) => `metadata a = [${",".repeat(size)}]\n`),
];

const BOTOCORE = {
  version: "2.0",
  metadata: {
    apiVersion: "2020-01-01",
    endpointPrefix: "bomb",
    protocol: "json",
    jsonVersion: "1.1",
    serviceId: "Bomb",
  },
};

/**
 * @param {string} name
 * @param {readonly [number, number]} sizes
 * @param {(size: number) => Record<string, unknown>} create
 * @returns {TextBomb}
 */
const botocore = (name, sizes, create) => ({
  name,
  sizes,
  file: "service-2.json",
  text: (size) => {
    const run = { name: "Run", http: { method: "POST", requestUri: "/" }, output: { shape: "S0" } };
    return printJson({ ...BOTOCORE, operations: { Run: run }, ...create(size) });
  },
});

/** @type {readonly TextBomb[]} */
export const BOTOCORE_BOMBS = [
  botocore("chain of structures", [300, 20_000], (size) => ({
    shapes: {
      ...many(size, (index) => [
        `S${index}`,
        { type: "structure", members: { a: { shape: `S${index + 1}` } } },
      ]),
      [`S${size}`]: { type: "string" },
    },
  })),
  botocore("chain of lists", [300, 20_000], (size) => ({
    shapes: {
      ...many(size, (index) => [`S${index}`, { type: "list", member: { shape: `S${index + 1}` } }]),
      [`S${size}`]: { type: "string" },
    },
  })),
  botocore("fan of two references", [20, 2000], (size) => ({
    shapes: {
      ...many(size, (index) => [
        `S${index}`,
        { type: "structure", members: { a: { shape: `S${index + 1}` }, b: { shape: `S${index + 1}` } } },
      ]),
      [`S${size}`]: { type: "string", enum: ["a"] },
    },
  })),
  botocore("members", [1000, 100_000], (size) => ({
    shapes: {
      S0: { type: "structure", members: many(size, (index) => [`m${index}`, { shape: "T" }]) },
      T: { type: "string" },
    },
  })),
  botocore("values of an enum", [1000, 200_000], (size) => ({
    shapes: {
      S0: { type: "structure", members: { a: { shape: "E" } } },
      E: { type: "string", enum: list(size, (index) => `v${index}`) },
    },
  })),
  botocore("values of an enum that are alike", [1000, 50_000], (size) => ({
    shapes: {
      S0: { type: "structure", members: { a: { shape: "E" } } },
      E: { type: "string", enum: list(size, (index) => "-".repeat(1 + (index % 50))) },
    },
  })),
  botocore("a deep unknown key", [500, 200_000], (size) => ({
    shapes: { S0: { type: "structure", members: {}, unknown: deep("object", size) } },
  })),
  botocore("deep shapes", [500, 200_000], (size) => ({ shapes: deep("object", size) })),
  botocore("a deep value for members", [500, 200_000], (size) => ({
    shapes: { S0: { type: "structure", members: deep("list", size) } },
  })),
  botocore("required names", [1000, 50_000], (size) => ({
    shapes: {
      S0: {
        type: "structure",
        required: list(size, (index) => `m${index}`),
        members: many(size, (index) => [`m${index}`, { shape: "T" }]),
      },
      T: { type: "string" },
    },
  })),
  botocore("operations", [1000, 50_000], (size) => ({
    operations: many(size, (index) => [
      `Op${index}`,
      { name: `Op${index}`, http: { method: "POST", requestUri: "/" } },
    ]),
    shapes: {},
  })),
];

/** JSON that is cut short, repeated or nested. @type {readonly TextBomb[]} */
export const JSON_BOMBS = [
  ...["[", '{"a":', "[{}", '"'].map((piece) => ({
    name: `unclosed ${piece}`,
    sizes: /** @type {const} */ ([1000, 1_000_000]),
    file: "model.json",
    text: (/** @type {number} */ size) => piece.repeat(size),
  })),
  {
    name: "duplicate keys",
    sizes: [1000, 200_000],
    file: "model.json",
    text: (size) => `{"smithy":"2.0","metadata":{${list(size, () => '"a":1').join(",")}},"shapes":{}}`,
  },
  {
    name: "duplicate keys, deep",
    sizes: [1000, 100_000],
    file: "model.json",
    text: (size) =>
      `{"smithy":"2.0","metadata":{"d":${'{"a":1,"a":'.repeat(size)}1${"}".repeat(size)}},"shapes":{}}`,
  },
  {
    name: "a string of escapes",
    sizes: [10_000, 3_000_000],
    file: "model.json",
    text: (size) => `{"smithy":"2.0","metadata":{"a":"${"\\u0041".repeat(size)}"},"shapes":{}}`,
  },
  {
    name: "unresolved targets",
    sizes: [1000, 200_000],
    file: "model.json",
    text: (size) =>
      printJson({
        smithy: "2.0",
        shapes: {
          "a#S": {
            type: "structure",
            members: many(size, (index) => [`m${index}`, { target: `a#T${index}` }]),
          },
        },
      }),
  },
  {
    name: "unknown kinds",
    sizes: [1000, 200_000],
    file: "model.json",
    text: (size) =>
      printJson({ smithy: "2.0", shapes: many(size, (index) => [`a#S${index}`, { type: "nothing" }]) }),
  },
];

/** Files that say of which files a model is. @type {readonly TextBomb[]} */
export const BUILD_FILE_BOMBS = [
  ...["[", '{"a":', '"', "// c\n", "//", '"\\'].map((piece) => ({
    name: `unclosed ${JSON.stringify(piece)}`,
    sizes: /** @type {const} */ ([1000, 3_000_000]),
    file: "smithy-build.json",
    text: (/** @type {number} */ size) => `{"version":"1.0","sources":${piece.repeat(size)}`,
  })),
  {
    name: "sources that are not there",
    sizes: [100, 30_000],
    file: "smithy-build.json",
    text: (size) => printJson({ version: "1.0", sources: list(size, (index) => `missing${index}`) }),
  },
  {
    name: "one source over and over",
    sizes: [100, 30_000],
    file: "smithy-build.json",
    text: (size) =>
      printJson({
        version: "1.0",
        sources: list(size, () => "."),
        imports: list(size, () => "smithy-build.json"),
      }),
  },
  {
    name: "a source of great length",
    sizes: [1000, 10_000_000],
    file: "smithy-build.json",
    text: (size) => printJson({ version: "1.0", sources: ["a".repeat(size)] }),
  },
  {
    name: "sources that are no texts",
    sizes: [1000, 200_000],
    file: "smithy-build.json",
    text: (size) => printJson({ version: "1.0", sources: list(size, (index) => index) }),
  },
  {
    name: "a deep projection",
    sizes: [1000, 200_000],
    file: "smithy-build.json",
    text: (size) => printJson({ version: "1.0", projections: deep("object", size) }),
  },
];
