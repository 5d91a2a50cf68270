import {
  type EnumShape,
  isIdentifier,
  isNodeArray,
  isNodeObject,
  type Member,
  type NodeValue,
  type SimpleShape,
  UNIT,
} from "@shapelog/model";

const ENUM_TRAIT = "smithy.api#enum";
const VALUE_TRAIT = "smithy.api#enumValue";

/**
 * Returns the enum shape that says the same as a string with the deprecated `@enum` trait, or `undefined` where the
 * shape has no such trait, an entry can have no name, or an enum shape could not hold all of it. Names are made as
 * Smithy's own upgrade makes them: each run of `-`, `.`, `:`, `/` and white space becomes an underscore.
 */
export function upgradeEnumTrait(shape: SimpleShape): EnumShape | undefined {
  const { [ENUM_TRAIT]: definitions, ...traits } = shape.traits;
  if (shape.kind !== "string" || !isNodeArray(definitions) || definitions.length === 0) return undefined;
  const members: Member[] = [];
  const taken = new Set<NodeValue>();
  for (const definition of definitions) {
    const member = readDefinition(definition);
    if (!member || taken.has(member.name)) return undefined;
    taken.add(member.name);
    members.push(member);
  }
  return { ...shape, kind: "enum", traits, members };
}

const CONVERTIBLE = /^[a-zA-Z-_.:/\s]+[a-zA-Z_0-9-.:/\s]*$/;
const KEYS: ReadonlySet<string> = new Set(["value", "name", "documentation", "tags", "deprecated"]);

function readDefinition(definition: NodeValue): Member | undefined {
  if (!isNodeObject(definition) || Object.keys(definition).some((key) => !KEYS.has(key))) return undefined;
  const { value, documentation, tags = [], deprecated = false } = definition;
  if (typeof value !== "string" || !isNodeArray(tags) || typeof deprecated !== "boolean") return undefined;
  const name = definition.name ?? (CONVERTIBLE.test(value) ? value.replaceAll(/[-.:/\s]+/g, "_") : undefined);
  if (typeof name !== "string" || !isIdentifier(name)) return undefined;
  const traits = {
    [VALUE_TRAIT]: value,
    ...(documentation === undefined ? {} : { "smithy.api#documentation": documentation }),
    ...(tags.length === 0 ? {} : { "smithy.api#tags": tags }),
    ...(deprecated ? { "smithy.api#deprecated": {} } : {}),
    ...(tags.includes("internal") ? { "smithy.api#internal": {} } : {}),
  };
  return { name, target: UNIT, traits };
}
