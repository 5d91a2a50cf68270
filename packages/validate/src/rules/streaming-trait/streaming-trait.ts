import {
  hasTrait,
  type Member,
  memberId,
  type Relationship,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { closureOf } from "../../knowledge/closures.js";
import { referrersOf } from "../../knowledge/referrers.js";
import { protocolHeeds, protocolsOf } from "../../knowledge/service-schemes.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";
import { findStreams, type Stream } from "./find-streams.js";

type Problem =
  | { readonly kind: "output"; readonly shape: ShapeId; readonly operation: ShapeId }
  | { readonly kind: "nested"; readonly shape: ShapeId; readonly structure: ShapeId }
  | {
      readonly kind: "relationship";
      readonly shape: ShapeId;
      readonly relationship: Relationship;
      readonly structure: ShapeId;
    }
  | { readonly kind: "events"; readonly shape: ShapeId; readonly members: readonly string[] }
  | { readonly kind: "payload"; readonly shape: ShapeId; readonly service: ShapeId }
  | { readonly kind: "optional"; readonly shape: ShapeId };

/** Streams where none can be (Smithy 2.0, "streaming trait"). */
export const streamingTrait = defineRule({
  name: "StreamingTrait",
  events: {
    StreamingTrait: { severity: "error", message: describe },
  },
  *validate(context, event) {
    if (context.withTrait("streaming").length === 0) return;
    const streams = findStreams(context);
    for (const find of [findMisplaced, findWithoutPayload, findOptional]) {
      for (const problem of find(context, streams)) {
        yield event("StreamingTrait", { shape: problem.shape }, problem);
      }
    }
    for (const problem of findOddEvents(context))
      yield event("StreamingTrait", { shape: problem.shape }, problem);
  },
});

function describe(d: Problem): string {
  switch (d.kind) {
    case "output":
      return `${d.shape} has a stream whose length has to be known (@requiresLength), so it cannot be the output of ${d.operation}.`;
    case "nested":
      return `${d.shape} targets ${d.structure}, which has a stream. A stream stands in an input or output itself.`;
    case "relationship":
      return `${d.shape} has ${d.structure} as its ${d.relationship}, which has a stream. A stream stands in an input or output.`;
    case "events":
      return `Events of the stream ${d.shape} have to be structures; ${listNames(d.members)} target other shapes.`;
    case "payload":
      return `${d.shape} is a stream and needs @httpPayload, as a protocol of ${d.service} heeds that.`;
    case "optional":
      return `${d.shape} is a stream of bytes, which is always there: it needs @required or @default.`;
  }
}

function* findMisplaced(context: ValidationContext, streams: readonly Stream[]): Iterable<Problem> {
  const needLength = new Map<Shape, boolean>();
  for (const { container, target } of streams) {
    const known = needLength.get(container) ?? false;
    needLength.set(container, known || hasTrait(target, "requiresLength"));
  }
  for (const [{ id: structure }, needsLength] of needLength) {
    for (const { from, relationship, name } of referrersOf(context, structure)) {
      if (relationship === "input" || relationship === "mixin") continue;
      if (relationship === "output") {
        if (needsLength) yield { kind: "output", shape: structure, operation: from.id };
      } else if (relationship === "member" && name !== undefined) {
        yield { kind: "nested", shape: memberId(from.id, name), structure };
      } else yield { kind: "relationship", shape: from.id, relationship, structure };
    }
  }
}

function* findWithoutPayload(context: ValidationContext, streams: readonly Stream[]): Iterable<Problem> {
  const open = streams.filter(({ member }) => !hasTrait(member, "httpPayload"));
  if (open.length === 0) return;
  for (const service of context.ofKind("service")) {
    const protocols = protocolsOf(context, service);
    if (!protocols.some((protocol) => protocolHeeds(protocol, "smithy.api#httpPayload"))) continue;
    const closure = closureOf(context, service.id);
    for (const stream of open) {
      if (closure.has(stream.container.id))
        yield { kind: "payload", shape: idOf(stream), service: service.id };
    }
  }
}

function* findOptional(_: ValidationContext, streams: readonly Stream[]): Iterable<Problem> {
  for (const stream of streams) {
    const { member, target } = stream;
    if (target.kind !== "blob" || hasTrait(member, "required") || hasTrait(member, "default")) continue;
    yield { kind: "optional", shape: idOf(stream) };
  }
}

function* findOddEvents(context: ValidationContext): Iterable<Problem> {
  for (const { id, shape } of context.withTrait("streaming")) {
    if (shape.kind !== "union") continue;
    const isStructure = ({ target }: Member) => context.shape(target)?.kind === "structure";
    const members = shape.members.filter((member) => !isStructure(member)).map(({ name }) => name);
    if (members.length > 0) yield { kind: "events", shape: id, members };
  }
}

function idOf({ container, member }: Stream): ShapeId {
  return memberId(container.id, member.name);
}
