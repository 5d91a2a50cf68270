import { chooseShapes } from "../../packages/emit/dist/index.js";
import { neighbors, shapeName, UNIT } from "../../packages/model/dist/index.js";
import { emitSide as emitTypes } from "../../packages/witness/dist/emit-side.js";
import { createSide } from "../../packages/witness/dist/side.js";

/**
 * @import { ChosenShapes, Names } from "@shapelog/emit"
 * @import { Model, OperationShape, Profile, ShapeId } from "@shapelog/model"
 */

/** @typedef {NonNullable<Awaited<ReturnType<typeof emitSide>>>} Side */

/**
 * One side of a pair: its model, the files of its types, and each declaration in them by file and name.
 * @param {Model} model
 * @param {Profile} [profile]
 */
export async function emitSide(model, profile = "sdk") {
  const side = createSide(model);
  if (!side) return undefined;
  const { service, names } = side;
  const chosen = chooseShapes(side.model, service);
  const emitted = await emitTypes(side, "checked", profile);
  const texts = new Map(emitted.files).set("roots.ts", emitRoots(chosen, names));
  const declarations = new Map(
    [...texts].flatMap(([path, text]) =>
      splitDeclarations(text).map(
        ([name, own]) => /** @type {readonly [string, string]} */ ([`${path} ${name}`, own]),
      ),
    ),
  );
  const [, operationMap] = /^export interface (\w+) \{$/m.exec(texts.get("operations.ts") ?? "") ?? [];
  return { model: side.model, service, names, chosen, texts, declarations, operationMap };
}

/**
 * The wire form has no operations, so that programs would name shapes; these are what operations exchange, by operation.
 * @param {ChosenShapes} chosen
 * @param {Names} names
 */
function emitRoots({ operations, shapes }, names) {
  const structures = new Set(shapes.map(({ id }) => id));
  const typeOf = (/** @type {ShapeId} */ id) =>
    id !== UNIT && structures.has(id) ? `Wire.${names.of(id)}` : "{}";
  const lines = operations.map(({ id, input, output, errors }) => {
    const thrown = errors
      .filter((error) => structures.has(error))
      .map((error) => `${JSON.stringify(shapeName(error))}: ${typeOf(error)};`);
    return `  ${names.of(id)}: { input: ${typeOf(input)}; output: ${typeOf(output)}; errors: { ${thrown.join(" ")} } };`;
  });
  return `import type * as Wire from "./wire.js";\nexport interface Roots {\n${lines.join("\n")}\n}\n`;
}

/**
 * @param {string} text
 * @returns {(readonly [name: string, text: string])[]}
 */
function splitDeclarations(text) {
  const parts = text.split(/^(?=export (?!declare namespace))/m); // a union's namespace is part of it
  return parts.flatMap((part) => {
    const [, name] = /^export (?:interface|type) (\w+)/.exec(part) ?? [];
    return name === undefined
      ? []
      : [/** @type {const} */ ([name, part.replace(/\/\*\*.*?\*\//gs, "").trim()])];
  });
}

/**
 * Returns the ids of the old shapes whose types, or the types below them, are not the same text on both sides.
 * @param {Side} before
 * @param {Side} after
 */
export function findChangedTypes(before, after) {
  const differs = (/** @type {string} */ name) =>
    ["types.ts", "wire.ts", "enums.ts"].some(
      (path) => before.declarations.get(`${path} ${name}`) !== after.declarations.get(`${path} ${name}`),
    );
  /** @type {Map<ShapeId, ShapeId[]>} */
  const users = new Map();
  /** @type {Set<ShapeId>} */
  const changed = new Set();
  for (const shape of before.chosen.shapes) {
    if (differs(before.names.of(shape.id))) changed.add(shape.id);
    for (const { target } of neighbors(shape)) users.set(target, [...(users.get(target) ?? []), shape.id]);
  }
  for (const id of changed) for (const user of users.get(id) ?? []) changed.add(user);
  return changed;
}

/**
 * Returns whether an operation's own types are the same text on both sides; the shapes in them may differ.
 * @param {Side} before
 * @param {Side} after
 * @param {OperationShape} operation
 */
export function hasSameOperation(before, after, operation) {
  const name = before.names.of(operation.id);
  const parts = ["CommandInput", "CommandOutput", "Errors"].map((part) => `operations.ts ${name}${part}`);
  const root = (/** @type {Side} */ side) =>
    side.texts
      .get("roots.ts")
      ?.split("\n")
      .find((line) => line.startsWith(`  ${name}: `));
  return (
    parts.every((part) => before.declarations.get(part) === after.declarations.get(part)) &&
    root(before) === root(after)
  );
}
