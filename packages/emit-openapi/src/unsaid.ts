import type { MessageRole } from "@shapelog/emit";
import {
  findShape,
  hasTrait,
  isNodeObject,
  type Member,
  memberId,
  type OperationShape,
  type ShapeId,
  type StructureShape,
  stringTrait,
  trait,
} from "@shapelog/model";
import { openApiDiagnostics } from "./diagnostics.js";
import type { OpenApiContext, OpenApiObject } from "./openapi-context.js";
import { memberSchema } from "./shape-schema.js";
import { textContext } from "./text-context.js";

/**
 * Returns the extensions for what OpenAPI has no words for in a message: headers whose names are a map's keys, the
 * response's status as a member, and a body that is a stream of events. Each is reported at its place.
 */
export function unsaidOfMessage(
  context: OpenApiContext,
  shape: StructureShape | undefined,
  role: MessageRole,
): OpenApiObject {
  if (!shape) return {};
  const isRest = context.protocol.style === "rest";
  const find = (has: (member: Member) => boolean) => shape.members.find(has);
  const prefixed = isRest
    ? find((member) => stringTrait(member, "httpPrefixHeaders") !== undefined)
    : undefined;
  const code =
    isRest && role === "response" ? find((member) => hasTrait(member, "httpResponseCode")) : undefined;
  const stream = find((member) => isEventStream(context, member));
  const say = (member: Member, by: ShapeId, extension: string) =>
    report(context, { shape: memberId(shape.id, member.name), trait: by, extension });
  if (prefixed) say(prefixed, "smithy.api#httpPrefixHeaders", "x-shapelog-prefix-headers");
  if (code) say(code, "smithy.api#httpResponseCode", "x-shapelog-response-code");
  if (stream) say(stream, "smithy.api#streaming", "x-shapelog-event-stream");
  return {
    ...(prefixed
      ? {
          "x-shapelog-prefix-headers": {
            member: prefixed.name,
            prefix: stringTrait(prefixed, "httpPrefixHeaders") ?? "",
            schema: memberSchema(textContext(context), shape, prefixed),
          },
        }
      : {}),
    ...(code ? { "x-shapelog-response-code": code.name } : {}),
    ...(stream ? { "x-shapelog-event-stream": stream.name } : {}),
  };
}

/** Returns the extension for the part of a host that an operation states (Smithy 2.0, "endpoint trait"). */
export function unsaidOfOperation(context: OpenApiContext, operation: OperationShape): OpenApiObject {
  const endpoint = trait(operation, "endpoint");
  const prefix = isNodeObject(endpoint) ? endpoint.hostPrefix : undefined;
  if (typeof prefix !== "string") return {};
  const extension = "x-shapelog-host-prefix";
  report(context, { shape: operation.id, trait: "smithy.api#endpoint", extension });
  return { [extension]: prefix };
}

function isEventStream({ model }: OpenApiContext, member: Member): boolean {
  const target = findShape(model, member.target);
  return target?.kind === "union" && hasTrait(target, "streaming");
}

interface Unsaid {
  readonly shape: ShapeId;
  readonly trait: ShapeId;
  readonly extension: string;
}

function report(context: OpenApiContext, data: Unsaid): void {
  const location = context.locate?.(data.shape, data.trait) ?? context.locate?.(data.shape);
  context.report(openApiDiagnostics.create("not-expressed", location, data));
}
