/**
 * A schema as `/schemas` of a generated package has it, in the static form of `@smithy/types`: a number for simple shapes
 * that have no traits, a list that starts with the number of the shape's kind, or a function that returns one.
 */
export type StaticSchema = number | string | readonly unknown[] | (() => unknown);

/** The numbers of simple shapes. A time's is that of its format, 4 where the protocol decides. */
export const SIGN = {
  string: 0,
  number: 1,
  boolean: 2,
  time: 4,
  dateTime: 5,
  httpDate: 6,
  epochSeconds: 7,
  document: 15,
  bigInteger: 17,
  bigDecimal: 19,
  blob: 21,
  stream: 42,
} as const;

/** What, added to a number, stands for a list or a map of it. */
const LIST = 64;
const MAP = 128;

/** Where a member is bound to HTTP, as far as times have another format there. */
export type Binding = "header" | "uri";

/** A place in a value: a member, an item, a key or a value of a map. */
export interface PlaceOutline {
  /** The member's name; empty for items, keys and values. */
  readonly name: string;
  /** The member's property in JSON of protocols that follow `@jsonName`. */
  readonly jsonName: string;
  readonly sensitive: boolean;
  readonly binding: Binding | undefined;
  readonly target: unknown;
  /** What `outlineAt` found, since shapes can hold themselves. */
  found: Outline | undefined;
}

/** A shape, as far as values are walked by it. */
export type Outline =
  | { readonly kind: "simple"; readonly sign: number; readonly sensitive: boolean }
  | { readonly kind: "list"; readonly item: PlaceOutline; readonly sensitive: boolean }
  | {
      readonly kind: "map";
      readonly key: PlaceOutline;
      readonly value: PlaceOutline;
      readonly sensitive: boolean;
    }
  | {
      readonly kind: "structure" | "error" | "union";
      readonly members: readonly PlaceOutline[];
      /** The members that a property can be of: by their names, or by their names in JSON. */
      readonly byProperty: ReadonlyMap<string, readonly PlaceOutline[]>;
      readonly sensitive: boolean;
      readonly streaming: boolean;
    };

const KNOWN = new WeakMap<readonly unknown[], Outline>();
const KNOWN_SIGNS = new Map<number, Outline>();

/** A structure without members, of which schemas say "unit". */
const UNIT: Outline = {
  kind: "structure",
  members: [],
  byProperty: new Map(),
  sensitive: false,
  streaming: false,
};

/** Returns the outline of what stands in a place. */
export function outlineAt(place: PlaceOutline): Outline {
  place.found ??= outlineOf(place.target);
  return place.found;
}

/** Returns the outline of a schema: the same one each time. */
export function outlineOf(schema: unknown): Outline {
  let found = schema;
  while (typeof found === "function") found = found();
  if (typeof found === "number") {
    const outline = KNOWN_SIGNS.get(found) ?? readSign(found);
    KNOWN_SIGNS.set(found, outline);
    return outline;
  }
  if (!isList(found)) return UNIT;
  let outline = KNOWN.get(found);
  if (!outline) {
    outline = readSchema(found);
    KNOWN.set(found, outline);
  }
  return outline;
}

function readSign(sign: number): Outline {
  if ((sign & MAP) !== 0)
    return {
      kind: "map",
      key: createPlace("", SIGN.string),
      value: createPlace("", sign & ~MAP),
      sensitive: false,
    };
  if ((sign & LIST) !== 0) return { kind: "list", item: createPlace("", sign & ~LIST), sensitive: false };
  return { kind: "simple", sign, sensitive: false };
}

function readSchema([kind, , , traits, ...rest]: readonly unknown[]): Outline {
  const { sensitive, streaming } = readTraits(traits);
  const [first, second] = rest;
  switch (kind) {
    case 1:
      return { kind: "list", item: createPlace("", first), sensitive };
    case 2:
      return { kind: "map", key: createPlace("", first), value: createPlace("", second), sensitive };
    case 3:
      return { kind: "structure", ...readMembers(first, second), sensitive, streaming };
    case 4:
      return { kind: "union", ...readMembers(first, second), sensitive, streaming };
    case -3:
      return { kind: "error", ...readMembers(first, second), sensitive, streaming };
    default:
      return { kind: "simple", sign: typeof first === "number" ? first : SIGN.document, sensitive };
  }
}

function readMembers(names: unknown, refs: unknown) {
  const members =
    isList(names) && isList(refs) ? names.map((name, index) => createPlace(String(name), refs[index])) : [];
  const byProperty = new Map<string, PlaceOutline[]>();
  for (const member of members) {
    for (const property of new Set([member.name, member.jsonName])) {
      const known = byProperty.get(property);
      if (known) known.push(member);
      else byProperty.set(property, [member]);
    }
  }
  return { members, byProperty };
}

/** A reference is a schema, or one in a pair with the traits of the place. */
function createPlace(name: string, ref: unknown): PlaceOutline {
  const [target, traits] = isList(ref) && ref.length === 2 ? ref : [ref, 0];
  const { sensitive, jsonName = name, binding } = readTraits(traits);
  return { name, jsonName, sensitive, binding, target, found: undefined };
}

interface SchemaTraits {
  readonly sensitive: boolean;
  readonly streaming: boolean;
  readonly jsonName?: string;
  readonly binding: Binding | undefined;
}

/** The bits of `TraitBitVector` of `@smithy/types` that are asked for here. */
const BITS = { httpLabel: 1, sensitive: 8, httpQueryParams: 64 };

function readTraits(traits: unknown): SchemaTraits {
  if (typeof traits !== "object" || traits === null) {
    const bits = typeof traits === "number" ? traits : 0;
    const isUri = (bits & (BITS.httpLabel | BITS.httpQueryParams)) !== 0;
    return { sensitive: (bits & BITS.sensitive) !== 0, streaming: false, binding: isUri ? "uri" : undefined };
  }
  const all: Readonly<Record<string, unknown>> = { ...traits };
  const has = (name: string) => all[name] !== undefined;
  const isHeader = has("httpHeader") || has("httpPrefixHeaders");
  const isUri = has("httpQuery") || has("httpQueryParams") || has("httpLabel");
  return {
    sensitive: has("sensitive"),
    streaming: has("streaming"),
    ...(typeof all.jsonName === "string" ? { jsonName: all.jsonName } : {}),
    binding: isHeader ? "header" : isUri ? "uri" : undefined,
  };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Returns whether a value is a stream of events. */
export function isAsyncIterable(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
