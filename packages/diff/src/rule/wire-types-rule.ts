import { displayPath, findMember, findPlaces, isAggregate, memberPath, type Position } from "@shapelog/model";
import { findProtocolSwitch, type ProtocolSwitch } from "../compare/protocol-switch.js";
import { changesWireType } from "../compare/wire-type.js";
import { code } from "../words.js";
import type { Match, Rule, RuleContext } from "./rule.js";
import { ofTrait, TRAIT_KINDS } from "./select.js";
import { createTraitFilter } from "./select-rules.js";

const PROTOCOLS = ["aws.protocols#", "smithy.protocols#"] as const;
const isProtocol = createTraitFilter(PROTOCOLS);

/** Where wire types changed. */
export interface WireTypesPlace {
  readonly direction: "request" | "response";
  /** The first of the places, as Markdown code. */
  readonly path: string;
}

/** A rule about the types of the wire form that a service's protocols make. */
export interface WireTypesRuleOptions extends Pick<Rule, "id" | "wire" | "verdict" | "witness" | "mirror"> {
  /** What became of the service's protocols. */
  readonly when: (protocols: ProtocolSwitch) => boolean;
  readonly say: (
    service: string,
    place: WireTypesPlace,
    protocols: ProtocolSwitch,
  ) => Pick<Match, "message" | "affected" | "action">;
}

/** Creates a rule about values that have another form in JSON under another protocol, one match for each direction. */
export function createWireTypesRule({ when, say, ...rule }: WireTypesRuleOptions): Rule {
  return {
    ...rule,
    reach: "any",
    source: "error",
    bump: "major",
    kinds: TRAIT_KINDS,
    traits: PROTOCOLS,
    evaluate(difference, place, context) {
      const changes = ofTrait(difference, isProtocol).map(({ change }) => change);
      if (difference.after?.kind !== "service" || changes.length === 0) return [];
      const protocols = findProtocolSwitch(difference);
      if (!when(protocols)) return [];
      const { positions, isCut } = findChanged(context);
      return (["request", "response"] as const).flatMap((direction): Match[] => {
        const met = positions.filter((position) => position.direction === direction);
        if (met.length === 0) return [];
        const path = code(met[0] ? displayPath(met[0]) : "");
        return [
          {
            changes,
            positions: met,
            places: isCut ? { count: new Set(met.map(displayPath)).size, exact: false } : undefined,
            ...say(place.name(), { direction, path }, protocols),
          },
        ];
      });
    },
  };
}

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
