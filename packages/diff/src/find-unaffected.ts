import {
  displayPath,
  type EnumShape,
  enumValue,
  findPositions,
  type IntEnumShape,
  type Model,
  type Position,
  type ShapeId,
} from "@shapelog/model";

/** A place that looks affected and is not. */
export interface Unaffected {
  readonly path: string;
  readonly values: readonly (string | number)[];
}

/** An enum that lost values, and where it stands. */
export interface LostValues {
  readonly shape: ShapeId;
  readonly removed: readonly (string | number)[];
  readonly positions: readonly Position[];
}

/**
 * Returns a function that finds the other places of the same operations and direction whose enum keeps a value that
 * went. Each enum's places are looked up once, whatever number of enums lost values.
 */
export function createFindUnaffected(model: Model): (lost: LostValues) => Unaffected[] {
  let enums: readonly KnownEnum[] | undefined;
  return ({ shape, removed, positions }) => {
    if (removed.length === 0) return [];
    enums ??= findEnums(model);
    const reached = new Set(positions.map(placeKey));
    const found = new Map<string, Unaffected>();
    for (const { id, values, places } of enums) {
      if (id === shape) continue;
      const kept = values.filter((value) => removed.includes(value));
      if (kept.length === 0) continue;
      for (const [path, keys] of places()) {
        if (keys.some((key) => reached.has(key))) found.set(path, { path, values: kept });
      }
    }
    return [...found.values()];
  };
}

interface KnownEnum {
  readonly id: ShapeId;
  readonly values: readonly (string | number)[];
  /** Its paths as shown, each with the operations and directions it has there. */
  readonly places: () => ReadonlyMap<string, readonly string[]>;
}

function findEnums(model: Model): KnownEnum[] {
  return [...model.shapes.values()].flatMap((shape) =>
    shape.kind === "enum" || shape.kind === "intEnum" ? [knowEnum(model, shape)] : [],
  );
}

function knowEnum(model: Model, shape: EnumShape | IntEnumShape): KnownEnum {
  let known: Map<string, string[]> | undefined;
  const places = () => {
    if (known) return known;
    known = new Map();
    for (const position of findPositions(model, shape.id)) {
      const path = displayPath(position);
      const keys = known.get(path);
      if (keys) keys.push(placeKey(position));
      else known.set(path, [placeKey(position)]);
    }
    return known;
  };
  return { id: shape.id, values: shape.members.map(enumValue), places };
}

function placeKey({ operation, direction }: Position): string {
  return `${operation} ${direction}`;
}
