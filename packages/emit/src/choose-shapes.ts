import {
  compareCodeUnits,
  findClosure,
  findServiceOperations,
  type Model,
  type OperationShape,
  resolveEnum,
  resolveMixins,
  type ServiceShape,
  type Shape,
  UNIT,
} from "@shapelog/model";

/** A shape that holds data: every kind but services, resources and operations. */
export type DataShape = Exclude<Shape, { kind: "service" | "resource" | "operation" }>;

/** The shapes a service's generated output is made of. */
export interface ChosenShapes {
  /** The operations the service binds, sorted by shape id. */
  readonly operations: readonly OperationShape[];
  /**
   * The data shapes the operations and the service's common errors reach, sorted by shape id, with the members and
   * traits of their mixins; strings with `@enum` are enums. `smithy.api#Unit`, the rest of the prelude and shapes that are only mixins are left out.
   */
  readonly shapes: readonly DataShape[];
}

/** Returns the shapes that output for a service is made of (Smithy 2.0, "Service closure"). */
export function chooseShapes(model: Model, service: ServiceShape): ChosenShapes {
  const operations = findServiceOperations(model, service);
  const roots = [...operations.map((operation) => operation.id), ...service.errors];
  const shapes: DataShape[] = [];
  for (const id of findClosure(model, roots)) {
    const shape = model.shapes.get(id);
    if (!shape || !isDataShape(shape) || id === UNIT || shape.traits["smithy.api#mixin"] !== undefined)
      continue;
    shapes.push(resolveEnum(resolveMixins(model, shape)));
  }
  return { operations, shapes: shapes.sort((a, b) => compareCodeUnits(a.id, b.id)) };
}

/** Returns whether a shape holds data. */
export function isDataShape(shape: Shape): shape is DataShape {
  return shape.kind !== "service" && shape.kind !== "resource" && shape.kind !== "operation";
}
