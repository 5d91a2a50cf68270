import {
  findProtocol,
  isDemanded,
  isNodeArray,
  isNodeObject,
  type ListShape,
  type MapShape,
  type Member,
  memberId,
  type NodeValue,
  type OperationShape,
  type ShapeId,
  type StructureShape,
  shapeName,
  stringTrait,
  type UnionShape,
} from "@shapelog/model";
import { openApiDiagnostics } from "./diagnostics.js";
import type { JsonSchema } from "./json-schema.js";
import type { OpenApiContext } from "./openapi-context.js";
import { memberSchema } from "./shape-schema.js";
import { elementName, isFlattened } from "./xml-schema.js";

/** What keys say in place of a number: the number of an item, from 1. */
const INDEX = "{n}";

/** What the keys of a form are collected in. */
interface Form {
  readonly context: OpenApiContext;
  readonly isEc2: boolean;
  readonly properties: Map<string, JsonSchema>;
  readonly patterns: Map<string, JsonSchema>;
  readonly required: string[];
  readonly recursive: Map<string, string>;
}

/** Where a value stands in a form. */
interface FormPlace {
  readonly key: string;
  /** Whether a request has the key in any case. */
  readonly required: boolean;
  /** The structures and unions around it. */
  readonly around: readonly ShapeId[];
}

/**
 * Returns the schema of a request of a query protocol: a form with the keys that are sent, those with the numbers of items
 * as patterns (Smithy 2.0, "AWS query protocol", "Amazon EC2 query protocol"). Keys of a structure in itself have no
 * end: they are one pattern, named in `x-shapelog-recursive-keys` and reported.
 */
export function formSchema(
  context: OpenApiContext,
  operation: OperationShape,
  input: StructureShape | undefined,
): JsonSchema {
  const { service } = context;
  const form: Form = {
    context: { ...context, xml: false, shapes: simpleShapes(context) },
    isEc2: findProtocol(service) === "aws.protocols#ec2Query",
    properties: new Map([
      ["Action", { type: "string", enum: [shapeName(operation.id)] }],
      ["Version", { type: "string", enum: [service.version] }],
    ]),
    patterns: new Map(),
    required: ["Action", "Version"],
    recursive: new Map(),
  };
  if (input) addMembers(form, input, { key: "", required: true, around: [input.id] });
  const { properties, patterns, required, recursive } = form;
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(patterns.size === 0 ? {} : { patternProperties: Object.fromEntries(patterns) }),
    required: [...new Set(required)],
    ...(recursive.size === 0 ? {} : { "x-shapelog-recursive-keys": Object.fromEntries(recursive) }),
  };
}

/** What is in a list or map has keys of its own, so that its schema is never referred to. */
function simpleShapes({ shapes }: OpenApiContext): OpenApiContext["shapes"] {
  return new Map([...shapes].filter(([, { kind }]) => kind !== "list" && kind !== "map"));
}

function addMembers(form: Form, shape: StructureShape | UnionShape, place: FormPlace): void {
  for (const member of shape.members) {
    const name = memberKey(form, member);
    const required = place.required && shape.kind === "structure" && isDemanded(member, "wire");
    const key = place.key === "" ? name : `${place.key}.${name}`;
    addMember(form, { container: shape, member }, { ...place, key, required });
  }
}

/** Smithy 2.0, "Query key resolution". */
function memberKey({ isEc2 }: Pick<Form, "isEc2">, member: Member): string {
  if (!isEc2) return elementName(member);
  return stringTrait(member, "aws.protocols#ec2QueryName") ?? capitalize(elementName(member));
}

function capitalize(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** A member, and what it is of. */
interface FormMember {
  readonly container: StructureShape | UnionShape | ListShape | MapShape;
  readonly member: Member;
}

function addMember(form: Form, { container, member }: FormMember, place: FormPlace): void {
  const { context } = form;
  const target = context.known?.get(member.target);
  switch (target?.kind) {
    case "structure":
    case "union":
      if (place.around.includes(target.id)) addRecursive(form, memberId(container.id, member.name), place);
      else addMembers(form, target, { ...place, around: [...place.around, target.id] });
      return;
    case "list":
    case "map":
      if (place.around.includes(target.id)) addRecursive(form, memberId(container.id, member.name), place);
      else
        addEntries(
          form,
          { member, target },
          { ...place, required: false, around: [...place.around, target.id] },
        );
      return;
    default:
      addKey(form, place, memberSchema(context, container, member));
  }
}

function addEntries(
  form: Form,
  { member, target }: { readonly member: Member; readonly target: ListShape | MapShape },
  place: FormPlace,
): void {
  const isFlat = isFlattened(member, target) || form.isEc2;
  if (target.kind === "list") {
    const [item] = target.members;
    const key = isFlat ? place.key : `${place.key}.${item ? itemKey(item) : "member"}`;
    // A list without items is a key without a value.
    if (!isFlat) addKey(form, place, { type: "string", maxLength: 0 });
    if (item) addMember(form, { container: target, member: item }, { ...place, key: `${key}.${INDEX}` });
    return;
  }
  const entry = `${place.key}${isFlat ? "" : ".entry"}.${INDEX}`;
  for (const part of target.members)
    addMember(form, { container: target, member: part }, { ...place, key: `${entry}.${elementName(part)}` });
}

/** The items of a list are called `member`, which is what their member is called anyway. */
function itemKey(item: Member): string {
  return elementName(item);
}

function addKey({ properties, patterns, required }: Form, place: FormPlace, schema: JsonSchema): void {
  if (place.key.includes(INDEX)) patterns.set(`^${toPattern(place.key)}$`, schema);
  else properties.set(place.key, schema);
  if (place.required) required.push(place.key);
}

function addRecursive({ context, patterns, recursive }: Form, id: ShapeId, { key }: FormPlace): void {
  patterns.set(`^${toPattern(key)}\\..`, { type: "string" });
  const extension = "x-shapelog-recursive-keys";
  recursive.set(key, id);
  const by = findProtocol(context.service) ?? "aws.protocols#awsQuery";
  context.report(
    openApiDiagnostics.create("not-expressed", context.locate?.(id), { shape: id, trait: by, extension }),
  );
}

function toPattern(key: string): string {
  return key.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll(INDEX, "[1-9][0-9]*");
}

/** Returns what a form has of an example's input, by key. */
export function formExample(
  context: OpenApiContext,
  operation: OperationShape,
  content: readonly [input: StructureShape, value: NodeValue],
): NodeValue {
  const isEc2 = findProtocol(context.service) === "aws.protocols#ec2Query";
  const [input, value] = content;
  const entries = [...flatten({ context, isEc2 }, input, { key: "", value })];
  return Object.fromEntries([
    ["Action", shapeName(operation.id)],
    ["Version", context.service.version],
    ...entries,
  ]);
}

type Flattened = readonly [key: string, value: NodeValue];

/** A value of an example, and where it stands. */
interface Valued {
  readonly key: string;
  readonly value: NodeValue;
}

function* flatten(
  form: Pick<Form, "context" | "isEc2">,
  shape: StructureShape | UnionShape,
  { key, value }: Valued,
): Generator<Flattened> {
  if (!isNodeObject(value)) return;
  for (const member of shape.members) {
    const own = Object.hasOwn(value, member.name) ? value[member.name] : undefined;
    const name = memberKey(form, member);
    if (own !== undefined && own !== null)
      yield* flattenMember(form, member, { key: key === "" ? name : `${key}.${name}`, value: own });
  }
}

function* flattenMember(
  form: Pick<Form, "context" | "isEc2">,
  member: Member,
  { key, value }: Valued,
): Generator<Flattened> {
  const target = form.context.known?.get(member.target);
  const isFlat = isFlattened(member, target) || form.isEc2;
  switch (target?.kind) {
    case "structure":
    case "union":
      yield* flatten(form, target, { key, value });
      return;
    case "list": {
      const [item] = target.members;
      if (!isNodeArray(value) || !item) return;
      const name = isFlat ? key : `${key}.${itemKey(item)}`;
      for (const [index, each] of value.entries())
        yield* flattenMember(form, item, { key: `${name}.${index + 1}`, value: each });
      return;
    }
    case "map": {
      if (!isNodeObject(value)) return;
      const name = `${key}${isFlat ? "" : ".entry"}`;
      for (const [index, [entry, inner]] of Object.entries(value).entries()) {
        for (const part of target.members)
          yield* flattenMember(form, part, {
            key: `${name}.${index + 1}.${elementName(part)}`,
            value: part.name === "key" ? entry : inner,
          });
      }
      return;
    }
    default:
      yield [key, value];
  }
}

/** Returns whether an operation's requests are forms. */
export function isForm({ protocol }: OpenApiContext): boolean {
  return protocol.style === "action";
}
