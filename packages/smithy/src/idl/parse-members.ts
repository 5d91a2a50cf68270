import { skipSpaces } from "./characters.js";
import { idlDiagnostics } from "./diagnostics.js";
import { parseId, parseIdentifier } from "./parse-id.js";
import { keepBefore, type Preamble, parsePreamble } from "./parse-traits.js";
import { parseValue } from "./parse-value.js";
import { createComments, NO_COMMENTS, type Parsing } from "./parsing.js";
import { recoverMember } from "./recover.js";
import type { Comment, Comments, EnumMemberNode, Identifier, MemberNode, ValueNode } from "./syntax.js";

/** What braces hold. `inner` are the comments before the closing brace. */
export interface Braces<Node> {
  readonly nodes: readonly Node[];
  readonly inner: readonly Comment[];
}

/** Parses what stands in braces, one `parseOne` after the other, and goes on after errors in one of them. */
export function parseBraces<Node>(
  parsing: Parsing,
  parseOne: (parsing: Parsing) => Node | undefined,
): Braces<Node> {
  const { tokens } = parsing;
  const { depth } = tokens;
  const nodes: Node[] = [];
  if (!parsing.expect("{")) return { nodes, inner: NO_COMMENTS };
  while (tokens.kind !== "end" && tokens.kind !== "}") {
    const began = { start: tokens.start, previousEnd: tokens.previousEnd };
    const node = parseOne(parsing);
    if (node !== undefined) nodes.push(node);
    if (parsing.isLost && !recoverMember(parsing, depth, began)) break;
  }
  const inner = parsing.takeStrayComments();
  parsing.expect("}");
  return { nodes, inner };
}

/** Parses the members of an aggregate shape (Smithy 2.0, `ShapeMembers`). `shape` is its name, for messages. */
export function parseMembers(parsing: Parsing, shape: string): Braces<MemberNode> {
  const seen = new Set<string>();
  return parseBraces(parsing, () => parseMember(parsing, shape, seen));
}

/** Parses the members of an enum (Smithy 2.0, `EnumShapeMembers`). */
export function parseEnumMembers(parsing: Parsing, shape: string): Braces<EnumMemberNode> {
  const seen = new Set<string>();
  return parseBraces(parsing, () => parseEnumMember(parsing, shape, seen));
}

function parseMember(parsing: Parsing, shape: string, seen: Set<string>): MemberNode | undefined {
  const { tokens } = parsing;
  const preamble = parsePreamble(parsing);
  const isElided = tokens.kind === "$";
  const elidedAt = tokens.start;
  if (isElided) tokens.next();
  const name = parseIdentifier(parsing, "the name of a member");
  if (name === undefined) return undefined;
  const isNew = checkName(parsing, name, { shape, seen });
  if (isElided && parsing.version === "1.0") {
    reportVersion(parsing, "Members without a target", elidedAt);
  }
  const target = isElided ? undefined : parseTarget(parsing);
  if (target === undefined && !isElided) return undefined;
  const value = parseAssignment(parsing, "Defaults with =");
  if (parsing.isLost || !isNew) return undefined;
  const { start, documentation, traits } = preamble;
  const end = tokens.previousEnd;
  const comments = endMember(parsing, preamble);
  return { kind: "member", start, end, comments, documentation, traits, name, target, value };
}

function parseEnumMember(parsing: Parsing, shape: string, seen: Set<string>): EnumMemberNode | undefined {
  const preamble = parsePreamble(parsing);
  const name = parseIdentifier(parsing, "the name of a member");
  if (name === undefined) return undefined;
  const isNew = checkName(parsing, name, { shape, seen });
  const value = parseAssignment(parsing, undefined);
  if (parsing.isLost || !isNew) return undefined;
  const { start, documentation, traits } = preamble;
  const end = parsing.tokens.previousEnd;
  const comments = endMember(parsing, preamble);
  return { kind: "enumMember", start, end, comments, documentation, traits, name, value };
}

function parseTarget(parsing: Parsing) {
  if (!parsing.expectOnLine('":"') || !parsing.expect(":")) return undefined;
  return parsing.expectOnLine("a shape id") ? parseId(parsing) : undefined;
}

/** Parses `= value`, if it is there. `since2` names it where it needs version 2.0. */
function parseAssignment(parsing: Parsing, since2: string | undefined): ValueNode | undefined {
  const { tokens } = parsing;
  if (parsing.isLost || tokens.kind !== "=") return undefined;
  if (skipSpaces(tokens.text, tokens.previousEnd) !== tokens.start) return undefined;
  if (since2 !== undefined && parsing.version === "1.0") reportVersion(parsing, since2, tokens.start);
  tokens.next();
  if (!parsing.expectOnLine("a value")) return undefined;
  const value = parseValue(parsing);
  parsing.expectLineEnd(true);
  return value;
}

/** Reports something that the file's version does not have. */
export function reportVersion(parsing: Parsing, what: string, offset: number, needs = "2.0"): void {
  const data = { what, needs, version: parsing.version };
  parsing.report(idlDiagnostics.create("wrong-version", parsing.locate(offset), data));
}

function checkName(
  parsing: Parsing,
  name: Identifier,
  { shape, seen }: { readonly shape: string; readonly seen: Set<string> },
): boolean {
  const isNew = !seen.has(name.name);
  seen.add(name.name);
  if (!isNew) {
    const data = { shape, member: name.name };
    parsing.report(idlDiagnostics.create("duplicate-member", parsing.locate(name.start), data));
  }
  return isNew;
}

function endMember(parsing: Parsing, preamble: Preamble): Comments | undefined {
  return createComments(keepBefore(preamble), NO_COMMENTS, parsing.takeCommentsAfter(false));
}
