import { MAX_DEPTH } from "@shapelog/json";
import { idlDiagnostics } from "./diagnostics.js";
import { parseNumber, parseString, parseTextBlock, parseWord } from "./parse-scalar.js";
import { NO_COMMENTS, onOwnLines, type Parsing, withComments } from "./parsing.js";
import type { ArrayNode, Comment, EntryNode, KeyNode, ObjectNode, ValueNode } from "./syntax.js";

const VALUE = ["a string", "a number", "a shape id", '"{"', '"["'];
const NO_ELEMENTS: readonly ValueNode[] = [];

/** Parses a node value (Smithy 2.0, "Node values"). */
export function parseValue(parsing: Parsing): ValueNode | undefined {
  const before = parsing.takeStrayComments();
  const value = parseBareValue(parsing);
  return value === undefined || before.length === 0 ? value : addBefore(value, before);
}

function parseBareValue(parsing: Parsing): ValueNode | undefined {
  if (parsing.isLost) return undefined;
  switch (parsing.tokens.kind) {
    case "string":
      return parseString(parsing);
    case "text block":
      return parseTextBlock(parsing);
    case "identifier":
      return parseWord(parsing);
    case "number":
      return parseNumber(parsing);
    case "{":
      return parseObject(parsing);
    case "[":
      return parseArray(parsing);
    default:
      parsing.loseExpecting(VALUE);
      return undefined;
  }
}

/** Parses an object with its braces. */
export function parseObject(parsing: Parsing): ObjectNode {
  const { tokens } = parsing;
  const { start } = tokens;
  const entries: EntryNode[] = [];
  if (open(parsing)) {
    parseEntries(parsing, "}", entries);
    parsing.nesting--;
  }
  const inner = parsing.takeStrayComments();
  const end = tokens.end;
  parsing.expect("}");
  return withComments<ObjectNode>({ kind: "object", start, end, entries }, { inner });
}

/** Parses the entries of an object up to the closing bracket, which it leaves. Reports a key that is there twice. */
export function parseEntries(parsing: Parsing, closing: "}" | ")", entries: EntryNode[]): void {
  const { tokens } = parsing;
  const seen = new Set(entries.map(({ key }) => key.name));
  while (!parsing.isLost && tokens.kind !== closing) {
    const before = parsing.takeStrayComments();
    const key = parseKey(parsing, closing === "}" ? '"}"' : '")"');
    const entry = key && parseEntry(parsing, key, before);
    if (entry === undefined) return;
    if (seen.has(entry.key.name)) {
      const data = { key: entry.key.name };
      parsing.report(idlDiagnostics.create("duplicate-key", parsing.locate(entry.start), data));
    } else entries.push(entry);
    seen.add(entry.key.name);
  }
}

/** Parses what follows a key in an object: a colon and a value. */
export function parseEntry(
  parsing: Parsing,
  key: KeyNode,
  before: readonly Comment[],
): EntryNode | undefined {
  const stray = parsing.takeStrayComments();
  parsing.expect(":");
  const value = parseValue(parsing);
  if (value === undefined) return undefined;
  const entry: EntryNode = { kind: "entry", start: key.start, end: value.end, key, value };
  const hoisted = value.comments?.before ?? NO_COMMENTS;
  if (stray.length + hoisted.length === 0) return withComments(entry, { before });
  const all = [...before, ...onOwnLines([...stray, ...hoisted])];
  return withComments({ ...entry, value: withoutBefore(value) }, { before: all });
}

/** Parses the key of an object, of a control or of a metadata statement. */
export function parseKey(parsing: Parsing, ...otherwise: string[]): KeyNode | undefined {
  const { tokens } = parsing;
  if (parsing.isLost) return undefined;
  const { start, end } = tokens;
  if (tokens.kind === "identifier") {
    const name = tokens.lexeme();
    tokens.next();
    return { start, end, name, quoted: false };
  }
  if (tokens.kind === "string") {
    const { value, raw } = parseString(parsing);
    return { start, end, name: value, quoted: true, raw };
  }
  parsing.loseExpecting(["a name", "a string", ...otherwise]);
  return undefined;
}

function parseArray(parsing: Parsing): ArrayNode {
  const { tokens } = parsing;
  const { start } = tokens;
  let elements = NO_ELEMENTS;
  if (open(parsing)) {
    elements = parseElements(parsing);
    parsing.nesting--;
  }
  const inner = parsing.takeStrayComments();
  const end = tokens.end;
  parsing.expect("]");
  return withComments<ArrayNode>({ kind: "array", start, end, elements }, { inner });
}

function parseElements(parsing: Parsing): readonly ValueNode[] {
  const elements: ValueNode[] = [];
  while (!parsing.isLost && parsing.tokens.kind !== "]") {
    const element = parseValue(parsing);
    if (element !== undefined) elements.push(element);
  }
  return elements;
}

/** Moves past an opening bracket. Returns whether the value is not nested too deep; gets lost if it is. */
function open(parsing: Parsing): boolean {
  if (parsing.nesting >= MAX_DEPTH) {
    const location = parsing.locate(parsing.tokens.start);
    parsing.lose(idlDiagnostics.create("too-deep", location, { limit: MAX_DEPTH }));
    return false;
  }
  parsing.nesting++;
  parsing.tokens.next();
  return true;
}

function addBefore<Node extends ValueNode>(value: Node, before: readonly Comment[]): Node {
  return withComments(value, { ...value.comments, before });
}

/** Returns a value without the comments before it, which move to the entry that the value belongs to. */
function withoutBefore(value: ValueNode): ValueNode {
  const { comments, ...bare } = value;
  return withComments<ValueNode>(bare, { ...comments, before: NO_COMMENTS });
}
