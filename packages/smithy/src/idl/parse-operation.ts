import { idlDiagnostics } from "./diagnostics.js";
import { parseClauses, placeStray } from "./parse-clauses.js";
import { parseId } from "./parse-id.js";
import { type Braces, parseBraces, parseMembers, reportVersion } from "./parse-members.js";
import { keepBefore, parsePreamble } from "./parse-traits.js";
import { createComments, onOwnLines, type Parsing, withComments } from "./parsing.js";
import type { Comment, IdNode, InlineShapeNode, OperationErrors, OperationProperty } from "./syntax.js";

/** Parses the body of an operation (Smithy 2.0, `OperationBody`). `operation` is its name, for messages. */
export function parseOperation(parsing: Parsing, operation: string): Braces<OperationProperty> {
  const seen = new Set<string>();
  return parseBraces(parsing, () => parseProperty(parsing, operation, seen));
}

function parseProperty(
  parsing: Parsing,
  operation: string,
  seen: Set<string>,
): OperationProperty | undefined {
  const { tokens } = parsing;
  const before = parsing.takeStrayComments();
  if (tokens.kind !== "identifier") {
    parsing.loseExpecting(["input", "output", "errors", '"}"']);
    return undefined;
  }
  const { start } = tokens;
  const property = tokens.lexeme();
  if (property !== "input" && property !== "output" && property !== "errors") {
    const data = { operation, property };
    parsing.lose(idlDiagnostics.create("unknown-property", parsing.locate(start), data));
    return undefined;
  }
  const isNew = !seen.has(property);
  if (!isNew) {
    const data = { operation, property };
    parsing.report(idlDiagnostics.create("duplicate-property", parsing.locate(start), data));
  }
  seen.add(property);
  tokens.next();
  const stray = parsing.takeStrayComments();
  const all = stray.length === 0 ? before : [...before, ...onOwnLines(stray)];
  const node =
    property === "errors"
      ? parseErrors(parsing, start, all)
      : parseTarget(parsing, { operation, name: property, start }, all);
  expectGap(parsing);
  return parsing.isLost || !isNew || node === undefined ? undefined : attachAfter(parsing, node);
}

function parseTarget(
  parsing: Parsing,
  { operation, name, start }: { operation: string; name: "input" | "output"; start: number },
  before: readonly Comment[],
): OperationProperty | undefined {
  const { tokens } = parsing;
  const isInline = tokens.kind === ":=";
  if (isInline && parsing.version === "1.0")
    reportVersion(parsing, "Inline inputs and outputs", tokens.start);
  if (!isInline && tokens.kind !== ":") parsing.loseExpecting(['":"', '":="']);
  if (parsing.isLost) return undefined;
  tokens.next();
  const stray = isInline ? [] : parsing.takeStrayComments();
  const target = isInline ? parseInlineShape(parsing, `The ${name} of ${operation}`) : parseId(parsing);
  if (target === undefined) return undefined;
  const node: OperationProperty = { kind: "operationTarget", start, end: target.end, name, target };
  return withComments<OperationProperty>(node, { before: [...before, ...onOwnLines(stray)] });
}

function parseInlineShape(parsing: Parsing, name: string): InlineShapeNode {
  const { tokens } = parsing;
  const preamble = parsePreamble(parsing);
  const { start, documentation } = preamble;
  const { forResource, mixins } = parseClauses(parsing, true);
  const placed = placeStray(preamble.traits, keepBefore(preamble), parsing.takeCommentsBeforeBody());
  const { traits } = placed;
  const { nodes: members, inner } = parseMembers(parsing, name);
  const end = tokens.previousEnd;
  const comments = createComments(placed.before, inner, []);
  return { kind: "inlineShape", start, end, comments, documentation, traits, forResource, mixins, members };
}

function parseErrors(parsing: Parsing, start: number, before: readonly Comment[]): OperationErrors {
  const { tokens } = parsing;
  parsing.expect(":");
  const stray = parsing.takeStrayComments();
  parsing.expect("[");
  const errors: IdNode[] = [];
  while (!parsing.isLost && tokens.kind !== "]") {
    const id = parseId(parsing, "any", parsing.takeStrayComments());
    if (id !== undefined) errors.push(id);
  }
  const inner = parsing.takeStrayComments();
  const { end } = tokens;
  parsing.expect("]");
  const node: OperationErrors = { kind: "operationErrors", start, end, errors };
  return withComments(node, { before: [...before, ...onOwnLines(stray)], inner });
}

/** After a property comes a space, a line break or the closing brace. */
function expectGap(parsing: Parsing): void {
  const { tokens } = parsing;
  if (parsing.isLost || tokens.start !== tokens.previousEnd || tokens.kind === "}") return;
  parsing.loseExpecting(["a space"]);
}

function attachAfter(parsing: Parsing, node: OperationProperty): OperationProperty {
  return withComments<OperationProperty>(node, {
    ...node.comments,
    after: parsing.takeCommentsAfter(false),
  });
}
