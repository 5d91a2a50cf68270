import { hasTrait, isNodeObject, type ServiceShape, type ShapeId, shapeName } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";
import { findEndpointProblems } from "./find-endpoint-problems.js";

const DISCOVERY = "aws.api#clientEndpointDiscovery";
const DISCOVERED = "aws.api#clientDiscoveredEndpoint";

/** What a service says of endpoint discovery. */
interface Discovery {
  readonly service: ServiceShape;
  readonly operation: ShapeId;
  readonly error: ShapeId | undefined;
  /** The operations of the service whose endpoint is discovered. */
  readonly discovered: ReadonlySet<ShapeId>;
}

/** Endpoint discovery that cannot work (Smithy 2.0, "aws.api#clientEndpointDiscovery trait"). */
export const clientEndpointDiscovery = defineRule({
  name: "ClientEndpointDiscovery",
  events: {
    ClientEndpointDiscovery: {
      severity: "error",
      message: (d: { problem: string }) => d.problem,
    },
    "ClientEndpointDiscovery.MissingErrorDefinition": {
      severity: "danger",
      message: (d: { service: ShapeId }) =>
        `${d.service} names no error for an endpoint that is no longer good. Add "error", so that clients look again.`,
    },
    "ClientEndpointDiscovery.NoOperations": {
      severity: "warning",
      message: (d: { service: ShapeId }) =>
        `${d.service} has @${DISCOVERY}, but no operation of it has @${DISCOVERED}.`,
    },
    "ClientEndpointDiscovery.UnboundOperation": {
      severity: "error",
      message: (d: { service: ShapeId; operation: ShapeId }) =>
        `${d.service} discovers endpoints with ${d.operation}, but does not bind it. Add it to the operations.`,
    },
  },
  *validate(context, event) {
    const discoveries = readDiscoveries(context);
    for (const { service, operation, error, discovered } of discoveries) {
      const place = { shape: service.id, trait: DISCOVERY };
      const data = { service: service.id, operation };
      if (error === undefined) yield event("ClientEndpointDiscovery.MissingErrorDefinition", place, data);
      if (discovered.size === 0) yield event("ClientEndpointDiscovery.NoOperations", place, data);
      if (!service.operations.includes(operation)) {
        const unbound = { ...place, below: shapeName(operation) };
        yield event("ClientEndpointDiscovery.UnboundOperation", unbound, data);
      }
    }
    for (const operation of new Set(discoveries.map((each) => each.operation))) {
      for (const { shape, problem } of findEndpointProblems(context, operation)) {
        yield event("ClientEndpointDiscovery", { shape }, { problem });
      }
    }
    for (const { id, shape } of context.withTrait(DISCOVERED)) {
      const problems =
        shape.kind === "operation" ? findDiscoveredProblems(id, shape.errors, discoveries) : [];
      for (const problem of problems) yield event("ClientEndpointDiscovery", { shape: id }, { problem });
    }
  },
});

function readDiscoveries(context: ValidationContext): readonly Discovery[] {
  const bound = new Map(topDown(context).map((each) => [each.service.id, each.operations]));
  return context.withTrait(DISCOVERY).flatMap(({ shape, value }) => {
    if (shape.kind !== "service" || !isNodeObject(value) || typeof value.operation !== "string") return [];
    const { operation, error } = value;
    const isThere = context.shape(operation)?.kind === "operation";
    const discovered = (bound.get(shape.id) ?? []).filter((each) => isThere && hasTrait(each, DISCOVERED));
    return [
      {
        service: shape,
        operation,
        error: typeof error === "string" ? error : undefined,
        discovered: new Set(discovered.map(({ id }) => id)),
      },
    ];
  });
}

function findDiscoveredProblems(
  id: ShapeId,
  errors: readonly ShapeId[],
  discoveries: readonly Discovery[],
): readonly string[] {
  const own = discoveries.filter(({ discovered }) => discovered.has(id));
  if (own.length === 0) return [`${id} has @${DISCOVERED}, but no service that binds it has @${DISCOVERY}.`];
  return own.flatMap(({ service, error }) =>
    error === undefined || errors.includes(error)
      ? []
      : [`${id} has @${DISCOVERED} in ${service.id}, but not the error ${error}. Add it.`],
  );
}
