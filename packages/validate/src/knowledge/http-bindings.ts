import { type Direction, hasTrait, type Member, type StructureShape } from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/** Where in an HTTP message a member goes. `unbound`: nowhere, as another member is the whole payload. */
export type HttpLocation =
  | "header"
  | "prefixHeaders"
  | "query"
  | "queryParams"
  | "payload"
  | "label"
  | "responseCode"
  | "document"
  | "unbound";

export interface HttpBinding {
  readonly member: Member;
  readonly location: HttpLocation;
}

type TraitLocations = readonly (readonly [trait: string, location: HttpLocation])[];

const HEADERS: TraitLocations = [
  ["httpHeader", "header"],
  ["httpPrefixHeaders", "prefixHeaders"],
];

/** The traits that place a member, the first that it has counting. */
const LOCATIONS: Readonly<Record<Direction, TraitLocations>> = {
  request: [
    ...HEADERS,
    ["httpQuery", "query"],
    ["httpQueryParams", "queryParams"],
    ["httpPayload", "payload"],
    ["httpLabel", "label"],
  ],
  response: [...HEADERS, ["httpPayload", "payload"], ["httpResponseCode", "responseCode"]],
};

/** Returns where each member of an input, output or error goes (Smithy 2.0, "HTTP bindings"). */
export function httpBindings(
  context: ValidationContext,
  structure: StructureShape,
  direction: Direction,
): readonly HttpBinding[] {
  const known = context.know(createBindings)[direction];
  const bindings = known.get(structure) ?? bindMembers(structure, LOCATIONS[direction]);
  known.set(structure, bindings);
  return bindings;
}

function createBindings(): Readonly<Record<Direction, Map<StructureShape, readonly HttpBinding[]>>> {
  return { request: new Map(), response: new Map() };
}

function bindMembers({ members }: StructureShape, locations: TraitLocations): readonly HttpBinding[] {
  const placed = members.map((member) => ({
    member,
    location: locations.find(([trait]) => hasTrait(member, trait))?.[1],
  }));
  const other = placed.some(({ location }) => location === "payload") ? "unbound" : "document";
  return placed.map(({ member, location = other }) => ({ member, location }));
}
