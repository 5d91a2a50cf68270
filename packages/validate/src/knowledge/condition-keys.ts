import {
  hasTrait,
  isNodeObject,
  type ResourceShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  shapeName,
  stringListTrait,
  trait,
} from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { awsServiceOf } from "./aws-service.js";
import { operationsOf } from "./top-down.js";

/** The condition keys of one service with `@aws.api#service` (Smithy 2.0, "AWS IAM traits"). */
export interface ConditionKeys {
  readonly service: ServiceShape;
  /** The keys that the service defines or that follow from identifiers; whether each is required. */
  readonly defined: ReadonlyMap<string, { readonly isRequired: boolean }>;
  /** The keys that the service itself resolves. */
  readonly serviceResolved: readonly string[];
  /** The keys of each resource and operation. */
  readonly bySubject: ReadonlyMap<ShapeId, ReadonlySet<string>>;
  /** Returns a key with its prefix: `weather:city` of `city`. */
  complete(key: string): string;
}

/** Returns the condition keys of each service with `@aws.api#service`, sorted by service. */
export function conditionKeys(context: ValidationContext): readonly ConditionKeys[] {
  return context.know(findConditionKeys);
}

function findConditionKeys(context: ValidationContext): readonly ConditionKeys[] {
  return context.ofKind("service").flatMap((service) => {
    const prefix = awsServiceOf(service)?.arnNamespace;
    return prefix === undefined ? [] : [readService(context, service, prefix)];
  });
}

function readService(context: ValidationContext, service: ServiceShape, prefix: string): ConditionKeys {
  const complete = (key: string) => (key.includes(":") ? key : `${prefix}:${key}`);
  const own = trait(service, "aws.iam#defineConditionKeys");
  const defined = new Map<string, { readonly isRequired: boolean }>();
  for (const [key, value] of Object.entries(isNodeObject(own) ? own : {})) {
    defined.set(complete(key), { isRequired: isNodeObject(value) && value.required === true });
  }
  const bySubject = new Map<ShapeId, ReadonlySet<string>>();
  for (const { id, keys, inferred } of walk(context, { service, prefix, complete })) {
    bySubject.set(id, keys);
    for (const key of inferred) if (!defined.has(key)) defined.set(key, { isRequired: false });
  }
  const serviceResolved = stringListTrait(service, "aws.iam#serviceResolvedConditionKeys").map(complete);
  return { service, defined, serviceResolved, bySubject, complete };
}

interface Open {
  readonly shape: Shape;
  readonly parent?: ResourceShape;
  readonly inherited: ReadonlySet<string>;
}

interface PrefixedService extends Pick<ConditionKeys, "service" | "complete"> {
  readonly prefix: string;
}

/** Walks down the resources without recursion; each one hands its keys to those below it, but not to operations. */
function* walk(context: ValidationContext, { service, prefix, complete }: PrefixedService) {
  const none: ReadonlySet<string> = new Set();
  const seen = new Set<ShapeId>();
  const find = (ids: readonly ShapeId[]) => ids.flatMap((id) => context.shape(id) ?? []);
  const open: Open[] = find([...service.resources, ...service.operations]).map((shape) => ({
    shape,
    inherited: none,
  }));
  for (let top = open.pop(); top; top = open.pop()) {
    const { shape, parent, inherited } = top;
    if (seen.has(shape.id)) continue;
    seen.add(shape.id);
    const keys = new Set(inheritsKeys(shape) ? inherited : none);
    for (const key of stringListTrait(shape, "aws.iam#conditionKeys")) keys.add(complete(key));
    const own = isInferring(service, shape) ? inferKeys(context, shape, parent) : [];
    const inferred = own.map((key) => `${prefix}:${key}`);
    for (const key of inferred) keys.add(key);
    if (shape.kind === "resource") {
      for (const below of find(operationsOf(shape)))
        open.push({ shape: below, parent: shape, inherited: none });
      for (const below of find(shape.resources)) open.push({ shape: below, parent: shape, inherited: keys });
    }
    yield { id: shape.id, keys, inferred };
  }
}

function inheritsKeys(shape: Shape): boolean {
  const value = trait(shape, "aws.iam#iamResource");
  return !(isNodeObject(value) && value.disableConditionKeyInheritance === true);
}

function isInferring(service: ServiceShape, shape: Shape): shape is ResourceShape {
  if (shape.kind !== "resource") return false;
  return ![service, shape].some((each) => hasTrait(each, "aws.iam#disableConditionKeyInference"));
}

/** Each identifier that the parent has not is a key of its own. Returns them without prefix. */
function inferKeys(
  context: ValidationContext,
  resource: ResourceShape,
  parent: ResourceShape | undefined,
): readonly string[] {
  const inherited = new Set(parent?.identifiers.map(({ name }) => name));
  const own = resource.identifiers.filter(
    ({ name, target }) => !inherited.has(name) && context.shape(target),
  );
  return own.map(
    ({ name }) =>
      `${iamName(resource) ?? shapeName(resource.id)}${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
  );
}

/** Returns the name that `@aws.iam#iamResource` gives a resource, if any. */
export function iamName(resource: Shape): string | undefined {
  const value = trait(resource, "aws.iam#iamResource");
  return isNodeObject(value) && typeof value.name === "string" ? value.name : undefined;
}
