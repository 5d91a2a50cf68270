import { findShape, memberPath, type Position, type Shape, type ShapeId, shapeName } from "@shapelog/model";
import { code, count } from "../words.js";
import type { Difference, Place, Reach, RuleContext } from "./rule.js";

/** Where a difference is met. */
export interface Met {
  readonly reach: Reach;
  readonly positions: readonly Position[];
}

/** Returns how rules name the places of a difference. */
export function createPlace({ shape }: Difference, { reach, positions }: Met, context: RuleContext): Place {
  const names = new Map<string | undefined, string>();
  const places = new Map<string | undefined, readonly Position[]>();
  const at = (member?: string) => {
    const known = places.get(member) ?? positionsOf(positions, findEither(shape, context), member);
    places.set(member, known);
    return known;
  };
  return {
    reach,
    positions,
    at,
    name(member) {
      const known = names.get(member) ?? namePlaces(shape, member, at(member));
      names.set(member, known);
      return known;
    },
  };
}

function namePlaces(shape: ShapeId, member: string | undefined, positions: readonly Position[]): string {
  const paths = new Set(positions.map(displayPath));
  const [only] = paths;
  if (paths.size === 1 && only !== undefined && only !== "") return code(only);
  const own = shapeName(shape);
  const name = code(member === undefined ? own : `${own}.${member}`);
  return paths.size > 1 ? `${name} (${count(paths.size, "place")})` : name;
}

function findEither(id: ShapeId, { before, after }: RuleContext): Shape | undefined {
  return findShape(after, id) ?? findShape(before, id);
}

function positionsOf(
  positions: readonly Position[],
  shape: Shape | undefined,
  member: string | undefined,
): readonly Position[] {
  if (member === undefined) return positions;
  if (!shape || shape.kind === "enum" || shape.kind === "intEnum") return positions;
  return positions.map((position) => ({ ...position, path: memberPath(position.path, shape, member) }));
}

/** Returns a position's path as shown: inside an error it starts with the error's name. */
export function displayPath(position: Position): string {
  if (position.error === undefined) return position.path;
  const error = shapeName(position.error);
  return position.path === "" ? error : `${error}.${position.path}`;
}
