import {
  displayPath,
  findMember,
  findPlaces,
  isAggregate,
  memberPath,
  type Position,
  shapeName,
} from "@shapelog/model";
import { changesWireType } from "../../compare/wire-type.js";
import type { Match, Rule, RuleContext } from "../../rule/rule.js";
import { ofTrait, TRAIT_KINDS } from "../../rule/select.js";
import { createTraitFilter } from "../../rule/select-rules.js";
import { code } from "../../words.js";

const PROTOCOLS = ["aws.protocols#", "smithy.protocols#"] as const;
const isProtocol = createTraitFilter(PROTOCOLS);

/** A service speaks another protocol, under which values have other properties or kinds in JSON. */
export const serviceWireTypesChanged: Rule = {
  id: "service.wire-types.changed",
  reach: "any",
  wire: "error",
  source: "error",
  verdict: "breaking",
  witness: "both",
  bump: "major",
  mirror: "service.wire-types.changed",
  kinds: TRAIT_KINDS,
  traits: PROTOCOLS,
  evaluate(difference, _place, context) {
    const changes = ofTrait(difference, isProtocol).map(({ change }) => change);
    if (difference.after?.kind !== "service" || changes.length === 0) return [];
    const { positions, isCut } = findChanged(context);
    const name = code(shapeName(difference.shape));
    return (["request", "response"] as const).flatMap((direction): Match[] => {
      const met = positions.filter((position) => position.direction === direction);
      if (met.length === 0) return [];
      return [
        {
          changes,
          positions: met,
          places: isCut ? { count: new Set(met.map(displayPath)).size, exact: false } : undefined,
          message: `The protocol of ${name} gives values in ${direction}s another property or kind in JSON, such as ${code(met[0] ? displayPath(met[0]) : "")}.`,
          affected: "you use the package's wire types, or speak to the service without an updated SDK",
          action: "Update the SDK, and compare the wire types you use.",
        },
      ];
    });
  },
};

interface ChangedPlaces {
  readonly positions: readonly Position[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** From so many on, only what reaches another operation is listed. */
const MANY = 5000;

/** Returns the places of the members that are the same in both models and have another form in JSON. */
function findChanged({ before, after }: RuleContext): ChangedPlaces {
  const positions: Position[] = [];
  const reached = new Set<string>();
  const budget = { left: 2_000_000 };
  let isCut = false;
  for (const old of before.shapes.values()) {
    const now = after.shapes.get(old.id);
    if (!now || !isAggregate(old) || !isAggregate(now)) continue;
    const members = old.members.filter((member) => {
      const other = findMember(now, member.name);
      return other !== undefined && changesWireType({ before, after }, { before: member, after: other });
    });
    if (members.length === 0) continue;
    const met = findPlaces([after, before], now.id, { budget });
    if (met.counts.size > 0) isCut = true;
    for (const { name } of members) {
      for (const position of met.positions) {
        const reach = `${position.operation} ${position.direction}`;
        if (positions.length >= MANY && reached.has(reach)) isCut = true;
        else positions.push({ ...position, path: memberPath(position.path, now, name) });
        reached.add(reach);
      }
    }
  }
  return { positions, isCut };
}
