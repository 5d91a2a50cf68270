import {
  displayPath,
  enumValue,
  findMember,
  findShape,
  memberPath,
  type PlaceCount,
  type Position,
  type Shape,
  type ShapeId,
  shapeName,
  stringTrait,
} from "@shapelog/model";
import { code, countPlaces } from "../words.js";
import type { Difference, Place, Reach, RuleContext } from "./rule.js";

/** Where a difference is met. */
export interface Met {
  readonly reach: Reach;
  readonly positions: readonly Position[];
  /** How many places there are, where the positions are not all. */
  readonly count?: PlaceCount | undefined;
}

/** Returns how rules name the places of a difference. */
export function createPlace({ shape }: Difference, met: Met, context: RuleContext): Place {
  const names = new Map<string | undefined, string>();
  const places = new Map<string | undefined, readonly Position[]>();
  const { reach, positions, count } = met;
  const at = (member?: string) => {
    const known = places.get(member) ?? positionsOf(met, { shape, member }, context);
    places.set(member, known);
    return known;
  };
  return {
    ...{ reach, positions, count, at },
    name(member) {
      const known =
        names.get(member) ?? namePlace({ shape, member }, { positions: at(member), count }, context);
      names.set(member, known);
      return known;
    },
  };
}

interface Subject {
  readonly shape: ShapeId;
  readonly member: string | undefined;
}

/** A member of an enum is one of its values: it has no path of its own. */
function namePlace(subject: Subject, met: Pick<Met, "positions" | "count">, context: RuleContext): string {
  const { shape, member } = subject;
  const container = findShape(context.after, shape) ?? findShape(context.before, shape);
  if (member === undefined && container?.kind === "service") return code(nameService(container));
  if (member === undefined || !container || !isEnum(container)) return namePlaces(subject, met);
  const value = findMember(container, member);
  return `the value ${code(value ? enumValue(value) : member)} of ${namePlaces({ shape, member: undefined }, met)}`;
}

/** Callers know a service by its title: its shape can have a name of the vendor's own. */
function nameService(service: Shape): string {
  return stringTrait(service, "title") ?? shapeName(service.id);
}

function namePlaces(
  { shape, member }: Subject,
  { positions, count }: Pick<Met, "positions" | "count">,
): string {
  const paths = new Set(positions.map(displayPath));
  const total = count ?? { count: paths.size, exact: true };
  const [only] = paths;
  if (total.count === 1 && total.exact && only !== undefined && only !== "") return code(only);
  const own = shapeName(shape);
  const name = code(member === undefined ? own : `${own}.${member}`);
  return total.count > 1 || !total.exact ? `${name} (${countPlaces(total)})` : name;
}

function positionsOf(
  { positions }: Met,
  { shape, member }: Subject,
  { before, after }: RuleContext,
): readonly Position[] {
  if (member === undefined) return positions;
  const container = findShape(after, shape) ?? findShape(before, shape);
  if (!container || isEnum(container)) return positions;
  return positions.map((position) => ({ ...position, path: memberPath(position.path, container, member) }));
}

/** Returns whether a shape lists the values that it takes. */
export function isEnum({ kind }: Shape): boolean {
  return kind === "enum" || kind === "intEnum";
}
