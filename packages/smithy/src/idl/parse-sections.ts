import { idlDiagnostics } from "./diagnostics.js";
import { parseId } from "./parse-id.js";
import { parseKey, parseValue } from "./parse-value.js";
import { type Parsing, withComments } from "./parsing.js";
import type {
  Comment,
  ControlStatement,
  IdlVersion,
  KeyNode,
  MetadataStatement,
  NamespaceStatement,
  UseStatement,
  ValueNode,
} from "./syntax.js";

const VERSIONS: ReadonlyMap<string, IdlVersion> = new Map([
  ["1", "1.0"],
  ["1.0", "1.0"],
  ["2", "2.0"],
  ["2.0", "2.0"],
]);

/** Parses `$key: value` and does what it says (Smithy 2.0, "Control section"). `seen` has the keys so far. */
export function parseControl(
  parsing: Parsing,
  before: readonly Comment[],
  seen: Set<string>,
): ControlStatement | undefined {
  const { tokens } = parsing;
  const { start } = tokens;
  tokens.next();
  if (tokens.start !== start + 1) parsing.loseExpecting(["a name", "a string"], start + 1);
  const key = parseKey(parsing);
  parsing.expectOnLine('":"');
  parsing.expect(":");
  parsing.expectOnLine("a value");
  const valueStart = tokens.start;
  const value = parseValue(parsing);
  if (key === undefined || value === undefined) return undefined;
  const { end } = value;
  const node: ControlStatement = { kind: "control", start, end, key, value };
  const isNew = !seen.has(key.name);
  seen.add(key.name);
  if (isNew) control(parsing, key, value);
  else reportControl(parsing, "duplicate-control", key, valueStart);
  parsing.expectLineEnd();
  return isNew ? withComments(node, { before, after: parsing.takeCommentsAfter(false) }) : undefined;
}

function control(parsing: Parsing, key: KeyNode, value: ValueNode): void {
  const isString = value.kind === "string" || value.kind === "textBlock";
  const isKnown = /^(?:version|operation(?:In|Out)putSuffix)$/.test(key.name);
  if (!isKnown) reportControl(parsing, "unknown-control", key, value.start);
  else if (!isString) {
    const data = { key: key.name, found: value.kind };
    parsing.report(idlDiagnostics.create("wrong-control-value", parsing.locate(value.start), data));
  } else if (key.name === "version") setVersion(parsing, value.value, value.end);
}

function setVersion(parsing: Parsing, text: string, end: number): void {
  const version = VERSIONS.get(text);
  if (version !== undefined) parsing.version = version;
  else {
    const location = parsing.locate(end);
    parsing.report(idlDiagnostics.create("unsupported-version", location, { version: text.slice(0, 80) }));
  }
}

function reportControl(
  parsing: Parsing,
  name: "duplicate-control" | "unknown-control",
  key: KeyNode,
  offset: number,
): void {
  parsing.report(idlDiagnostics.create(name, parsing.locate(offset), { key: key.name }));
}

/** Parses `metadata key = value` (Smithy 2.0, "Metadata section"). */
export function parseMetadata(parsing: Parsing, before: readonly Comment[]): MetadataStatement | undefined {
  const { tokens } = parsing;
  const { start } = tokens;
  tokens.next();
  parsing.expectSpace("a name");
  const key = parseKey(parsing);
  parsing.expectOnLine('"="');
  parsing.expect("=");
  parsing.expectOnLine("a value");
  const value = parseValue(parsing);
  if (key === undefined || value === undefined) return undefined;
  const node: MetadataStatement = { kind: "metadata", start, end: value.end, key, value };
  return finishLine(parsing, node, before);
}

/** Parses `namespace a.b` (Smithy 2.0, "Namespaces"). */
export function parseNamespace(parsing: Parsing, before: readonly Comment[]): NamespaceStatement | undefined {
  const { tokens } = parsing;
  const { start } = tokens;
  tokens.next();
  parsing.expectSpace("a namespace");
  const id = parseId(parsing, "namespace");
  if (id === undefined) return undefined;
  const name = { start: id.start, end: id.end, name: id.id };
  const node: NamespaceStatement = { kind: "namespace", start, end: id.end, name };
  return finishLine(parsing, node, before);
}

/** Parses `use a.b#C` (Smithy 2.0, "Referring to shapes"). `used` has the ids used so far, by name. */
export function parseUse(
  parsing: Parsing,
  before: readonly Comment[],
  used: Map<string, string>,
): UseStatement | undefined {
  const { tokens } = parsing;
  const { start } = tokens;
  tokens.next();
  parsing.expectSpace("a shape id");
  const id = parseId(parsing, "absolute");
  if (id === undefined) return undefined;
  const node = finishLine<UseStatement>(parsing, { kind: "use", start, end: id.end, id }, before);
  const name = id.id.slice(id.id.indexOf("#") + 1);
  const other = used.get(name);
  const location = parsing.locate(id.start);
  if (name.includes("$")) parsing.report(idlDiagnostics.create("use-of-member", location, { id: id.id }));
  else if (other !== undefined) {
    parsing.report(idlDiagnostics.create("conflicting-use", location, { id: id.id, other }));
  } else {
    used.set(name, id.id);
    return node;
  }
  return undefined;
}

function finishLine<Node extends MetadataStatement | NamespaceStatement | UseStatement>(
  parsing: Parsing,
  node: Node,
  before: readonly Comment[],
): Node {
  parsing.expectLineEnd();
  return withComments<Node>(node, { before, after: parsing.takeCommentsAfter(false) });
}
