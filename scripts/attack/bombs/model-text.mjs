/** @typedef {Record<string, unknown>} Json */

const DEEP = /"@deep:(list|object):(\d+)@"/g;

/**
 * A value nested so deep that `JSON.stringify` cannot print it; {@link printModel} does.
 *
 * @param {"list" | "object"} kind
 * @param {number} depth
 */
export function deep(kind, depth) {
  return `@deep:${kind}:${depth}@`;
}

/**
 * Returns the text of some JSON, deep values filled in.
 *
 * @param {Json} value
 */
export function printJson(value) {
  return JSON.stringify(value).replaceAll(DEEP, (_, kind, depth) =>
    kind === "list"
      ? "[".repeat(Number(depth)) + "]".repeat(Number(depth))
      : `${'{"a":'.repeat(Number(depth))}1${"}".repeat(Number(depth))}`,
  );
}

/**
 * Returns the text of a model in the JSON AST: a service with one operation, and more shapes.
 *
 * @param {Json} shapes By name, in the namespace `bomb`; an id with `#` stays as it is.
 * @param {{ metadata?: Json, input?: string, output?: string, operations?: readonly string[], service?: Json }} [around]
 */
export function printModel(shapes, around = {}) {
  const { metadata, input = "Input", output = "Output", operations = [], service = {} } = around;
  const own = {
    Bombs: {
      type: "service",
      version: "1",
      operations: ["Run", ...operations].map(target),
      traits: { "aws.protocols#awsJson1_1": {}, "aws.api#service": { sdkId: "Bombs" } },
      ...service,
    },
    Run: { type: "operation", input: target(input), output: target(output) },
    Input: structure({ text: "smithy.api#String" }),
    Output: structure({ text: "smithy.api#String" }),
  };
  const all = { ...own, ...shapes };
  const named = Object.entries(all).map(([name, shape]) => [
    name.includes("#") ? name : `bomb#${name}`,
    shape,
  ]);
  return printJson({ smithy: "2.0", ...(metadata ? { metadata } : {}), shapes: Object.fromEntries(named) });
}

/** @param {string} name */
export function target(name) {
  return { target: name.includes("#") ? name : `bomb#${name}` };
}

/**
 * @param {Record<string, string>} members Targets by name.
 * @param {Json} [traits]
 */
export function structure(members, traits = {}) {
  return aggregate("structure", members, traits);
}

/**
 * @param {"structure" | "union"} type
 * @param {Record<string, string>} members
 * @param {Json} [traits]
 */
export function aggregate(type, members, traits = {}) {
  const named = Object.entries(members).map(([name, id]) => [name, target(id)]);
  return { type, members: Object.fromEntries(named), traits };
}

/**
 * @param {number} size
 * @param {(index: number) => readonly [string, unknown]} create
 * @returns {Json}
 */
export function many(size, create) {
  return Object.fromEntries(Array.from({ length: size }, (_, index) => create(index)));
}

/**
 * @template Value
 * @param {number} size
 * @param {(index: number) => Value} create
 */
export function list(size, create) {
  return Array.from({ length: size }, (_, index) => create(index));
}
