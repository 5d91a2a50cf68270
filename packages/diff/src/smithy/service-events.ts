import {
  findClosure,
  findServiceOperations,
  type Model,
  type ServiceShape,
  type Shape,
  type ShapeId,
  shapeName,
} from "@shapelog/model";
import type { Differences } from "./differences.js";
import type { SmithyEvent, SmithySeverity } from "./smithy-event.js";

/** AddedEntityBinding, RemovedEntityBinding. */
export function entityBindings(differences: Differences): SmithyEvent[] {
  return differences.changed.flatMap(({ before, after }): SmithyEvent[] => {
    const [left, right] = [before.shape, after.shape];
    if (before.member || !isEntity(left) || !isEntity(right) || left.kind !== right.kind) return [];
    const gone = missing(left.operations, right.operations);
    const stay = gone.length === 0 ? undefined : findBelow(differences.after, right);
    return [
      ...missing(right.operations, left.operations).map((id) => bindingAdded("Operation", right, id)),
      ...missing(right.resources, left.resources).map((id) => bindingAdded("Resource", right, id)),
      ...gone.map((id) => bindingRemoved("Operation", right, { id, stays: stay?.has(id) ?? false })),
      ...missing(left.resources, right.resources).map((id) =>
        bindingRemoved("Resource", right, { id, stays: false }),
      ),
    ];
  });
}

type Entity = Extract<Shape, { kind: "service" | "resource" }>;

function isEntity(shape: Shape): shape is Entity {
  return shape.kind === "service" || shape.kind === "resource";
}

function missing(from: readonly ShapeId[], others: readonly ShapeId[]): ShapeId[] {
  const known = new Set(others);
  return from.filter((id) => !known.has(id));
}

function bindingAdded(type: "Operation" | "Resource", parent: Entity, child: ShapeId): SmithyEvent {
  const to = parent.kind === "resource" ? "ToResource" : "ToService";
  return {
    id: `Added${type}Binding.${to}.${shapeName(child)}`,
    severity: "NOTE",
    shape: parent.id,
    message: `${type} binding of \`${child}\` was added to the ${parent.kind} shape, \`${parent.id}\``,
  };
}

/** Returns the operations that a service has, also through resources; a resource is not asked. */
function findBelow(model: Model, parent: Entity): ReadonlySet<ShapeId> {
  return new Set(
    parent.kind === "service" ? findServiceOperations(model, parent).map((operation) => operation.id) : [],
  );
}

function bindingRemoved(
  type: "Operation" | "Resource",
  parent: Entity,
  { id: child, stays }: { readonly id: ShapeId; readonly stays: boolean },
): SmithyEvent {
  const from = parent.kind === "resource" ? "FromResource" : "FromService";
  const start = `${type} binding of \`${child}\` was removed from ${parent.kind} shape, \`${parent.id}\``;
  return {
    id: `Removed${type}Binding.${from}.${shapeName(child)}`,
    severity: stays ? "NOTE" : "ERROR",
    shape: parent.id,
    message: stays ? `${start}, but the operation remains in the service closure through a resource` : start,
  };
}

/** AddedOperationError, RemovedOperationError, ChangedOperationInput, ChangedOperationOutput. */
export function operationEvents({ changed }: Differences): SmithyEvent[] {
  return changed.flatMap(({ before, after }): SmithyEvent[] => {
    const [left, right] = [before.shape, after.shape];
    if (left.kind !== "operation" || right.kind !== "operation") return [];
    const { id } = right;
    const event = (eventId: string, severity: SmithySeverity, message: string): SmithyEvent => ({
      ...{ id: eventId, severity, shape: id, message },
    });
    const moved = (part: "input" | "output") =>
      left[part] === right[part]
        ? []
        : [
            event(
              `ChangedOperation${part === "input" ? "Input" : "Output"}.From.${left[part]}.To.${right[part]}`,
              "ERROR",
              `Changed operation ${part} of \`${id}\` from \`${left[part]}\` to \`${right[part]}\``,
            ),
          ];
    return [
      ...missing(right.errors, left.errors).map((error) =>
        event(
          `AddedOperationError.${shapeName(error)}`,
          "WARNING",
          `The \`${error}\` error was added to the \`${id}\` operation. This is backward-compatible if the error is only encountered as a result of a change in behavior of the client (for example, the client sends a new parameter to an operation).`,
        ),
      ),
      ...missing(left.errors, right.errors).map((error) =>
        event(
          `RemovedOperationError.${shapeName(error)}`,
          "WARNING",
          `The \`${error}\` error was removed from the \`${id}\` operation.`,
        ),
      ),
      ...moved("input"),
      ...moved("output"),
    ];
  });
}

/** AddedServiceError, RemovedServiceError, ServiceRename. */
export function serviceEvents(differences: Differences): SmithyEvent[] {
  return differences.changed.flatMap(({ before, after }): SmithyEvent[] => {
    const [left, right] = [before.shape, after.shape];
    if (left.kind !== "service" || right.kind !== "service") return [];
    const { id } = right;
    return [
      ...missing(right.errors, left.errors).map(
        (error): SmithyEvent => ({
          id: "AddedServiceError",
          severity: "WARNING",
          shape: id,
          message: `The \`${error}\` error was added to the \`${id}\` service, making this error common to all operations within the service. This is backward-compatible if the error is only encountered as a result of a change in behavior of the client (for example, the client sends a new parameter to an operation).`,
        }),
      ),
      ...missing(left.errors, right.errors).map(
        (error): SmithyEvent => ({
          id: "RemovedServiceError",
          severity: "WARNING",
          shape: id,
          message: `The \`${error}\` error was removed from the \`${id}\` service. This means that it is no longer considered an error common to all operations within the service.`,
        }),
      ),
      ...renames(left, right, differences).map(
        (message): SmithyEvent => ({ id: "ServiceRename", severity: "ERROR", shape: id, message }),
      ),
    ];
  });
}

function renames(left: ServiceShape, right: ServiceShape, { before }: Differences): string[] {
  const old = new Map(left.rename.map((entry) => [entry.shape, entry.name]));
  const fresh = new Map(right.rename.map((entry) => [entry.shape, entry.name]));
  const messages: string[] = [];
  for (const [shape, name] of old) {
    const now = fresh.get(shape);
    if (now === undefined) messages.push(`Service rename of \`${shape}\` to \`${name}\` was removed`);
    else if (now !== name)
      messages.push(`Service rename of \`${shape}\` was changed from \`${name}\` to \`${now}\``);
  }
  const added = [...fresh].filter(([shape]) => !old.has(shape));
  if (added.length === 0) return messages;
  const closure = findClosure(before, [left.id]);
  for (const [shape, name] of added)
    if (closure.has(shape))
      messages.push(`Service rename of \`${shape}\` to \`${name}\` was added to an old shape`);
  return messages;
}

/** ChangedResourceIdentifiers. */
export function resourceIdentifiers({ changed }: Differences): SmithyEvent[] {
  return changed.flatMap(({ before, after }): SmithyEvent[] => {
    const [left, right] = [before.shape, after.shape];
    if (left.kind !== "resource" || right.kind !== "resource") return [];
    const [from, to] = [left, right].map(({ identifiers }) =>
      identifiers.map((each) => `${each.name}=${each.target}`),
    );
    if ([...(from ?? [])].sort().join() === [...(to ?? [])].sort().join()) return [];
    const message = `Identifiers of resource \`${right.id}\` changed from {${from?.join(", ")}} to {${to?.join(", ")}}.`;
    return [{ id: "ChangedResourceIdentifiers", severity: "ERROR", shape: right.id, message }];
  });
}
