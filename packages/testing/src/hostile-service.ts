import { createModel, type Member, type Model, type Shape } from "@shapelog/model";
import { createShapes } from "./create-shapes.js";

const { member, operation, service, shape, simple, value } = createShapes("example.hostile");

/** What a doc, a name or a value would call if it became code. Nothing declares it. */
export const LEAK = "leaked";

/** Names that are identifiers in Smithy, and something else to languages, systems and generated code. */
export const HOSTILE_NAMES: readonly string[] = [
  ..."Foo foo FOO isFoo validateFoo readFoo FooInput Errors Operations OneOf Result ReadResult Open".split(
    " ",
  ),
  ..."ValidationError Drift Invalid Call Commands Service Schema".split(" "),
  ..."__proto__ constructor prototype toString valueOf hasOwnProperty then arguments eval".split(" "),
  ..."default await async class enum function import export new null true typeof let static yield".split(" "),
  ..."interface type package declare namespace keyof never unknown any object string number symbol".split(
    " ",
  ),
  ..."Array Date Error Event File Function Map Object Promise Proxy Record RegExp Request Response".split(
    " ",
  ),
  ..."Set Symbol Uint8Array URL Infinity NaN undefined globalThis window process require module exports".split(
    " ",
  ),
  ..."con nul aux prn com1 index package_json _ok a__b".split(" "),
];

const CALL = `${LEAK}()`;

/** Docs that would leave a comment, a string, Markdown, HTML, a terminal or a line of a build service. */
export const HOSTILE_DOCS: readonly string[] = [
  `*/ ${CALL}; /*`,
  `*\\/ ${CALL}; /* *\u200b/ ${CALL}`,
  `\n*/\n${CALL}\n/*`,
  `<script>${CALL}</script>`,
  `<img src=x onerror=${CALL}><svg/onload=${CALL}>`,
  `<a href="javascript:${CALL}">one</a> <a href=" JaVaScRiPt:${CALL}">two</a>`,
  `[one](javascript:${CALL}) ![two](https://example.com/seen.png) <javascript:${CALL}>`,
  `{@link javascript:${CALL} | here} @since 1 @deprecated`,
  `\`\${${CALL}}\` \`\`\` */ ${CALL}`,
  `\u2028${CALL}\u2029${CALL}\r${CALL}`,
  `\ud800 half, and half \udc00`,
  `\u001b[31mred\u001b[0m \u001b]8;;https://example.com\u0007here\u001b]8;;\u0007 \u202e`,
  `--> <!-- ]]> </textarea></style></title>`,
  `::error::${CALL}\n##[error]${CALL}`,
];

/** Values of enums that are no names, twins, or code somewhere. */
export const HOSTILE_VALUES: readonly string[] = [
  "Etc/GMT+1",
  "Etc/GMT-1",
  "<",
  "!=",
  "",
  " ",
  " a ",
  `"; ${CALL}; "`,
  `'; ${CALL}; '`,
  "\\",
  '\\"',
  "a\nb\r\tc",
  `\`\${${CALL}}\``,
  `*/ ${CALL} /*`,
  "</script>",
  "2fa",
  "__proto__",
  "constructor",
  "toString",
  "👩‍👩‍👧‍👦",
  "\u2028",
  "\ud800",
  "\u0000",
  "a",
  "A",
  "é",
  "e\u0301",
];

export const HOSTILE_NUMBERS: readonly number[] = [-1, 0, 2_147_483_647, -2_147_483_648];

/** A pattern, and texts that it takes and does not; neither where it cannot be told in JavaScript. */
export interface HostilePattern {
  readonly pattern: string;
  readonly takes?: readonly string[];
  readonly refuses?: readonly string[];
}

export const HOSTILE_PATTERNS: readonly HostilePattern[] = [
  { pattern: "^[\\w\\-\\:]+$", takes: ["a-b:c"], refuses: ["", "a b"] },
  { pattern: "^\\p{Alpha}", takes: ["ab1"], refuses: ["1a"] },
  { pattern: "^[\\p{L}&&[^\\p{Lu}]]+$", takes: ["abc"], refuses: ["aBc"] },
  { pattern: "(?i)^abc$", takes: ["ABC", "abc"], refuses: ["abd"] },
  { pattern: "\\Aabc\\z", takes: ["abc"], refuses: ["abcd", "xabc"] },
  { pattern: "^{x}$", takes: ["{x}"], refuses: ["x"] },
  { pattern: "^\\x{00a1}$", takes: ["\u00a1"], refuses: ["x{00a1}"] },
  { pattern: `^"; ${LEAK}[(][)]; "$`, takes: [`"; ${CALL}; "`], refuses: ["a"] },
  { pattern: "^[/*]{2}\\u2028`$", takes: ["*/\u2028`"], refuses: ["*/"] },
  { pattern: "[[:alpha:]]" },
  { pattern: "a++" },
  { pattern: "(?P<m>a)" },
  { pattern: "(" },
];

/** The names of the shapes that have {@link HOSTILE_PATTERNS}, in their order. */
export const PATTERN_NAMES: readonly string[] = HOSTILE_PATTERNS.map((_, index) => `Pattern${index}`);

/**
 * Returns a service of which every name, doc, value and pattern is one of a stranger who means harm. Its names are all
 * identifiers, so that it can be a file; those that are not are for tests of what takes models.
 */
export function hostileService(): Model {
  const names = HOSTILE_NAMES.filter((name) => name !== "Errors");
  const doc = (index: number) => ({ documentation: HOSTILE_DOCS[index % HOSTILE_DOCS.length] ?? "" });
  const everyName: readonly Member[] = names.map((name, index) => member(name, name, doc(index)));
  const shapes: readonly Shape[] = names.map((name, index) => shapeOf(name, index, doc(index)));
  const texts = HOSTILE_VALUES.map((each, index) => value(`V${index}`, each, doc(index)));
  return createModel([
    service("Hostile", ["Run", "Stream"], {
      "aws.protocols#restJson1": {},
      title: HOSTILE_DOCS.join(" "),
      documentation: HOSTILE_DOCS.join("\n\n"),
    }),
    operation("Run", {
      input: "RunInput",
      output: "RunOutput",
      errors: ["Errors"],
      traits: { http: { method: "POST", uri: "/run" }, documentation: HOSTILE_DOCS.join("\n\n") },
    }),
    operation("Stream", { output: "RunOutput", traits: { http: { method: "POST", uri: "/stream" } } }),
    shape("structure", "RunInput", [
      ...everyName,
      ...PATTERN_NAMES.map((name) => member(name, name)),
      member("Texts", "Texts"),
      member("Numbers", "Numbers"),
    ]),
    shape("structure", "RunOutput", everyName),
    shape("structure", "Errors", [member("message", "String", doc(0))], { error: "client" }),
    shape("enum", "Texts", texts, doc(1)),
    shape(
      "intEnum",
      "Numbers",
      HOSTILE_NUMBERS.map((each, index) => value(`N${index}`, each, doc(index))),
    ),
    ...PATTERN_NAMES.map((name, index) =>
      simple("string", name, { pattern: HOSTILE_PATTERNS[index]?.pattern ?? "" }),
    ),
    ...shapes,
  ]);
}

/** Each name is a structure, an enum, a union, a list or a map. */
function shapeOf(name: string, index: number, traits: { readonly documentation: string }): Shape {
  const members = [member("__proto__", "String", traits), member("constructor", "String", traits)];
  switch (index % 5) {
    case 1:
      return shape("enum", name, [value("Foo"), value("foo", "foo"), value("constructor")], traits);
    case 2:
      return shape("union", name, members, traits);
    case 3:
      return shape("list", name, [member("member", "Timestamp")], traits);
    case 4:
      return shape("map", name, [member("key", "Texts"), member("value", "Blob")], traits);
    default:
      return shape("structure", name, members, traits);
  }
}
