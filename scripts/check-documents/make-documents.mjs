import { createRandom } from "../random.mjs";
import { leafValues, lengthsOf, spanOf, valuesOf } from "./leaf-values.mjs";
import { findReferences, isSchema, PREFIX, resolve } from "./read-schema.mjs";

/**
 * @import { Json, Schema, Schemas } from "./read-schema.mjs"
 */

/**
 * The schemas of the side that documents are for, those of the other one, and the names of those that differ.
 * @typedef {object} Making
 * @property {Schemas} own
 * @property {Schemas} other
 * @property {ReadonlySet<string>} changed
 */

/**
 * How much a document may hold yet. What it must have is made all the same.
 * @typedef {{ left: number }} Room
 */

/**
 * The documents of a schema by number, each with another edge of each of its parts.
 * @typedef {object} Maker
 * @property {number} count
 * @property {(index: number, room: Room) => Json | undefined} make `undefined` where there is none.
 */

/** Deeper than this only what is required is made. */
const DEEPEST = 20;
/** So many values a document may hold, and a part of it. */
const ROOM = 1500;
const LEAST_ROOM = 12;
/** So many numbers are told apart. */
const MOST = 1e6;
/** Where both sides say the same, so many documents look at it. */
const OF_SAME = 3;
/** Longer lists are not made. */
const MOST_ITEMS = 10_000;

/**
 * Returns documents of a schema that walk its edges: the first has what is required alone, the others all members, each
 * with another value. Where there are more than `most`, the last third of them is drawn by the seed.
 * @param {Making} making
 * @param {{ own: string, other: string }} names
 * @param {{ most: number, seed: number }} options
 * @returns {Json[]}
 */
export function makeDocuments(making, names, { most, seed }) {
  const random = createRandom(seed);
  const [own, other] = [names.own, names.other].map((name) => ({ $ref: `${PREFIX}${name}` }));
  const maker = createMakers(making)(own ?? {}, making.other.has(names.other) ? other : undefined, 0);
  const first = maker.count <= most ? maker.count : Math.ceil((most * 2) / 3);
  const drawn = maker.count <= most ? 0 : most - first;
  const indexes = [
    ...Array.from({ length: first }, (_, index) => index),
    ...Array.from({ length: drawn }, () => first + Math.floor(random() * (maker.count - first))),
  ];
  const documents = indexes.flatMap((index) => {
    const made = maker.make(index, { left: ROOM });
    return made === undefined ? [] : [made];
  });
  const byText = new Map(documents.map((document) => [JSON.stringify(document), document]));
  return [...byText.values()];
}

/**
 * @typedef {(own: Schema, other: Schema | undefined, depth: number) => Maker} CreateMaker
 */

/**
 * Returns a function of schemas, which may be parts of each other, to what makes their values.
 * @param {Making} making
 * @returns {CreateMaker}
 */
function createMakers(making) {
  /** @type {Map<string, Maker>} */
  const known = new Map();
  /** @type {CreateMaker} */
  const create = (own, other, depth) => {
    const key = `${depth} ${JSON.stringify(own)} ${JSON.stringify(other)}`;
    const found = known.get(key);
    if (found) return found;
    const maker = createMaker({ making, create, depth }, own, other);
    known.set(key, maker);
    return maker;
  };
  return create;
}

/**
 * @typedef {{ making: Making, create: CreateMaker, depth: number }} At
 */

/**
 * @param {At} at
 * @param {Schema} own
 * @param {Schema | undefined} other
 * @returns {Maker}
 */
function createMaker(at, own, other) {
  const { making, depth } = at;
  const node = resolve(making.own, own);
  const across = other && resolve(making.other, other);
  if (depth > DEEPEST) return only(() => least(making.own, node));
  if (node.anyOf) return joinAll(partsOf(node).map((part) => at.create(part, partLike(across, part), depth)));
  if (node.type === "array") return listMaker(at, node, across);
  if (node.type !== "object") return leafMaker(node, across);
  if (isUnion(node)) return unionMaker(at, node, across);
  return isMap(node) ? mapMaker(at, node, across) : structureMaker(at, node, across);
}

/**
 * @param {() => Json | undefined} make
 * @returns {Maker}
 */
function only(make) {
  return { count: 1, make };
}

/** @param {Schema} node */
export function isUnion(node) {
  return node.type === "object" && node.minProperties === 1 && node.maxProperties === 1 && !isMap(node);
}

/** @param {Schema} node */
function isMap(node) {
  return isSchema(node.additionalProperties);
}

/**
 * @param {Schema} node
 * @returns {Schema[]}
 */
function partsOf(node) {
  return node.anyOf.filter((/** @type {Schema} */ part) => !part.enum || valuesOf(part).length > 0);
}

/**
 * Returns what stands for an alternative of `anyOf` on the other side.
 * @param {Schema | undefined} across
 * @param {Schema} part
 */
function partLike(across, part) {
  if (!across?.anyOf) return across;
  return partsOf(across).find(({ type }) => type === part.type) ?? across;
}

/**
 * Returns the first values of what is the same on both sides, made when they are asked for.
 * @param {() => Maker} create
 * @returns {Maker}
 */
function late(create) {
  return {
    count: OF_SAME,
    make(index, room) {
      const maker = create();
      return maker.make(index % maker.count, room);
    },
  };
}

/**
 * Returns the values of all, in turns.
 * @param {readonly Maker[]} makers
 * @returns {Maker}
 */
function joinAll(makers) {
  const longest = Math.max(0, ...makers.map(({ count }) => count));
  return {
    count: Math.min(MOST, longest * makers.length),
    make(index, room) {
      const maker = makers[index % makers.length];
      return maker?.make(Math.floor(index / makers.length) % maker.count, room);
    },
  };
}

/**
 * @param {Schema} node
 * @param {Schema | undefined} across
 * @returns {Maker}
 */
function leafMaker(node, across) {
  const values = leafValues(node, across);
  return {
    count: Math.max(1, values.length),
    make(index, room) {
      room.left--;
      return values[index % Math.max(1, values.length)];
    },
  };
}

/**
 * @param {At} at
 * @param {Schema} node
 * @param {Schema | undefined} across
 * @returns {Maker}
 */
function structureMaker({ making, create, depth }, node, across) {
  const required = new Set(node.required ?? []);
  const theirs = new Set(across?.required ?? []);
  const members = Object.entries(/** @type {Record<string, Schema>} */ (node.properties ?? {})).map(
    ([name, schema]) => {
      const counterpart = across?.properties?.[name];
      const isChanged = differs(making, schema, counterpart) || required.has(name) !== theirs.has(name);
      const make = () => create(schema, counterpart, depth + 1);
      const maker = isChanged ? make() : late(make);
      return { name, schema, isChanged, isNeeded: required.has(name), maker };
    },
  );
  const counts = members.map(({ maker }) => maker.count);
  const changed = members.filter(({ isChanged }) => isChanged);
  const same = members.filter(({ isChanged }) => !isChanged);
  return {
    count: 1 + Math.max(members.length > 0 ? 1 : 0, ...counts),
    make(index, room) {
      room.left--;
      if (index === 0) return least(making.own, node);
      const turn = index - 1;
      /** @type {Map<string, Json>} */
      const made = new Map();
      for (const group of [rotate(changed, turn), same]) {
        for (const [position, { name, schema, isChanged, isNeeded, maker }] of group.entries()) {
          const isWanted = room.left > 0 && (isChanged || turn < OF_SAME);
          if (!isWanted && !isNeeded) continue;
          const granted = Math.max(LEAST_ROOM, Math.floor(room.left / (group.length - position)));
          const own = { left: granted };
          const value = isWanted ? maker.make(turn % maker.count, own) : least(making.own, schema);
          room.left -= granted - own.left;
          if (value !== undefined) made.set(name, value);
          else if (isNeeded) return undefined;
        }
      }
      return Object.fromEntries(
        members.flatMap(({ name }) => (made.has(name) ? [[name, made.get(name) ?? null]] : [])),
      );
    },
  };
}

/**
 * Returns all, each time with another first.
 * @template Each
 * @param {readonly Each[]} all
 * @param {number} turn
 */
function rotate(all, turn) {
  const start = all.length === 0 ? 0 : turn % all.length;
  return [...all.slice(start), ...all.slice(0, start)];
}

/**
 * @param {Making} making
 * @param {Schema} own
 * @param {Schema | undefined} other
 */
function differs({ changed }, own, other) {
  if (JSON.stringify(own) !== JSON.stringify(other)) return true;
  return [...findReferences(own)].some((name) => changed.has(name));
}

/**
 * @param {At} at
 * @param {Schema} node
 * @param {Schema | undefined} across
 * @returns {Maker}
 */
function unionMaker({ making, create, depth }, node, across) {
  const alternatives = Object.entries(/** @type {Record<string, Schema>} */ (node.properties ?? {}));
  const makers = alternatives.map(([name, schema]) => {
    const counterpart = across?.properties?.[name];
    const make = () => create(schema, counterpart, depth + 1);
    const inner = differs(making, schema, counterpart) ? make() : late(make);
    return {
      count: inner.count,
      make(/** @type {number} */ index, /** @type {Room} */ room) {
        room.left--;
        const value = room.left > 0 ? inner.make(index, room) : least(making.own, schema);
        return value === undefined ? undefined : { [name]: value };
      },
    };
  });
  return makers.length === 0 ? only(() => undefined) : joinAll(makers);
}

/** Items of a list of simple values, and of others, that stand in one document. */
const SIMPLE_ITEMS = 20;
const OTHER_ITEMS = 2;

/** @param {Schema} node */
function isLeaf(node) {
  return node.type !== "object" && node.type !== "array" && !node.anyOf;
}

/**
 * @param {At} at
 * @param {Schema} node
 * @param {Schema | undefined} across
 * @returns {Maker}
 */
function listMaker({ making, create, depth }, node, across) {
  const item = /** @type {Schema} */ (node.items ?? {});
  const resolved = resolve(making.own, item);
  const inner = create(item, across?.items, depth + 1);
  const span = spanOf(node, ["minItems", "maxItems"]);
  const theirs = across && spanOf(across, ["minItems", "maxItems"]);
  const lengths = lengthsOf(span, theirs).filter((length) => length <= mostItems(resolved));
  const pack = Math.max(1, Math.min(span.max, isLeaf(resolved) ? SIMPLE_ITEMS : OTHER_ITEMS));
  const isTwice = across?.uniqueItems && !node.uniqueItems && span.max >= 2;
  const specials = [...lengths, ...(isTwice ? ["twice"] : [])];
  const chunks = Math.max(1, Math.ceil(inner.count / pack));
  const isSet = node.uniqueItems === true;
  const atLeast = (/** @type {Json[]} */ items) =>
    fill(making.own, { node: item, items, count: span.min, isSet });
  return {
    count: Math.min(MOST, chunks + specials.length),
    make(index, room) {
      room.left--;
      const special = index >= 1 && index <= specials.length ? specials[index - 1] : undefined;
      if (typeof special === "number")
        return fill(making.own, { node: item, items: [], count: special, isSet });
      if (special === "twice") {
        const one = inner.make(0, room) ?? least(making.own, item);
        return one === undefined ? undefined : atLeast([one, one]);
      }
      const chunk = index === 0 ? 0 : index - specials.length;
      /** @type {Json[]} */
      const items = [];
      for (let number = 0; number < Math.min(pack, inner.count) && room.left > 0; number++) {
        const value = inner.make((chunk * pack + number) % inner.count, room);
        if (value !== undefined) items.push(value);
      }
      return atLeast(isSet ? distinct(items) : items);
    },
  };
}

/** @param {Schema} item */
function mostItems(item) {
  return isLeaf(item) ? MOST_ITEMS : MOST_ITEMS / 10;
}

/** @param {readonly Json[]} items */
function distinct(items) {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/**
 * Returns items and as many more as there have to be, all different where they are a set.
 * @param {Schemas} own
 * @param {{ node: Schema, items: readonly Json[], count: number, isSet: boolean }} options
 * @returns {Json[] | undefined}
 */
function fill(own, { node, items, count, isSet }) {
  if (count > MOST_ITEMS) return undefined;
  const all = [...items];
  const seen = new Set(isSet ? all.map((item) => JSON.stringify(item)) : []);
  for (let number = 0; all.length < count; number++) {
    if (number > 2 * count + 10) return undefined;
    const value = isSet ? nth(own, node, number) : least(own, node);
    if (value === undefined) return undefined;
    const text = JSON.stringify(value);
    if (isSet && seen.has(text)) continue;
    seen.add(text);
    all.push(value);
  }
  return all;
}

/**
 * Returns one of many different values of a schema; the same again where it has no more.
 * @param {Schemas} own
 * @param {Schema} schema
 * @param {number} number
 * @returns {Json | undefined}
 */
function nth(own, schema, number) {
  const node = resolve(own, schema);
  if (node.type === "string" && !node.enum && !node.format && !node.contentEncoding) {
    const { min, max } = spanOf(node, ["minLength", "maxLength"]);
    const text = String(number).padStart(Math.max(min, 1), "0");
    const fits = node.patterns.every((/** @type {string} */ pattern) => new RegExp(pattern, "u").test(text));
    if (text.length <= max && fits) return text;
  }
  if (node.type === "integer" && !node.enum) {
    const value = (node.minimum ?? 0) + number;
    if (value <= (node.maximum ?? Number.MAX_SAFE_INTEGER)) return value;
  }
  if (isLeaf(node)) {
    const values = leafValues(node, undefined);
    return values[number % Math.max(1, values.length)];
  }
  if (node.type !== "object" || isMap(node)) return least(own, schema);
  const base = least(own, schema);
  if (!isSchema(base)) return base;
  const members = Object.entries(/** @type {Record<string, Schema>} */ (node.properties ?? {}));
  const [name, member] = isUnion(node)
    ? (members[0] ?? [])
    : (members.find(([, each]) => isLeaf(resolve(own, each))) ?? []);
  const value = name !== undefined && member ? nth(own, member, number) : undefined;
  if (name === undefined || value === undefined) return /** @type {Json} */ (base);
  return isUnion(node) ? { [name]: value } : { .../** @type {Record<string, Json>} */ (base), [name]: value };
}

/**
 * @param {At} at
 * @param {Schema} node
 * @param {Schema | undefined} across
 * @returns {Maker}
 */
function mapMaker({ making, create, depth }, node, across) {
  const keySchema = /** @type {Schema} */ (node.propertyNames ?? { type: "string" });
  const keys = create(keySchema, across?.propertyNames, depth + 1);
  const values = create(node.additionalProperties, across?.additionalProperties, depth + 1);
  const span = spanOf(node, ["minProperties", "maxProperties"]);
  const theirs = across && spanOf(across, ["minProperties", "maxProperties"]);
  const most = mostItems(resolve(making.own, node.additionalProperties));
  const lengths = lengthsOf(span, theirs).filter((length) => length <= most);
  const entriesOf = (/** @type {number} */ count) => leastMap(making.own, node, count);
  return {
    count: Math.min(MOST, Math.max(keys.count, values.count) + lengths.length),
    make(index, room) {
      room.left -= 2;
      const length = index >= 1 ? lengths[index - 1] : undefined;
      if (length !== undefined) return entriesOf(length);
      if (span.max < 1) return {};
      const turn = index === 0 ? 0 : index - lengths.length;
      const key = keys.make(turn % keys.count, room);
      const value =
        room.left > 0 ? values.make(turn % values.count, room) : least(making.own, node.additionalProperties);
      if (key === undefined || value === undefined) return undefined;
      const others = span.min > 1 ? entriesOf(span.min) : {};
      if (!isSchema(others)) return undefined;
      const entries = new Map([[String(key), value]]);
      for (const [name, other] of Object.entries(others))
        if (entries.size < span.min && !entries.has(name)) entries.set(name, other);
      return Object.fromEntries(entries);
    },
  };
}

/**
 * The smallest values that are known, and the schemas that are being made: one that requires itself has no value.
 * @type {WeakMap<Schemas, { known: Map<string, Json | undefined>, open: Set<string> }>}
 */
const LEAST = new WeakMap();

/**
 * Returns a smallest value of a schema, with what is required alone; `undefined` where there is none.
 * @param {Schemas} own
 * @param {Schema} schema
 * @returns {Json | undefined}
 */
export function least(own, schema) {
  const { known, open } = LEAST.get(own) ?? { known: new Map(), open: new Set() };
  LEAST.set(own, { known, open });
  const key = JSON.stringify(schema);
  if (known.has(key)) return known.get(key);
  if (open.has(key)) return undefined;
  open.add(key);
  const value = findLeast(own, resolve(own, schema));
  open.delete(key);
  if (value !== undefined || open.size === 0) known.set(key, value);
  return value;
}

/**
 * @param {Schemas} own
 * @param {Schema} node
 * @returns {Json | undefined}
 */
function findLeast(own, node) {
  if (node.anyOf) return least(own, partsOf(node)[0] ?? {});
  if (node.type === "array") return leastList(own, node);
  if (node.type !== "object") return leafValues(node, undefined)[0];
  if (isMap(node)) return leastMap(own, node, node.minProperties ?? 0);
  /** @type {Record<string, Schema>} */
  const properties = node.properties ?? {};
  if (isUnion(node)) {
    for (const [name, schema] of Object.entries(properties)) {
      const value = least(own, schema);
      if (value !== undefined) return { [name]: value };
    }
    return undefined;
  }
  /** @type {[string, Json][]} */
  const entries = [];
  for (const name of node.required ?? []) {
    const value = least(own, properties[name] ?? {});
    if (value === undefined) return undefined;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

/**
 * @param {Schemas} own
 * @param {Schema} node
 */
function leastList(own, { items = {}, minItems = 0, uniqueItems = false }) {
  return fill(own, { node: items, items: [], count: minItems, isSet: uniqueItems });
}

/**
 * Returns a map of so many entries.
 * @param {Schemas} own
 * @param {Schema} node
 * @param {number} count
 * @returns {Json | undefined}
 */
function leastMap(own, { propertyNames = { type: "string" }, additionalProperties }, count) {
  if (count === 0) return {};
  const names = fill(own, { node: propertyNames, items: [], count, isSet: true });
  const value = least(own, additionalProperties);
  return names && value !== undefined
    ? Object.fromEntries(names.map((name) => [String(name), value]))
    : undefined;
}
