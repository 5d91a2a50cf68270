import {
  isAggregate,
  isNodeObject,
  type Member,
  type NodeValue,
  type OperationShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  shapeName,
  trait,
} from "@shapelog/model";
import type { ValidationContext } from "../context.js";

/** The three things that can be done with tags, by the key that names the operation in `apiConfig`. */
export type TagApi = "tagApi" | "untagApi" | "listTagsApi";

/** The operation that a service with `@aws.api#tagEnabled` has for one of them. */
export interface TagOperation {
  readonly api: TagApi;
  /** What it is called where `apiConfig` does not say otherwise. */
  readonly defaultName: string;
  /** What `apiConfig` says. */
  readonly configured: ShapeId | undefined;
  /** The operation that the service binds, if any. */
  readonly operation: ShapeId | undefined;
  /** Whether its input and output are as tagging needs them. */
  readonly isSound: boolean;
}

const TAG_APIS: readonly (readonly [api: TagApi, defaultName: string])[] = [
  ["tagApi", "TagResource"],
  ["untagApi", "UntagResource"],
  ["listTagsApi", "ListTagsForResource"],
];

/** Returns the tag operations of a service; none without `@aws.api#tagEnabled` (Smithy 2.0, "AWS resource tagging"). */
export function tagOperationsOf(context: ValidationContext, service: ServiceShape): readonly TagOperation[] {
  const value = trait(service, "aws.api#tagEnabled");
  if (value === undefined) return [];
  return TAG_APIS.map(([api, defaultName]) => {
    const configured = readTagApi(value, api);
    const isBound = configured !== undefined && service.operations.includes(configured);
    const operation = isBound ? configured : service.operations.find((id) => shapeName(id) === defaultName);
    const shape = operation === undefined ? undefined : context.shape(operation);
    const isSound =
      shape?.kind === "operation" && hasTagMember(context, shape, api) && namesResource(context, shape);
    return { api, defaultName, configured, operation, isSound };
  });
}

/** Returns whether a service has all three tag operations, each as tagging needs it. */
export function hasTagOperations(context: ValidationContext, service: ServiceShape): boolean {
  const operations = tagOperationsOf(context, service);
  return operations.length > 0 && operations.every(({ isSound }) => isSound);
}

/** Returns the operation that the `apiConfig` of a trait names. */
export function readTagApi(value: NodeValue | undefined, api: TagApi): ShapeId | undefined {
  const config = isNodeObject(value) ? value.apiConfig : undefined;
  const id = isNodeObject(config) ? config[api] : undefined;
  return typeof id === "string" ? id : undefined;
}

/** Returns whether an operation has exactly one member for the tags, or for their keys, where it has to be. */
export function hasTagMember(context: ValidationContext, operation: OperationShape, api: TagApi): boolean {
  const members = membersOfShape(context, api === "listTagsApi" ? operation.output : operation.input);
  const found = members.filter(({ name, target }) => {
    const shape = context.shape(target);
    if (!shape) return false;
    return api === "untagApi"
      ? /^[Tt]ag[Kk]eys$/.test(name) && isStringList(context, shape)
      : isTags(context, name, shape);
  });
  return found.length === 1;
}

/** Returns whether a name is one that tags go by: `tags`, `tagMap`, `TagList`. */
export function isTagsName(name: string): boolean {
  return /^[Tt]ag(?:s|s?[Mm]ap|[Ll]ist)$/.test(name);
}

/** Returns whether a shape holds tags: a list of pairs of strings, or a map of strings. */
export function holdsTags(context: ValidationContext, shape: Shape): boolean {
  if (shape.kind === "map")
    return shape.members.some(({ name, target }) => name === "value" && isString(context, target));
  const [entry] = shape.kind === "list" ? shape.members : [];
  const pair = entry && context.shape(entry.target);
  if (pair?.kind !== "structure" || pair.members.length !== 2) return false;
  return pair.members.every(({ target }) => isString(context, target));
}

function isTags(context: ValidationContext, name: string, shape: Shape): boolean {
  return isTagsName(name) && holdsTags(context, shape);
}

function namesResource(context: ValidationContext, { input }: OperationShape): boolean {
  return membersOfShape(context, input).some(
    ({ name, target }) => /^(?=.)(?:[Rr]esource)?(?:[Aa]rn|ARN)?$/.test(name) && isString(context, target),
  );
}

function membersOfShape(context: ValidationContext, id: ShapeId): readonly Member[] {
  const shape = context.shape(id);
  return shape && isAggregate(shape) ? shape.members : [];
}

function isStringList(context: ValidationContext, shape: Shape): boolean {
  return shape.kind === "list" && shape.members.every(({ target }) => isString(context, target));
}

function isString(context: ValidationContext, id: ShapeId): boolean {
  const kind = context.shape(id)?.kind;
  return kind === "string" || kind === "enum";
}
