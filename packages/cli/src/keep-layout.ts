import type { Comment, Comments, SyntaxTree } from "@shapelog/smithy";

type Statement = SyntaxTree["shapes"][number];

/**
 * Returns a syntax tree in the layout of an older one: shapes in its order, new ones behind those they follow in
 * canonical order, and the older one's comments where what they stand before is still there.
 */
export function keepLayout(tree: SyntaxTree, old: SyntaxTree): SyntaxTree {
  const known = new Map(old.shapes.map((statement) => [nameOf(statement), statement]));
  return {
    ...tree,
    control: keepList(tree.control, old.control, ({ key }) => key.name),
    metadata: keepList(tree.metadata, old.metadata, ({ key }) => key.name),
    namespace: tree.namespace && withComments(tree.namespace, old.namespace),
    uses: keepList(tree.uses, old.uses, ({ id }) => id.id),
    shapes: inOrderOf(tree.shapes, old.shapes).map((statement) => {
      const before = known.get(nameOf(statement));
      return before ? keepMembers(withComments(statement, before), before) : statement;
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
  return nodes.map((node) => withComments(node, known.get(keyOf(node))));
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
