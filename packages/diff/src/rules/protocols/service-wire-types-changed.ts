import {
  findMember,
  findPositions,
  isAggregate,
  memberPath,
  type Position,
  shapeName,
} from "@shapelog/model";
import { changesWireType } from "../../compare/wire-type.js";
import { displayPath } from "../../rule/place.js";
import type { Match, Rule, RuleContext } from "../../rule/rule.js";
import { ofKind, ofTrait, TRAIT_KINDS } from "../../rule/select.js";
import { createTraitFilter } from "../../rule/select-rules.js";
import { findRenamedService } from "../../service-reach.js";
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
  bump: "major",
  mirror: "service.wire-types.changed",
  kinds: [...TRAIT_KINDS, "shape.added"],
  traits: PROTOCOLS,
  evaluate(difference, _place, context) {
    const { before, after } = context;
    const isRenamed = findRenamedService(before, after)?.old === difference.shape;
    const isService = isRenamed || difference.after?.kind === "service";
    const changes = isRenamed
      ? ofKind(difference, "shape.added")
      : ofTrait(difference, isProtocol).map(({ change }) => change);
    if (!isService || changes.length === 0) return [];
    const positions = findChanged(context);
    const name = code(shapeName(difference.shape));
    return (["request", "response"] as const).flatMap((direction): Match[] => {
      const met = positions.filter((position) => position.direction === direction);
      if (met.length === 0) return [];
      return [
        {
          changes,
          positions: met,
          message: `The protocol of ${name} gives values in ${direction}s another property or kind in JSON, such as ${code(met[0] ? displayPath(met[0]) : "")}.`,
          affected: "you use the package's wire types, or speak to the service without an updated SDK",
          action: "Update the SDK, and compare the wire types you use.",
        },
      ];
    });
  },
};

/** Returns the places of the members that are the same in both models and have another form in JSON. */
function findChanged({ before, after }: RuleContext): Position[] {
  return [...before.shapes.values()].flatMap((old) => {
    const now = after.shapes.get(old.id);
    if (!now || !isAggregate(old) || !isAggregate(now)) return [];
    const members = old.members.filter((member) => {
      const other = findMember(now, member.name);
      return other !== undefined && changesWireType({ before, after }, { before: member, after: other });
    });
    if (members.length === 0) return [];
    const met = findPositions(after, now.id).filter(({ operation }) => before.shapes.has(operation));
    return members.flatMap(({ name }) =>
      met.map((position) => ({ ...position, path: memberPath(position.path, now, name) })),
    );
  });
}
