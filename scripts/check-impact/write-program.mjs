// A program around what changed in a revision: lines that the change affects, by what TypeScript and the models say and
// without a look at findings, and as many that it does not.
import { createTypeNames } from "../../packages/emit/dist/index.js";
import { enumValue, findDirections, findServices } from "../../packages/model/dist/index.js";

/**
 * @import { Change } from "@shapelog/changes"
 * @import { Model, Shape } from "@shapelog/model"
 */

/** @typedef {"value" | "widened" | "switch" | "member" | "shape"} Kind */
/** @typedef {{ kind: Kind, isHit: boolean, code: string }} Line */

/** The most lines of one kind that a program has. */
const MOST = 6;
const NAME = /^[A-Za-z_]\w*$/;

/**
 * Returns the lines of a program, which names the types of the package before as `P`.
 * @param {readonly Change[]} changes
 * @param {{ before: Model, after: Model }} models
 * @returns {readonly Line[]}
 */
export function writeProgram(changes, models) {
  const context = createContext(models);
  if (!context) return [];
  const writers = [writeValues, writeWidened, writeSwitches, writeMembers, writeShapes];
  return writers.flatMap((write) => takePairs(write(changes, context)));
}

/** @typedef {ReturnType<typeof createContext> & {}} Context */

/** @param {{ before: Model, after: Model }} models */
function createContext({ before, after }) {
  const [service] = findServices(before);
  const [newService] = findServices(after);
  if (!service || !newService) return undefined;
  const names = createTypeNames(before, { service }).all;
  const newNames = new Set(createTypeNames(after, { service: newService }).all.values());
  const directions = findDirections(before);
  return { before, after, names, newNames, directions };
}

/**
 * As many lines that are not affected as are, so that neither counts for more.
 * @param {{ hits: Line[], misses: Line[] }} lines
 */
function takePairs({ hits, misses }) {
  const count = Math.min(hits.length, misses.length, MOST);
  return [...hits.slice(0, count), ...misses.slice(0, count)];
}

/**
 * The values that went from enums, came, and stay.
 * @param {readonly Change[]} changes
 * @param {Context} context
 */
function listEnums(changes, { before, after, names }) {
  const ids = new Set(
    changes.flatMap((change) =>
      change.kind === "enum.value.removed" || change.kind === "enum.value.added" ? [change.shape] : [],
    ),
  );
  return [...ids].flatMap((id) => {
    const [old, now] = [before.shapes.get(id), after.shapes.get(id)];
    const name = names.get(id);
    if (old?.kind !== "enum" || now?.kind !== "enum" || name === undefined) return [];
    const [was, is] = [old, now].map((shape) => shape.members.map((member) => String(enumValue(member))));
    if (!was || !is) return [];
    const gone = was.filter((value) => !is.includes(value));
    const kept = was.filter((value) => is.includes(value));
    return [{ id, name, was, gone, kept, came: is.filter((value) => !was.includes(value)) }];
  });
}

/**
 * @param {readonly Change[]} changes
 * @param {Context} context
 */
function writeValues(changes, context) {
  /** @type {(name: string, value: string, isHit: boolean) => Line} */
  const line = (name, value, isHit) => ({
    ...{ kind: "value", isHit },
    code: `export const NAME = (it: P.${name}) => it === ${JSON.stringify(value)};`,
  });
  const enums = listEnums(changes, context);
  return {
    hits: enums.flatMap(({ name, gone }) => gone.map((value) => line(name, value, true))),
    misses: enums.flatMap(({ name, kept }) => kept.map((value) => line(name, value, false))),
  };
}

/**
 * Where the type is lost on the way to the comparison, the compiler says nothing.
 * @param {readonly Change[]} changes
 * @param {Context} context
 */
function writeWidened(changes, context) {
  const { before, names } = context;
  /** @type {Line[]} */
  const hits = [];
  /** @type {Line[]} */
  const misses = [];
  for (const { id, gone, kept } of listEnums(changes, context)) {
    for (const shape of before.shapes.values()) {
      const name = names.get(shape.id);
      if (shape.kind !== "structure" || name === undefined) continue;
      const member = shape.members.find(({ target }) => target === id)?.name;
      if (member === undefined || !NAME.test(member)) continue;
      /** @type {(value: string, isHit: boolean) => Line} */
      const line = (value, isHit) => ({
        ...{ kind: "widened", isHit },
        code: `export const NAME = (it: P.${name}) => String(it.${member}) === ${JSON.stringify(value)};`,
      });
      hits.push(...gone.map((value) => line(value, true)));
      misses.push(...kept.map((value) => line(value, false)));
    }
  }
  return { hits, misses };
}

/**
 * A switch without a default misses what came, where the service sends it.
 * @param {readonly Change[]} changes
 * @param {Context} context
 */
function writeSwitches(changes, context) {
  const { before, after, names, directions } = context;
  /** @type {(name: string, values: readonly string[], isHit: boolean) => Line} */
  const line = (name, values, isHit) => {
    const cases = values.map((value, index) => `case ${JSON.stringify(value)}: return ${index};`);
    const code = `export function NAME(it: P.${name}): number | undefined { switch (it) { ${cases.join(" ")} } return undefined; }`;
    return { kind: "switch", isHit, code };
  };
  const enums = listEnums(changes, context);
  const others = [...before.shapes.values()].flatMap((shape) => {
    const name = names.get(shape.id);
    if (shape.kind !== "enum" || name === undefined || !isKept(shape, after)) return [];
    return [
      line(
        name,
        shape.members.map((member) => String(enumValue(member))),
        false,
      ),
    ];
  });
  const hits = enums.flatMap(({ id, name, was, came, gone }) =>
    came.length > 0 && gone.length === 0 && directions.get(id)?.has("response")
      ? [line(name, was, true)]
      : [],
  );
  return { hits, misses: others };
}

/**
 * @param {readonly Change[]} changes
 * @param {Context} context
 */
function writeMembers(changes, { before, after, names }) {
  /** @type {Line[]} */
  const hits = [];
  /** @type {Line[]} */
  const misses = [];
  for (const change of changes) {
    if (change.kind !== "member.removed") continue;
    const [old, now] = [before.shapes.get(change.shape), after.shapes.get(change.shape)];
    const name = names.get(change.shape);
    if (old?.kind !== "structure" || now?.kind !== "structure" || name === undefined) continue;
    /** @type {(member: string, isHit: boolean) => Line[]} */
    const line = (member, isHit) =>
      NAME.test(member)
        ? [{ kind: "member", isHit, code: `export const NAME = (it: P.${name}) => it.${member};` }]
        : [];
    hits.push(...line(change.member, true));
    const kept = old.members.find((member) => isSame(member, now));
    if (kept) misses.push(...line(kept.name, false));
  }
  return { hits, misses };
}

/**
 * @param {{ name: string, target: string, traits: object }} member
 * @param {Shape} now
 */
function isSame(member, now) {
  if (now.kind !== "structure") return false;
  const found = now.members.find(({ name }) => name === member.name);
  return JSON.stringify(found) === JSON.stringify(member);
}

/**
 * @param {Shape} shape
 * @param {Model} after
 */
function isKept(shape, after) {
  return JSON.stringify(after.shapes.get(shape.id)) === JSON.stringify(shape);
}

/**
 * @param {readonly Change[]} changes
 * @param {Context} context
 */
function writeShapes(changes, { before, after, names, newNames }) {
  /** @type {(id: string, isHit: boolean) => Line[]} */
  const line = (id, isHit) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ kind: "shape", isHit, code: `export type NAME = P.${name};` }];
  };
  const isTyped = (/** @type {Shape | undefined} */ shape) =>
    shape?.kind === "structure" || shape?.kind === "enum";
  const gone = changes.flatMap((change) => (change.kind === "shape.removed" ? [change.shape] : []));
  const lost = gone.filter((id) => isTyped(before.shapes.get(id)) && !newNames.has(names.get(id) ?? ""));
  const kept = [...before.shapes.values()].filter((shape) => isTyped(shape) && isKept(shape, after));
  return {
    hits: lost.flatMap((id) => line(id, true)),
    misses: kept.slice(0, MOST).flatMap(({ id }) => line(id, false)),
  };
}
