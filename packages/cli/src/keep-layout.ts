import { unreachable } from "@shapelog/model";
import type { Comment, Comments, SyntaxTree, TraitNode, ValueNode } from "@shapelog/smithy";

type Statement = SyntaxTree["shapes"][number];

/**
 * Returns a syntax tree in the layout of an older one: shapes in its order, new ones behind those they follow in
 * canonical order, the older one's comments where what they stand before is still there, and traits as they are written
 * there where they say the same.
 */
export function keepLayout(tree: SyntaxTree, old: SyntaxTree): SyntaxTree {
  const known = new Map(old.shapes.map((statement) => [nameOf(statement), statement]));
  return {
    ...tree,
    control: keepList(tree.control, old.control, ({ key }) => key.name),
    metadata: keepList(tree.metadata, old.metadata, ({ key }) => key.name).map((statement) => {
      const before = old.metadata.find(({ key }) => key.name === statement.key.name);
      return before && isSameValue(statement.value, before.value)
        ? { ...statement, value: before.value }
        : statement;
    }),
    namespace: tree.namespace && withComments(tree.namespace, old.namespace),
    uses: keepList(tree.uses, old.uses, ({ id }) => id.id),
    shapes: inOrderOf(tree.shapes, old.shapes).map((statement) => {
      const before = known.get(nameOf(statement));
      return before ? keepMembers(keepTraits(withComments(statement, before), before), before) : statement;
    }),
    comments: old.comments,
  };
}

function nameOf(statement: Statement): string {
  return statement.kind === "apply" ? `apply ${statement.target.id}` : statement.name.name;
}

function inOrderOf(statements: readonly Statement[], old: readonly Statement[]): readonly Statement[] {
  const places = new Map(old.map((statement, index) => [nameOf(statement), index]));
  let place = -1;
  return statements
    .map((statement) => {
      place = places.get(nameOf(statement)) ?? place;
      return { statement, place, isNew: !places.has(nameOf(statement)) };
    })
    .sort((a, b) => a.place - b.place || Number(a.isNew) - Number(b.isNew))
    .map(({ statement }) => statement);
}

function keepMembers(statement: Statement, old: Statement): Statement {
  if (statement.kind === "aggregateShape" && old.kind === "aggregateShape")
    return { ...statement, members: keepList(statement.members, old.members, ({ name }) => name.name) };
  if (statement.kind === "enumShape" && old.kind === "enumShape")
    return { ...statement, members: keepList(statement.members, old.members, ({ name }) => name.name) };
  return statement;
}

function keepList<Node extends { readonly comments?: Comments | undefined }>(
  nodes: readonly Node[],
  old: readonly Node[],
  keyOf: (node: Node) => string,
): readonly Node[] {
  const known = new Map(old.map((node) => [keyOf(node), node]));
  return nodes.map((node) => keepTraits(withComments(node, known.get(keyOf(node))), known.get(keyOf(node))));
}

/** Returns a node whose traits are in the order of an older one, and written as there where they say the same. */
function keepTraits<Node extends object>(node: Node, old: object | undefined): Node {
  const [now, before] = [node, old].map(traitsOf);
  if (!now || !before || before.length === 0) return node;
  const known = new Map(before.map((trait, index) => [trait.id.id, { trait, index }]));
  let place = -1;
  const traits = now
    .map((trait) => {
      const own = known.get(trait.id.id);
      place = own?.index ?? place;
      const isSame = own !== undefined && isSameValue(trait.value, own.trait.value);
      return { trait: isSame ? own.trait : trait, place, isNew: !own };
    })
    .sort((a, b) => a.place - b.place || Number(a.isNew) - Number(b.isNew))
    .map(({ trait }) => trait);
  return { ...node, traits };
}

function traitsOf(node: object | undefined): readonly TraitNode[] | undefined {
  // Of the nodes of a syntax tree, those that are described have traits, and no other has such a list.
  return node && "traits" in node && Array.isArray(node.traits) ? node.traits : undefined;
}

/** Returns whether two values say the same, however they are written: keys of objects have no order. */
function isSameValue(now: ValueNode | undefined, old: ValueNode | undefined): boolean {
  if (!now || !old) return now === old;
  return printValue(now) === printValue(old);
}

function printValue(value: ValueNode): string {
  switch (value.kind) {
    case "object":
      return `{${value.entries
        .map(({ key, value: inner }) => `${JSON.stringify(key.name)}:${printValue(inner)}`)
        .sort()
        .join()}}`;
    case "array":
      return `[${value.elements.map(printValue).join()}]`;
    case "string":
    case "textBlock":
      return JSON.stringify(value.value);
    case "id":
      return `#${value.id}`;
    case "number":
      return value.raw;
    case "boolean":
      return String(value.value);
    case "null":
      return "null";
    default:
      return unreachable(value);
  }
}

/** Documentation is the model's, and is not kept: of the old comments only those that document nothing are. */
function withComments<Node extends { readonly comments?: Comments | undefined }>(
  node: Node,
  old: { readonly comments?: Comments | undefined } | undefined,
): Node {
  if (!old?.comments) return node;
  const { before, inner, after } = old.comments;
  return { ...node, comments: { before: withoutDocumentation(before), inner, after } };
}

function withoutDocumentation(comments: readonly Comment[]): readonly Comment[] {
  return comments.filter(({ text }) => !text.startsWith("///"));
}
