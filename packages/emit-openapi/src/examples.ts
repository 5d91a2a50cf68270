import { documentationText, isBoundElsewhere, type MessageRole, unbind } from "@shapelog/emit";
import {
  findShape,
  hasTrait,
  isNodeArray,
  isNodeObject,
  jsonName,
  type Member,
  type NodeValue,
  type OperationExample,
  operationExamples,
  placeTimes,
  type Shape,
  type StructureShape,
  type TimestampFormat,
  type Traited,
  timestampFormat,
} from "@shapelog/model";

import type { OpenApiContext, OpenApiObject } from "./openapi-context.js";

/** An example under the key that it has in a document. */
export interface NamedExample extends OperationExample {
  readonly key: string;
}

/** Returns an operation's examples, each under its title; those of one title are numbered. */
export function nameExamples(operation: Traited): NamedExample[] {
  const seen = new Map<string, number>();
  return operationExamples(operation).map((example) => {
    const count = (seen.get(example.title) ?? 0) + 1;
    seen.set(example.title, count);
    return { ...example, key: count === 1 ? example.title : `${example.title} (${count})` };
  });
}

/** What an example has where a document shows it; `undefined` where it has nothing there. */
export type PickValue = (example: NamedExample) => NodeValue | undefined;

/** Returns the `examples` of a place (OpenAPI Specification 3.1.0, "Example Object"); nothing where there are none. */
export function examplesKeyword(examples: readonly NamedExample[], pick: PickValue): OpenApiObject {
  const shown = examples.flatMap((example) => {
    const value = pick(example);
    if (value === undefined) return [];
    const description = documentationText(example.documentation ?? "");
    return [[example.key, { ...(description === "" ? {} : { description }), value }] as const];
  });
  return shown.length === 0 ? {} : { examples: Object.fromEntries(shown) };
}

/** Returns what a member's place holds of a structure's content: a parameter or a header. */
export function memberExample(context: OpenApiContext, member: Member, content: NodeValue | undefined) {
  const value =
    isNodeObject(content) && Object.hasOwn(content, member.name) ? content[member.name] : undefined;
  return value === undefined ? undefined : wireMember(context, member, value);
}

/** Returns what the body holds of a structure's content, as JSON has it. */
export function bodyExample(
  context: OpenApiContext,
  shape: StructureShape,
  { content, role }: { readonly content: NodeValue | undefined; readonly role: MessageRole },
): NodeValue | undefined {
  if (content === undefined) return undefined;
  if (context.protocol.style !== "rest") return wireValue(context, shape, content);
  const payload = shape.members.find((member) => hasTrait(member, "httpPayload"));
  if (payload) return memberExample(context, payload, content);
  const members = shape.members.filter((member) => !isBoundElsewhere(member, role)).map(unbind);
  return wireValue(context, { ...shape, members }, content);
}

function wireMember(context: OpenApiContext, member: Member, value: NodeValue): NodeValue {
  const { model, service } = context;
  const target = context.shapes.get(member.target) ?? findShape(model, member.target);
  return target ? wireValue(context, placeTimes(model, target, { member, service }), value) : value;
}

/** Values of examples have the model's names of members, and times in any format (Smithy 2.0, "examples trait"). */
function wireValue(context: OpenApiContext, shape: Shape, value: NodeValue): NodeValue {
  switch (shape.kind) {
    case "structure":
    case "union": {
      if (!isNodeObject(value)) return value;
      const present = shape.members.filter(({ name }) => Object.hasOwn(value, name));
      return Object.fromEntries(
        present.map((member) => [
          jsonName(member, context.service),
          wireMember(context, member, value[member.name] ?? null),
        ]),
      );
    }
    case "list": {
      const [member] = shape.members;
      return isNodeArray(value) && member ? value.map((item) => wireMember(context, member, item)) : value;
    }
    case "map": {
      const member = shape.members.find(({ name }) => name === "value");
      if (!isNodeObject(value) || !member) return value;
      if (context.xml)
        return Object.entries(value).map(([key, inner]) => ({
          key,
          value: wireMember(context, member, inner),
        }));
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, wireMember(context, member, inner)]),
      );
    }
    case "timestamp":
      return writeTime(value, timestampFormat(context.model, shape, context.service));
    default:
      return value;
  }
}

function writeTime(value: NodeValue, format: TimestampFormat): NodeValue {
  if (typeof value !== "number" && typeof value !== "string") return value;
  const time = new Date(typeof value === "number" ? value * 1000 : value);
  if (Number.isNaN(time.getTime())) return value;
  switch (format) {
    case "epoch-seconds":
      return time.getTime() / 1000;
    case "http-date":
      return time.toUTCString();
    case "date-time":
      return time.toISOString().replace(".000Z", "Z");
  }
}
