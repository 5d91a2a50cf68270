import { shapeName } from "@shapelog/model";

/**
 * @import { Finding } from "@shapelog/diff"
 * @typedef {{ readonly operation: string, readonly path: string, readonly direction?: string | undefined, readonly error?: string }} RawPlace
 * @typedef {Record<string, any>} Raw
 */

const LONGEST = 700;

let last = { text: "", value: /** @type {Raw} */ ({}) };
let older = last;

/** @param {string} text */
function parse(text) {
  if (last.text === text) return last.value;
  if (older.text === text) return older.value;
  older = last;
  last = { text, value: JSON.parse(text) };
  return last.value;
}

/**
 * Returns what a `service-2.json` says on the way from an operation to a place, by its own names alone: a line for the
 * operation, for each member on the way, and for the shape at the end.
 * @param {string} text
 * @param {RawPlace} place
 * @param {Finding} finding
 * @returns {string[]}
 */
export function walkRaw(text, place, finding) {
  const model = parse(text);
  const operation = model.operations[shapeName(place.operation)];
  if (!operation) {
    if (finding.positions.length > 0 || finding.operations.length > 0) return ["no such operation"];
    const shape = model.shapes[shapeName(finding.shape)];
    return [
      `metadata ${show(model.metadata)}`,
      ...(shape ? [`${shapeName(finding.shape)} ${show(shape)}`] : []),
    ];
  }
  const { errors: _, ...own } = operation;
  const lines = [show(finding.rule.includes("error") ? operation : own)];
  const root =
    place.direction === "request"
      ? operation.input?.shape
      : place.error
        ? shapeName(place.error)
        : place.direction === "response"
          ? operation.output?.shape
          : undefined;
  if (place.direction === undefined) return lines;
  if (root === undefined) return [...lines, "nothing"];
  if (place.error && !operation.errors?.some((/** @type {Raw} */ each) => each.shape === root))
    lines.push("not among its errors");
  let name = root;
  for (const step of place.path.split(/\.|(?=\[\])|(?=\{)/).filter((each) => each !== "")) {
    const shape = model.shapes[name];
    if (!shape) return [...lines, `no shape ${name}`];
    const next = stepInto(shape, step);
    lines.push(
      `${name}${shape.type === "structure" ? ` (required: ${(shape.required ?? []).includes(step)})` : ""} ${step} ${next ? show(next) : "is not there"}`,
    );
    if (!next) return [...lines, `  ${name} ${show(shape)}`];
    name = next.shape;
  }
  lines.push(`${name} ${show(model.shapes[name])}`);
  if (finding.member && model.shapes[name]?.members?.[finding.member]) {
    const { shape } = model.shapes[name].members[finding.member];
    lines.push(`${shape} ${show(model.shapes[shape])}`);
  }
  return lines;
}

/**
 * @param {Raw} shape
 * @param {string} step
 */
function stepInto(shape, step) {
  if (step === "[]") return shape.member;
  if (step === "{}") return shape.value;
  if (step === "{key}") return shape.key;
  return shape.members?.[step];
}

/** @param {unknown} value */
function show(value) {
  const text =
    JSON.stringify(value, (key, each) =>
      key === "documentation" || key === "documentationUrl" ? undefined : each,
    ) ?? "nothing";
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length})` : text;
}
