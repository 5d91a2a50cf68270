import {
  hasTrait,
  type Member,
  type OperationShape,
  type Pagination,
  pagination,
  type ServiceShape,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import type { EventDraft } from "../../event.js";
import { topDown } from "../../knowledge/top-down.js";
import { listNames } from "../../list-names.js";
import { type CreateEvent, defineRule } from "../../rule.js";
import { findPath } from "./find-path.js";
import { PARTS, type Part } from "./parts.js";

const PAGINATED = "smithy.api#paginated";

interface Data {
  readonly operation: ShapeId;
  readonly part: Part["name"];
  /** The service that the operation is looked at in; its `@paginated` completes the operation's. */
  readonly service?: ShapeId;
}

type Problem = Data &
  (
    | { readonly kind: "missing" }
    | { readonly kind: "path" | "no-member" | "required"; readonly path: string }
    | {
        readonly kind: "target";
        readonly path: string;
        readonly found: string;
        readonly expected: readonly string[];
      }
  );

const EVENTS = {
  PaginatedTrait: { severity: "error", message: describe },
  "PaginatedTrait.ShouldNotBeRequired": {
    severity: "warning",
    message: (d: Data & { path: string }) =>
      `${subject(d)} is the member ${d.path}, which is @required. Leave it optional: a page may be without it.`,
  },
  "PaginatedTrait.WrongShapeType": {
    severity: "danger",
    message: (d: Data & { path: string; found: string; expected: readonly string[] }) =>
      `${subject(d)} is the member ${d.path}, a ${d.found}, which few clients can page by. ` +
      `Use ${listNames(d.expected)}.`,
  },
  "PaginatedTrait.DeeplyNested": {
    severity: "warning",
    message: (d: Data & { path: string }) =>
      `${subject(d)} is "${d.path}", deeper than two members; callers have to dig for it.`,
  },
} as const;

/** `@paginated` whose tokens, page size or items do not fit the operation (Smithy 2.0, "paginated trait"). */
export const paginatedTrait = defineRule({
  name: "PaginatedTrait",
  events: EVENTS,
  *validate(context, event) {
    const services = context.know(findServices);
    for (const { shape } of context.withTrait(PAGINATED)) {
      if (shape.kind !== "operation") continue;
      const own = [...checkOperation(context, event, { operation: shape })];
      yield* own;
      if (own.length > 0) continue;
      for (const service of services.get(shape.id) ?? [])
        yield* checkOperation(context, event, { operation: shape, service });
    }
  },
});

function subject({ part, operation, service }: Data): string {
  return `"${part}" of @paginated on ${operation}${service === undefined ? "" : ` in ${service}`}`;
}

function describe(d: Problem): string {
  switch (d.kind) {
    case "missing":
      return `${subject(d)} is given neither there nor by the service.`;
    case "path":
      return `${subject(d)} is "${d.path}", but has to be a member of the input itself.`;
    case "no-member":
      return `${subject(d)} is "${d.path}", which is no member.`;
    case "required":
      return `${subject(d)} is the member ${d.path}, which is @required, so no first page could be asked for.`;
    case "target":
      return `${subject(d)} is the member ${d.path}, a ${d.found}; expected ${listNames(d.expected)}.`;
  }
}

function findServices(context: ValidationContext): ReadonlyMap<ShapeId, readonly ServiceShape[]> {
  const services = new Map<ShapeId, ServiceShape[]>();
  for (const { service, operations } of topDown(context)) {
    for (const { id } of operations) {
      const known = services.get(id);
      if (known) known.push(service);
      else services.set(id, [service]);
    }
  }
  return services;
}

/** An operation, alone or in a service that binds it. */
interface BoundOperation {
  readonly operation: OperationShape;
  readonly service?: ServiceShape;
}

function* checkOperation(
  context: ValidationContext,
  event: CreateEvent<typeof EVENTS>,
  { operation, service }: BoundOperation,
): Iterable<EventDraft> {
  const stated: Pagination = pagination(operation, service) ?? {};
  const place = { shape: operation.id, trait: PAGINATED };
  for (const part of PARTS) {
    const data = { operation: operation.id, part: part.name, ...(service ? { service: service.id } : {}) };
    const path = stated[part.name];
    if (path === undefined) {
      if (service && part.needed) yield event("PaginatedTrait", place, { ...data, kind: "missing" });
      continue;
    }
    const kind = part.nested || !path.includes(".") ? "no-member" : "path";
    const member = kind === "path" ? undefined : findPath(context, operation[part.in], path);
    if (!member) {
      yield event("PaginatedTrait", place, { ...data, kind, path });
      continue;
    }
    const target = context.shape(member.target);
    yield* checkMember(event, { part, data, path, member, target, place });
  }
}

interface PartUse {
  readonly part: Part;
  readonly data: Data;
  readonly path: string;
  readonly member: Member;
  readonly target: Shape | undefined;
  readonly place: { readonly shape: ShapeId; readonly trait: ShapeId };
}

function* checkMember(event: CreateEvent<typeof EVENTS>, use: PartUse): Iterable<EventDraft> {
  const { part, data, path, member, target, place } = use;
  const below = { ...place, below: part.name };
  if (hasTrait(member, "required")) {
    if (part.required === "error") yield event("PaginatedTrait", place, { ...data, kind: "required", path });
    else if (part.required) {
      const severity = part.required;
      yield event("PaginatedTrait.ShouldNotBeRequired", { ...below, severity }, { ...data, path });
    }
  }
  if (target) {
    const found = target.kind;
    const expected = [...part.targets, ...part.doubtful];
    if (part.doubtful.includes(found)) {
      yield event("PaginatedTrait.WrongShapeType", below, { ...data, path, found, expected: part.targets });
    } else if (!part.targets.includes(found)) {
      yield event("PaginatedTrait", place, { ...data, kind: "target", path, found, expected });
    }
  }
  if (part.nested && path.split(".").length > 2) {
    yield event("PaginatedTrait.DeeplyNested", below, { ...data, path });
  }
}
