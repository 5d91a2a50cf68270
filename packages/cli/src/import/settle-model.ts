import {
  equalNodes,
  findMember,
  hasTrait,
  isAggregate,
  isNodeArray,
  isNodeObject,
  isSimple,
  type Model,
  type NodeValue,
  type ShapeId,
} from "@shapelog/model";
import { readDefinitions } from "@shapelog/smithy";
import { type ValidationEvent, validateModel } from "@shapelog/validate";
import { mapTraits, withoutTraits } from "./map-traits.js";
import { renameShapes } from "./rename-shapes.js";

/** A model that was mended, and what was done to it in words. */
export interface SettledModel {
  readonly model: Model;
  readonly mended: readonly string[];
}

/** Some errors are only looked for where there are none of others. */
const MOST_ROUNDS = 8;

/** Mends what an event is about; `undefined` where that cannot be done without a change of what is sent. */
type Mend = (model: Model, event: ValidationEvent) => SettledModel | undefined;

/** What can be mended, by the first part of an event's id. None of it changes what is sent, or who may call. */
const MENDS: ReadonlyMap<string, Mend> = new Map<string, Mend>([
  ["TraitValue", dropTrait],
  ["TraitTarget", dropTrait],
  ["TraitConflict", dropTrait],
  ["ExamplesTrait", dropExample],
  ["RuleSetParameter", dropRules],
  ["RuleSetTestCase", (model) => dropEverywhere(model, ["smithy.rules#endpointTests"])],
  ["EndpointRuleSetTrait", dropRules],
  ["ClientEndpointDiscovery", (model) => dropEverywhere(model, DISCOVERY)],
  ["CfnResourceProperty", (model, { shape }) => dropFrom(model, shape, ["aws.cloudformation#cfnResource"])],
  ["ProtocolHttp", listVersions],
  ["StreamingTrait", setDefault],
  ["ShapeIdConflict", settleIds],
  ["JsonName", nameBound],
]);

/**
 * Mends errors of Smithy's rules that a source has, since its own format does not know of them, or since operations were
 * left out: `check` would refuse the model for each. What cannot be mended stays, and is told of by `check`.
 */
export function settleModel(model: Model): SettledModel {
  let settled: SettledModel = { model, mended: [] };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = mendOnce(settled);
    if (next === settled) break;
    settled = next;
  }
  return settled;
}

function mendOnce(settled: SettledModel): SettledModel {
  const { events } = validateModel({
    model: settled.model,
    definitions: readDefinitions(),
    locate: () => undefined,
    afterLoadErrors: false,
  });
  let mended = settled;
  for (const event of events) {
    if (event.severity !== "error") continue;
    const found = MENDS.get(event.code.split(".")[0] ?? "")?.(mended.model, event);
    if (found) mended = { model: found.model, mended: [...mended.mended, ...found.mended] };
  }
  return mended;
}

function dropTrait(model: Model, { shape, data }: ValidationEvent): SettledModel | undefined {
  const trait = isRecord(data) ? data.trait : undefined;
  return typeof trait === "string" ? dropFrom(model, shape, [trait]) : undefined;
}

/** An example that the operation would not take is of no use to anybody. */
function dropExample(model: Model, { shape, data }: ValidationEvent): SettledModel | undefined {
  const operation = shape === undefined ? undefined : model.shapes.get(shape);
  const examples = operation?.traits[EXAMPLES];
  if (!operation || !isNodeArray(examples) || !isRecord(data)) return undefined;
  const kept = examples.filter((example) => !isNodeObject(example) || example.title !== data.title);
  if (kept.length === examples.length) return undefined;
  const { [EXAMPLES]: _, ...rest } = operation.traits;
  const traits = kept.length === 0 ? rest : { ...rest, [EXAMPLES]: kept };
  return {
    model: { ...model, shapes: new Map(model.shapes).set(operation.id, { ...operation, traits }) },
    mended: [`left out the example "${String(data.title)}" of ${operation.id}`],
  };
}

const EXAMPLES = "smithy.api#examples";

/** Where operations are missing, the rules for endpoints ask for what only these give. */
function dropRules(model: Model): SettledModel | undefined {
  return dropEverywhere(model, RULES);
}

const DISCOVERY: readonly ShapeId[] = [
  "aws.api#clientDiscoveredEndpoint",
  "aws.api#clientEndpointDiscovery",
  "aws.api#clientEndpointDiscoveryId",
];

const RULES: readonly ShapeId[] = [
  "smithy.rules#endpointRuleSet",
  "smithy.rules#endpointTests",
  "smithy.rules#endpointBdd",
  "smithy.rules#clientContextParams",
  "smithy.rules#contextParam",
  "smithy.rules#staticContextParams",
  "smithy.rules#operationContextParams",
];

function dropEverywhere(model: Model, traits: readonly ShapeId[]): SettledModel | undefined {
  return dropFrom(model, undefined, traits);
}

/** Returns the model without traits of a shape or member, or of all of them; `undefined` where there are none. */
function dropFrom(
  model: Model,
  shape: ShapeId | undefined,
  traits: readonly ShapeId[],
): SettledModel | undefined {
  const dropped = new Set<string>();
  const left = mapTraits(model, (own, id) => {
    if (shape !== undefined && id !== shape) return own;
    return withoutTraits(own, (trait) => {
      const goes = traits.includes(trait);
      if (goes) dropped.add(shape === undefined ? `left out @${trait}` : `left out @${trait} of ${id}`);
      return goes;
    });
  });
  return dropped.size === 0 ? undefined : { model: left, mended: [...dropped] };
}

/** botocore tells the version for event streams alone. */
function listVersions(model: Model, { shape, data }: ValidationEvent): SettledModel | undefined {
  if (!isRecord(data) || typeof data.protocol !== "string" || !Array.isArray(data.unlisted)) return undefined;
  const { protocol } = data;
  const unlisted = data.unlisted.filter((version): version is string => typeof version === "string");
  const service = shape === undefined ? undefined : model.shapes.get(shape);
  const value = service?.traits[protocol];
  if (!service || !isNodeObject(value)) return undefined;
  const listed = isNodeArray(value.http) ? value.http : ["http/1.1"];
  const http: NodeValue = [...listed, ...unlisted.filter((version) => !listed.includes(version))];
  const traits = { ...service.traits, [protocol]: { ...value, http } };
  return {
    model: { ...model, shapes: new Map(model.shapes).set(service.id, { ...service, traits }) },
    mended: [`added ${unlisted.join(", ")} to the versions of HTTP of @${protocol}`],
  };
}

/** A stream of bytes that may be missing is an empty one, as AWS's own models say. */
function setDefault(model: Model, { shape, data }: ValidationEvent): SettledModel | undefined {
  if (!isRecord(data) || data.kind !== "optional" || shape === undefined) return undefined;
  return {
    model: mapTraits(model, (traits, id) =>
      id === shape ? { ...traits, "smithy.api#default": "" } : traits,
    ),
    mended: [`made ${shape} empty by default`],
  };
}

/** Shapes whose names differ in case alone become one where they are the same, else the later one gets another name. */
function settleIds(model: Model, { data }: ValidationEvent): SettledModel | undefined {
  if (!isRecord(data) || typeof data.shape !== "string" || !Array.isArray(data.others)) return undefined;
  const ids = [data.shape, ...data.others].filter((id): id is string => typeof id === "string").sort();
  const [first = "", ...others] = ids;
  const kept = model.shapes.get(first);
  const names = new Map<ShapeId, ShapeId>();
  for (const id of others) {
    const other = model.shapes.get(id);
    if (!kept || !other) continue;
    const isSame = isSimple(kept) && kept.kind === other.kind && equalNodes(kept.traits, other.traits);
    names.set(id, isSame ? first : freeId(model, id));
  }
  if (names.size === 0) return undefined;
  const mended = [...names].map(([from, to]) => `named ${from} ${to}`);
  return { model: renameShapes(model, names), mended };
}

function freeId(model: Model, id: ShapeId): ShapeId {
  const taken = new Set([...model.shapes.keys()].map((each) => each.toLowerCase()));
  for (let number = 2; ; number++) {
    const free = `${id}${number}`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}

/** The traits that put a member elsewhere than into the body, where its name in JSON says nothing. */
const BOUND = ["httpLabel", "httpQuery", "httpHeader"] as const;

function nameBound(model: Model, { shape, data }: ValidationEvent): SettledModel | undefined {
  if (!isRecord(data) || !Array.isArray(data.members) || typeof data.name !== "string") return undefined;
  const container = shape === undefined ? undefined : model.shapes.get(shape);
  if (!container || !isAggregate(container)) return undefined;
  const bound = data.members.find((name: unknown) => {
    const member = typeof name === "string" ? findMember(container, name) : undefined;
    return member && BOUND.some((trait) => hasTrait(member, trait));
  });
  if (typeof bound !== "string") return undefined;
  const name = `${data.name}_bound`;
  const id = `${container.id}$${bound}`;
  return {
    model: mapTraits(model, (traits, each) =>
      each === id ? { ...traits, "smithy.api#jsonName": name } : traits,
    ),
    mended: [`gave ${id}, which is not in the body, the name ${name} in JSON`],
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
