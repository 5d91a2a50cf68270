/** @import { Hostile } from "./hostile-strings.mjs" */

const NAMESPACE = "example.events";
/** So many values of an enum are told one by one in every view. */
const VALUES_OF_AN_ENUM = 20;
const NAMES = [
  "constructor",
  "toString",
  "hasOwnProperty",
  "Object",
  "Symbol",
  "undefined",
  "await",
  "class",
  "prototype",
];

/** @param {string} name */
const id = (name) => `${NAMESPACE}#${name}`;
/** @param {string} name */
const target = (name) => ({ target: id(name) });

/** What validation is told: names and texts are as they are. */
const SUPPRESSIONS = [{ id: "EnumShape", namespace: "*", reason: "Values come from strangers." }];

/**
 * Returns a model in Smithy's JSON AST with a string in each position that takes any: values of enums, texts of traits,
 * defaults, examples, metadata. Half of the strings are in the first revision; the second has all.
 * @param {readonly Hostile[]} strings
 * @param {{ readonly isWhole: boolean }} options
 */
export function createModelText(strings, { isWhole }) {
  const texts = strings.map(({ text }) => text);
  /** @type {[string, unknown][]} */
  const members = [];
  /** @type {[string, unknown][]} */
  const shapes = [];
  const half = Math.ceil(texts.length / 2);
  for (let from = 0; from < texts.length; from += VALUES_OF_AN_ENUM) {
    const name = `Enum${from}`;
    const values = texts.slice(from, from + VALUES_OF_AN_ENUM);
    const shown = isWhole ? values : values.filter((_, index) => index % 2 === 0);
    shapes.push([id(name), { type: "enum", members: enumMembers(shown) }]);
    members.push([`enum${from}`, target(name)]);
  }
  for (const [index, text] of (isWhole ? texts : texts.slice(0, half)).entries()) {
    members.push([memberName(index), { target: "smithy.api#String", traits: textTraits(index, text) }]);
  }
  const metadata = Object.fromEntries(
    texts.slice(0, 20).map((text, index) => [`k${text}`, [text, { [text]: index }]]),
  );
  return JSON.stringify({
    smithy: "2.0",
    metadata: { ...metadata, suppressions: SUPPRESSIONS },
    shapes: Object.fromEntries([
      ...service(texts, isWhole),
      ...shapes,
      [id("Thing"), { type: "structure", members: Object.fromEntries(members) }],
    ]),
  });
}

/** @param {number} index */
function memberName(index) {
  return index < NAMES.length ? `${NAMES[index]}` : `text${index}`;
}

/** @param {readonly string[]} values */
function enumMembers(values) {
  return Object.fromEntries(
    values.map((text, index) => [
      `V${index}`,
      {
        target: "smithy.api#Unit",
        traits: { "smithy.api#enumValue": text === "" ? "empty" : text, "smithy.api#documentation": text },
      },
    ]),
  );
}

/**
 * Each text is in one trait, so that each trait is tried with all of them in the long run.
 * @param {number} index
 * @param {string} text
 */
function textTraits(index, text) {
  /** @type {readonly Record<string, unknown>[]} */
  const traits = [
    { "smithy.api#documentation": text },
    { "smithy.api#deprecated": { message: text, since: text } },
    {
      "smithy.api#externalDocumentation": {
        [text || "x"]: "https://example.com/",
        x: `https://example.com/${encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"))}`,
      },
    },
    { "smithy.api#tags": [text] },
    { "smithy.api#pattern": text },
    { "smithy.api#default": text },
    { "smithy.api#since": text },
    { "smithy.api#recommended": { reason: text } },
    { "smithy.api#unstable": {}, "smithy.api#documentation": `<p>${text}</p>` },
    { "smithy.api#jsonName": text },
    { "example.events#note": { [text]: text } },
  ];
  return traits[index % traits.length];
}

/**
 * @param {readonly string[]} texts
 * @param {boolean} isWhole
 * @returns {[string, unknown][]}
 */
function service(texts, isWhole) {
  const [title = "", docs = "", summary = "", error = ""] = isWhole ? texts : texts.slice(4);
  const traits = {
    "smithy.api#title": title,
    "smithy.api#documentation": docs,
    "aws.protocols#awsJson1_1": {},
  };
  const example = { title: summary, documentation: docs, input: { text: title }, output: {} };
  const text = { target: "smithy.api#String" };
  return [
    [id("note"), { type: "map", key: text, value: text, traits: { "smithy.api#trait": {} } }],
    [id("Events"), { type: "service", version: "2016-04-18", operations: [target("GetThing")], traits }],
    [
      id("GetThing"),
      {
        type: "operation",
        input: target("Input"),
        output: target("Output"),
        errors: [target("Failed")],
        traits: { "smithy.api#documentation": summary, "smithy.api#examples": [example] },
      },
    ],
    [
      id("Input"),
      {
        type: "structure",
        members: { text: { target: "smithy.api#String" }, thing: target("Thing") },
        traits: { "smithy.api#input": {} },
      },
    ],
    [
      id("Output"),
      { type: "structure", members: { thing: target("Thing") }, traits: { "smithy.api#output": {} } },
    ],
    [
      id("Failed"),
      {
        type: "structure",
        members: { message: { target: "smithy.api#String" } },
        traits: { "smithy.api#error": "client", "smithy.api#documentation": error },
      },
    ],
  ];
}

/**
 * Returns a model whose names are the strings, which no name may be: what reads it says so.
 * @param {readonly Hostile[]} strings
 */
export function createBrokenText(strings) {
  const shapes = strings.map(({ text }, index) => [
    index % 3 === 0 ? text : `${index % 3 === 1 ? text : NAMESPACE}#${text}`,
    {
      type: index % 5 === 0 ? text : "structure",
      members: { [text]: { target: text, traits: { [text]: text } }, m: memberOf(text) },
      traits: {
        [`${NAMESPACE}#${text}`]: {},
        "smithy.api#http": { method: text, uri: text },
        "smithy.api#pattern": text,
      },
    },
  ]);
  return JSON.stringify({
    smithy: "2.0",
    metadata: { severityOverrides: [{ id: strings[0]?.text, namespace: "*", severity: strings[1]?.text }] },
    shapes: Object.fromEntries(shapes),
  });
}

/** @param {string} text */
function memberOf(text) {
  const traits = {
    httpHeader: text,
    httpQuery: text,
    mediaType: text,
    xmlName: text,
    contextParam: { name: text },
  };
  return {
    target: "smithy.api#String",
    traits: Object.fromEntries(Object.entries(traits).map(([name, value]) => [`smithy.api#${name}`, value])),
  };
}

/**
 * Returns a model of botocore with the strings in its texts, names of shapes and values.
 * @param {readonly Hostile[]} strings
 */
export function createBotocoreText(strings) {
  const texts = strings.map(({ text }) => text);
  const [a = "", b = "", c = ""] = texts;
  const members = Object.fromEntries(
    texts.map((text, index) => [`M${index}`, { shape: "S", documentation: text, locationName: text }]),
  );
  return JSON.stringify({
    version: "2.0",
    metadata: {
      apiVersion: "2020-01-01",
      endpointPrefix: a,
      serviceId: "Events",
      serviceFullName: b,
      protocol: "json",
      jsonVersion: "1.1",
      uid: c,
    },
    documentation: c,
    operations: {
      Get: {
        name: "Get",
        http: { method: "POST", requestUri: "/" },
        input: { shape: "I" },
        documentation: a,
      },
    },
    shapes: {
      I: { type: "structure", members, documentation: b },
      S: { type: "string", enum: texts.map((text) => text || "x"), documentation: c },
    },
  });
}
