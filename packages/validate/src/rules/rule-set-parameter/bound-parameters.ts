import {
  isNodeObject,
  type NodeValue,
  type OperationShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  trait,
} from "@shapelog/model";
import { membersOf, type ValidationContext } from "../../context.js";
import { findParameterType } from "../../endpoint-rules/parse-parameters.js";
import type { ParameterType } from "../../endpoint-rules/syntax.js";
import {
  type OperationContextParam,
  operationContextParams,
} from "../../knowledge/operation-context-params.js";
import { structureOf } from "../../knowledge/structure-of.js";
import { topDown } from "../../knowledge/top-down.js";

const CLIENT = "smithy.rules#clientContextParams";
const STATIC = "smithy.rules#staticContextParams";
const MEMBER = "smithy.rules#contextParam";

/** What the model says of an endpoint parameter. */
export interface BoundParameter {
  readonly source: "client" | "static" | "operation" | "member";
  readonly name: string;
  /** `undefined` where it can have no type that endpoint parameters have. */
  readonly type: ParameterType | undefined;
  readonly shape: ShapeId;
  readonly trait: ShapeId;
}

/** The endpoint parameters that the model gives a service: on the client, and by operation. */
export interface BoundParameters {
  readonly client: readonly BoundParameter[];
  readonly operations: readonly {
    readonly operation: OperationShape;
    readonly parameters: readonly BoundParameter[];
  }[];
}

/** Returns the endpoint parameters that the model gives a service. */
export function findBoundParameters(context: ValidationContext, service: ServiceShape): BoundParameters {
  const fromInput = context.know(groupByOperation);
  const bound = topDown(context).find((each) => each.service === service);
  return {
    client: entriesOf(service, CLIENT).map(([name, { type }]) => ({
      source: "client",
      name,
      type: type === "string" || type === "boolean" ? type : undefined,
      shape: service.id,
      trait: CLIENT,
    })),
    operations: (bound?.operations ?? []).map((operation) => ({
      operation,
      parameters: [
        ...findStatic(operation),
        ...(fromInput.get(operation.id) ?? []),
        ...findMembers(context, operation),
      ],
    })),
  };
}

function groupByOperation(context: ValidationContext): ReadonlyMap<ShapeId, readonly BoundParameter[]> {
  const groups = new Map<ShapeId, BoundParameter[]>();
  for (const param of operationContextParams(context)) {
    const group = groups.get(param.operation);
    if (group) group.push(toBound(param));
    else groups.set(param.operation, [toBound(param)]);
  }
  return groups;
}

function toBound({ name, type, operation, trait }: OperationContextParam): BoundParameter {
  return { source: "operation", name, type, shape: operation, trait };
}

type Definition = Readonly<Record<string, NodeValue>>;

function entriesOf(shape: Shape, id: ShapeId): readonly (readonly [name: string, definition: Definition])[] {
  const value = trait(shape, id);
  return Object.entries(isNodeObject(value) ? value : {}).flatMap(([name, definition]) =>
    isNodeObject(definition) ? [[name, definition] as const] : [],
  );
}

function findStatic(operation: OperationShape): readonly BoundParameter[] {
  return entriesOf(operation, STATIC).map(([name, { value = null }]) => ({
    source: "static",
    name,
    type: findParameterType(value),
    shape: operation.id,
    trait: STATIC,
  }));
}

function findMembers(context: ValidationContext, { input }: OperationShape): readonly BoundParameter[] {
  const shape = structureOf(context, input);
  return (shape ? membersOf(shape) : []).flatMap(({ id, member }) => {
    const value = trait(member, MEMBER);
    const name = isNodeObject(value) ? value.name : undefined;
    if (typeof name !== "string") return [];
    const type = KINDS.get(context.shape(member.target)?.kind);
    return [{ source: "member", name, type, shape: id, trait: MEMBER }];
  });
}

const KINDS: ReadonlyMap<Shape["kind"] | undefined, ParameterType> = new Map([
  ["string", "string"],
  ["enum", "string"],
  ["boolean", "boolean"],
]);
