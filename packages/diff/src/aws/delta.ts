import {
  findOperations,
  findServiceOperations,
  findServices,
  isNodeObject,
  type Model,
  type OperationShape,
  type ServiceShape,
  type ShapeId,
  shapeName,
  trait,
  UNIT,
} from "@shapelog/model";
import { type AwsGraph, type AwsShape, createAwsGraph } from "./aws-shape.js";
import { type AwsValue, CUT, compareCodePoints, createDict, equalValues, isEmptyValue } from "./aws-value.js";
import { createCompareShapes } from "./compare-shapes.js";
import { findTouched } from "./find-touched.js";
import { createWalkBudget, type Size, type WalkBudget } from "./walk-budget.js";

/** What two models differ in as awsapichanges.com tells it: only what came, in operations, inputs and outputs. */
export interface AwsDelta {
  /** The names of new operations, sorted. */
  readonly added: readonly string[];
  /** Operations whose input or output gained something, sorted by name. A new operation may be among them. */
  readonly updated: readonly AwsUpdate[];
  /** Whether all was told. It is `false` for types nested or fanned out beyond any real model's, which are cut. */
  readonly complete: boolean;
}

/** What one operation gained. */
export interface AwsUpdate {
  readonly operation: string;
  readonly sides: readonly AwsSide[];
}

/** What one side of an operation gained; `both` stands for two sides that gained the same. */
export interface AwsSide {
  readonly side: "request" | "response" | "both";
  readonly gained: AwsValue;
}

/**
 * Returns the delta that awsapichanges works out (awslabs/aws-sdk-api-changes, `apichanges/model.py`), blind spots
 * included: nothing removed, no required members, limits or errors; inputs and outputs are compared with the shape that
 * had the same name. Where a type turned into a list, map or string, awsapichanges stops; this tells the whole new type.
 */
export function createAwsDelta(before: Model, after: Model): AwsDelta {
  const old = new Map(operationsOf(before).map((operation) => [shapeName(operation.id), operation]));
  const operations = operationsOf(after).sort((a, b) => compareCodePoints(shapeName(a.id), shapeName(b.id)));
  const names = operations.map((operation) => shapeName(operation.id));
  const budget = createWalkBudget(after.shapes.size);
  const findGained = createFindGained(before, after, budget);
  const updated = findUpdates(operations, findGained, { hidesTags: isEc2(after), budget });
  return {
    added: names.filter((name) => !old.has(name)),
    updated,
    complete: budget.isComplete(),
  };
}

/** Returns the operations of a model's first service; of a model without services, all. */
export function operationsOf(model: Model): OperationShape[] {
  const [service] = findServices(model);
  return service ? findServiceOperations(model, service) : findOperations(model);
}

type FindGained = (id: ShapeId) => Gained | undefined;

/** What a shape gained. One for each shape, whatever operations have it. */
interface Gained extends Size {
  value: AwsValue;
}

function createFindGained(before: Model, after: Model, budget: WalkBudget): FindGained {
  const graph = createAwsGraph(after);
  const findOld = createFindOld(createAwsGraph(before));
  const touched = findTouched(before, after);
  const compareShapes = createCompareShapes(touched, budget);
  const made = new Map<ShapeId, Gained | undefined>();
  return (id) => {
    if (!touched.has(id)) return undefined;
    if (made.has(id)) return made.get(id);
    const shape = graph.find(id);
    const old = shape && findOld(shape);
    const gained = shape && old && compareShapes(shape, old);
    // A copy: `hideTags` changes it.
    const kept = gained && { ...gained };
    made.set(id, kept);
    return kept;
  };
}

/** Two revisions of a service may have namespaces of their own: where the id is new, the name alone counts. */
function createFindOld(graph: AwsGraph): (shape: AwsShape) => AwsShape | undefined {
  let ids: Map<string, ShapeId> | undefined;
  return ({ shape, name }) => {
    if (graph.model.shapes.has(shape.id)) return graph.find(shape.id);
    ids ??= indexByName(graph.model);
    const id = ids.get(name);
    return id === undefined ? undefined : graph.find(id);
  };
}

function indexByName(model: Model): Map<string, ShapeId> {
  const ids = new Map<string, ShapeId>();
  for (const id of model.shapes.keys()) {
    const name = shapeName(id);
    if (!ids.has(name)) ids.set(name, id);
  }
  return ids;
}

function findUpdates(
  operations: readonly OperationShape[],
  findGained: FindGained,
  { hidesTags, budget }: { readonly hidesTags: boolean; readonly budget: WalkBudget },
): AwsUpdate[] {
  const found: { operation: string; request: Gained | undefined; response: Gained | undefined }[] = [];
  for (const operation of operations) {
    let request = operation.input === UNIT ? undefined : findGained(operation.input);
    const response = operation.output === UNIT ? undefined : findGained(operation.output);
    if (hidesTags && request && hideTags(request) && isEmptyValue(request.value)) request = undefined;
    if (request || response) found.push({ operation: shapeName(operation.id), request, response });
  }
  const tell = (gained: Gained | undefined) => gained && (budget.tell(gained) ? gained.value : CUT);
  return found.map(({ operation, request, response }) => ({
    operation,
    sides: sidesOf(tell(request), tell(response)),
  }));
}

function sidesOf(request: AwsValue | undefined, response: AwsValue | undefined): AwsSide[] {
  if (request && response && equalValues(request, response)) return [{ side: "both", gained: request }];
  return [
    ...(request ? [{ side: "request", gained: request } as const] : []),
    ...(response ? [{ side: "response", gained: response } as const] : []),
  ];
}

const HIDDEN = "TagSpecifications";

/** awsapichanges keeps EC2's tags to itself: they came to many requests at once. Returns whether there were any. */
function hideTags(request: Gained): boolean {
  const { value } = request;
  if (value.kind !== "dict" || !value.entries.some(({ key }) => key === HIDDEN)) return false;
  request.value = createDict(value.entries.filter(({ key }) => key !== HIDDEN));
  return true;
}

function isEc2(model: Model): boolean {
  const [service] = findServices(model);
  return service !== undefined && endpointPrefix(service) === "ec2";
}

function endpointPrefix(service: ServiceShape): unknown {
  const value = trait(service, "aws.api#service");
  return isNodeObject(value) ? value.endpointPrefix : undefined;
}
