import { hasTrait, type Member, type StructureShape, stringTrait, type Traits } from "@shapelog/model";
import { ORIGIN, REST, TEXT_TRAIT, type TextPlace } from "./piece-traits.js";

/** Returns the members that stand in the path (Smithy 2.0, "httpLabel trait"). All of them have to be there. */
export function findLabels(structure: StructureShape): Member[] {
  return structure.members
    .filter((member) => hasTrait(member, "httpLabel"))
    .map((member) => placeMember(structure, member, { place: "label", name: member.name }))
    .map((member) => ({ ...member, traits: { ...member.traits, "smithy.api#required": {} } }));
}

/** Returns the members that stand in the query (Smithy 2.0, "httpQuery trait", "httpQueryParams trait"). */
export function findQuery(structure: StructureShape): Member[] {
  return uniqueMembers(
    structure.members.flatMap((member) => {
      const name = stringTrait(member, "httpQuery");
      if (name !== undefined) return [placeMember(structure, member, { place: "query", name })];
      if (!hasTrait(member, "httpQueryParams")) return [];
      return [placeMember(structure, member, { place: "query", name: member.name, rest: "" })];
    }),
  );
}

/** Returns the members that stand in headers, by name in lower case (Smithy 2.0, "httpHeader trait", "httpPrefixHeaders trait"). */
export function findHeaders(structure: StructureShape): Member[] {
  return uniqueMembers(
    structure.members.flatMap((member) => {
      const name = stringTrait(member, "httpHeader")?.toLowerCase();
      if (name !== undefined) return [placeMember(structure, member, { place: "header", name })];
      const rest = stringTrait(member, "httpPrefixHeaders")?.toLowerCase();
      if (rest === undefined) return [];
      return [placeMember(structure, member, { place: "header", name: member.name, rest })];
    }),
  );
}

interface Placing {
  readonly place: TextPlace;
  readonly name: string;
  /** What names begin with that a map's member stands for. */
  readonly rest?: string;
}

function placeMember({ id }: StructureShape, member: Member, { place, name, rest }: Placing): Member {
  const origin = { [ORIGIN]: `${id}$${member.name}` };
  const { "smithy.api#jsonName": _, ...traits } = member.traits; // the name is the one on the wire
  const own: Traits = rest === undefined ? { [TEXT_TRAIT]: place } : { [TEXT_TRAIT]: place, [REST]: rest };
  return { ...member, name, traits: { ...traits, ...origin, ...own } };
}

/** What stands for all that is left comes last; of members of one name, which no valid model has, the first is kept. */
function uniqueMembers(members: readonly Member[]): Member[] {
  const isRest = (member: Member) => member.traits[REST] !== undefined;
  const named = new Map<string, Member>();
  for (const member of members)
    if (!isRest(member) && !named.has(member.name)) named.set(member.name, member);
  return [...named.values(), ...members.filter(isRest).slice(0, 1)];
}
