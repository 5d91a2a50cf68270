import {
  findMember,
  findOperations,
  findServices,
  hasTrait,
  isNodeArray,
  isNodeObject,
  type Model,
  type NodeValue,
  type Shape,
  type ShapeId,
  shapeName,
} from "@shapelog/model";

type Json = Readonly<Record<string, unknown>>;

/** What else a file has beside the operations of a model: names of operations that take and give nothing. */
export interface BotocoreOptions {
  readonly operations?: readonly string[];
}

/** Returns a model of a service in JSON as botocore writes it down: names, values and limits, and no documentation. */
export function botocoreFile(model: Model, { operations = [] }: BotocoreOptions = {}): string {
  const [service] = findServices(model);
  if (!service) throw new Error("The model has no service.");
  const { sdkId, endpointPrefix } = objectOf(service.traits["aws.api#service"]);
  const names = [...findOperations(model).map(({ id }) => id)].sort();
  const file = {
    version: "2.0",
    metadata: {
      apiVersion: service.version,
      ...{ endpointPrefix, serviceId: sdkId, protocol: "json", jsonVersion: "1.1", signatureVersion: "v4" },
      serviceFullName: service.traits["smithy.api#title"],
      signingName: objectOf(service.traits["aws.auth#sigv4"]).name,
      targetPrefix: shapeName(service.id),
      uid: `${String(endpointPrefix)}-${service.version}`,
    },
    operations: Object.fromEntries([
      ...names.map((id) => [shapeName(id), printOperation(model, id)]),
      ...operations.map((name) => [name, { name, http: HTTP, input: { shape: `${name}Request` } }]),
    ]),
    shapes: Object.fromEntries([
      ...[...model.shapes.values()].flatMap((shape) => printShape(model, shape)),
      ...operations.map((name) => [`${name}Request`, { type: "structure", members: {} }]),
    ]),
  };
  return JSON.stringify(file, null, 2);
}

/** Returns what stands beside it of its operations' pages. */
export function paginatorsFile(model: Model): string {
  const pagination = findOperations(model).flatMap(({ id, traits }) => {
    const { inputToken, outputToken, pageSize, items } = objectOf(traits["smithy.api#paginated"]);
    const page = {
      input_token: inputToken,
      output_token: outputToken,
      limit_key: pageSize,
      result_key: items,
    };
    return inputToken === undefined ? [] : [[shapeName(id), page]];
  });
  return JSON.stringify({ pagination: Object.fromEntries(pagination) });
}

const HTTP = { method: "POST", requestUri: "/" };

function printOperation(model: Model, id: ShapeId): Json {
  const shape = model.shapes.get(id);
  if (shape?.kind !== "operation") throw new Error(`${id} is no operation.`);
  const ref = (target: ShapeId) => ({ shape: shapeName(target) });
  return {
    ...{ name: shapeName(id), http: HTTP, input: ref(shape.input), output: ref(shape.output) },
    errors: shape.errors.map(ref),
  };
}

const TYPES: Readonly<Partial<Record<Shape["kind"], string>>> = {
  ...{ string: "string", enum: "string", integer: "integer", long: "long", boolean: "boolean" },
  ...{ timestamp: "timestamp", double: "double", float: "float", list: "list", structure: "structure" },
};

function printShape(model: Model, shape: Shape): readonly (readonly [string, Json])[] {
  const type = TYPES[shape.kind];
  if (type === undefined) return [];
  const limits = objectOf(shape.traits["smithy.api#length"] ?? shape.traits["smithy.api#range"]);
  const pattern = shape.traits["smithy.api#pattern"];
  return [
    [
      shapeName(shape.id),
      {
        type,
        ...printMembers(model, shape),
        ...limits,
        ...(pattern === undefined ? {} : { pattern }),
        ...(hasTrait(shape, "sensitive") ? { sensitive: true } : {}),
        ...(hasTrait(shape, "error") ? { exception: true } : {}),
        ...(shape.traits["smithy.api#error"] === "server" ? { fault: true } : {}),
      },
    ],
  ];
}

function printMembers(model: Model, shape: Shape): Json {
  if (shape.kind === "enum")
    return { enum: shape.members.map(({ traits }) => traits["smithy.api#enumValue"]) };
  if (shape.kind === "list")
    return { member: { shape: shapeName(findMember(shape, "member")?.target ?? "") } };
  if (shape.kind !== "structure") return {};
  const required = shape.members.filter((member) => hasTrait(member, "required")).map(({ name }) => name);
  const members = shape.members.map(({ name, target }) => [name, { shape: shapeName(target) }]);
  for (const { target } of shape.members)
    if (!model.shapes.has(target)) throw new Error(`${target} has no shape of its own.`);
  return { members: Object.fromEntries(members), ...(required.length > 0 ? { required } : {}) };
}

function objectOf(value: NodeValue | undefined): Readonly<Record<string, NodeValue>> {
  return isNodeObject(value) && !isNodeArray(value) ? value : {};
}
