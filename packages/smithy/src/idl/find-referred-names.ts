import type { MemberNode, SyntaxTree, TraitNode, ValueNode } from "./syntax.js";

type Statement = SyntaxTree["shapes"][number];

/** Returns the names by which statements refer to shapes: relative shape ids, without members. */
export function findReferredNames(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of statements) addStatement(statement, names);
  return names;
}

function addStatement(statement: Statement, names: Set<string>): void {
  addTraits(statement.traits, names);
  if (statement.kind === "apply") addId(statement.target.id, names);
  else for (const { id } of statement.mixins) addId(id, names);
  switch (statement.kind) {
    case "enumShape":
      for (const member of statement.members) {
        addTraits(member.traits, names);
        addValue(member.value, names);
      }
      break;
    case "aggregateShape":
      addId(statement.forResource?.id, names);
      addMembers(statement.members, names);
      break;
    case "entityShape":
      addValue(statement.body, names);
      break;
    case "operationShape":
      for (const property of statement.properties) addProperty(property, names);
      break;
    case "simpleShape":
    case "apply":
      break;
  }
}

function addProperty(
  property: Extract<Statement, { kind: "operationShape" }>["properties"][number],
  names: Set<string>,
): void {
  if (property.kind === "operationErrors") {
    for (const { id } of property.errors) addId(id, names);
    return;
  }
  const { target } = property;
  if (target.kind === "id") {
    addId(target.id, names);
    return;
  }
  addTraits(target.traits, names);
  addId(target.forResource?.id, names);
  for (const { id } of target.mixins) addId(id, names);
  addMembers(target.members, names);
}

function addMembers(members: readonly MemberNode[], names: Set<string>): void {
  for (const member of members) {
    addTraits(member.traits, names);
    addId(member.target?.id, names);
    addValue(member.value, names);
  }
}

function addTraits(traits: readonly TraitNode[], names: Set<string>): void {
  for (const { id, value } of traits) {
    addId(id.id, names);
    addValue(value, names);
  }
}

function addValue(value: ValueNode | undefined, names: Set<string>): void {
  if (value?.kind === "id") addId(value.id, names);
  else if (value?.kind === "array") for (const element of value.elements) addValue(element, names);
  else if (value?.kind === "object") for (const entry of value.entries) addValue(entry.value, names);
}

function addId(id: string | undefined, names: Set<string>): void {
  if (id === undefined || id.includes("#")) return;
  const dollar = id.indexOf("$");
  names.add(dollar === -1 ? id : id.slice(0, dollar));
}
