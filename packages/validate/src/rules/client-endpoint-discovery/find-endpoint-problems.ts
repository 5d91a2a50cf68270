import { findMember, type Member, memberId, type Shape, type ShapeId, type ShapeKind } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { structureOf } from "../../knowledge/structure-of.js";

/** What is wrong with an operation that gives out endpoints, or with a shape it needs. */
export interface EndpointProblem {
  readonly shape: ShapeId;
  readonly problem: string;
}

const STRING: readonly ShapeKind[] = ["string", "enum"];

/** Finds what is wrong with the input and output of an operation that gives out endpoints. */
export function* findEndpointProblems(context: ValidationContext, id: ShapeId): Iterable<EndpointProblem> {
  const operation = context.shape(id);
  if (operation?.kind !== "operation") return;
  yield* findInputProblems(context, operation.input, id);
  const output = structureOf(context, operation.output);
  const endpoints = output && findMember(output, "Endpoints");
  if (!endpoints || output.members.length !== 1) {
    const found = namesOf(output?.members ?? []);
    yield { shape: id, problem: `The output of ${id} has ${found}; expected "Endpoints" and nothing else.` };
  }
  if (endpoints) yield* findListProblems(context, endpoints, memberId(operation.output, "Endpoints"));
}

function* findInputProblems(
  context: ValidationContext,
  id: ShapeId,
  operation: ShapeId,
): Iterable<EndpointProblem> {
  const members = structureOf(context, id)?.members ?? [];
  if (members.some(({ name }) => name !== "Operation" && name !== "Identifiers")) {
    const problem = `The input of ${operation} has ${namesOf(members)}; expected "Operation" and "Identifiers" at most.`;
    yield { shape: id, problem };
  }
  for (const { name, target } of members) {
    const shape = context.shape(target);
    if (name === "Operation" && shape && !STRING.includes(shape.kind)) {
      yield { shape: shape.id, problem: `Operation of ${id} is a ${shape.kind}; expected a string.` };
    }
    if (name === "Identifiers" && !isStringMap(context, shape)) {
      yield { shape: memberId(id, name), problem: `Identifiers of ${id} is no map of strings.` };
    }
  }
}

function isStringMap(context: ValidationContext, shape: Shape | undefined): boolean {
  const value = shape?.kind === "map" ? findMember(shape, "value") : undefined;
  const target = value && context.shape(value.target);
  return target !== undefined && STRING.includes(target.kind);
}

function* findListProblems(
  context: ValidationContext,
  member: Member,
  id: ShapeId,
): Iterable<EndpointProblem> {
  const list = context.shape(member.target);
  if (list?.kind !== "list") {
    yield { shape: id, problem: `${id} is no list. Make it a list of endpoints.` };
    return;
  }
  const endpoint = structureOf(context, list.members[0]?.target ?? "");
  if (!endpoint) {
    yield { shape: list.id, problem: `${list.id} is no list of structures; expected one of endpoints.` };
    return;
  }
  const { members } = endpoint;
  yield* findKindProblems(context, endpoint.id, members);
  if (
    members.length !== 2 ||
    !findMember(endpoint, "Address") ||
    !findMember(endpoint, "CachePeriodInMinutes")
  ) {
    const problem = `${endpoint.id} has ${namesOf(members)}; expected "Address" and "CachePeriodInMinutes".`;
    yield { shape: endpoint.id, problem };
  }
}

function* findKindProblems(
  context: ValidationContext,
  endpoint: ShapeId,
  members: readonly Member[],
): Iterable<EndpointProblem> {
  const expected: Readonly<Record<string, readonly ShapeKind[]>> = {
    Address: STRING,
    CachePeriodInMinutes: ["long"],
  };
  for (const { name, target } of members) {
    const kinds = Object.hasOwn(expected, name) ? expected[name] : undefined;
    const kind = context.shape(target)?.kind;
    if (!kinds || !kind || kinds.includes(kind)) continue;
    const shape = memberId(endpoint, name);
    yield { shape, problem: `${shape} is a ${kind}; expected a ${kinds[0]}.` };
  }
}

function namesOf(members: readonly Member[]): string {
  return members.length === 0 ? "no members" : members.map(({ name }) => `"${name}"`).join(", ");
}
