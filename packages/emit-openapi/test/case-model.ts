import {
  createModel,
  findServices,
  type Member,
  type Model,
  type NodeValue,
  type ServiceShape,
  type Shape,
  UNIT,
} from "@shapelog/model";

type Json = { readonly [key: string]: NodeValue };
type Target = { readonly target: string; readonly traits?: Json };

/** Returns the model of a case's JSON AST. Cases are well formed; the reader of the format stands in `smithy`. */
export function readCaseModel(text: string): Model {
  const { shapes } = JSON.parse(text) as { shapes: Record<string, Json> };
  return createModel(
    Object.entries(shapes).map(([id, shape]) => {
      const kind = shape.type as Shape["kind"];
      return { id, kind, traits: shape.traits ?? {}, ...readFields(kind, shape) } as Shape; // by `kind`
    }),
  );
}

/** Returns the one service of a case's model. */
export function caseService(model: Model): ServiceShape {
  const [service] = findServices(model);
  if (!service) throw new Error("the case has no service");
  return service;
}

function readFields(kind: Shape["kind"], shape: Json): object {
  const targets = (key: string) => ((shape[key] ?? []) as unknown as Target[]).map(({ target }) => target);
  const target = (key: string) => (shape[key] as Target | undefined)?.target ?? UNIT;
  const members = (...keys: string[]) =>
    keys.map(
      (name): Member => ({ name, ...(shape[name] as Target), traits: (shape[name] as Target).traits ?? {} }),
    );
  switch (kind) {
    case "service":
      return {
        version: shape.version,
        operations: targets("operations"),
        resources: targets("resources"),
        errors: targets("errors"),
        rename: [],
      };
    case "operation":
      return { input: target("input"), output: target("output"), errors: targets("errors") };
    case "resource":
      return {
        identifiers: [],
        properties: [],
        lifecycle: [],
        operations: targets("operations"),
        collectionOperations: [],
        resources: [],
      };
    case "list":
      return { members: members("member") };
    case "map":
      return { members: members("key", "value") };
    default:
      return shape.members === undefined
        ? {}
        : { members: readMembers(shape.members as unknown as Record<string, Target>) };
  }
}

function readMembers(members: Record<string, Target>): Member[] {
  return Object.entries(members).map(([name, { target, traits }]) => ({
    name,
    target,
    traits: traits ?? {},
  }));
}
