import { parseId } from "./parse-id.js";
import { createWord, parseString } from "./parse-scalar.js";
import { parseEntries, parseEntry, parseValue } from "./parse-value.js";
import { createComments, NO_COMMENTS, type Parsing, withComments } from "./parsing.js";
import type { Comment, Documentation, EntryNode, IdNode, TraitNode, ValueNode } from "./syntax.js";

/** What stands before a shape or member: its comments, documentation and traits. */
export interface Preamble {
  readonly start: number;
  readonly before: readonly Comment[];
  readonly documentation: Documentation | undefined;
  readonly traits: readonly TraitNode[];
}

const NO_TRAITS: readonly TraitNode[] = [];

/** Parses what stands before a shape or member (Smithy 2.0, "Documentation comment", "Applying traits"). */
export function parsePreamble(parsing: Parsing): Preamble {
  const { start } = parsing.tokens;
  const before = parsing.takeComments();
  const traits = parsing.tokens.kind === "@" ? parseTraits(parsing) : NO_TRAITS;
  return { start, before, documentation: readDocumentation(before), traits };
}

/** Parses what stands before a statement: rows of slashes with a blank line below divide a file and document nothing. */
export function parseStatementPreamble(parsing: Parsing): Preamble {
  const { isAfterBlankLine } = parsing.tokens;
  const preamble = parsePreamble(parsing);
  const { before } = preamble;
  const isBanner = isAfterBlankLine && before.some(({ doc, text }) => doc && text.startsWith("////"));
  return isBanner ? { ...preamble, before: before.map((comment) => ({ ...comment, doc: false })) } : preamble;
}

/**
 * Returns the comments before a shape or member that need to be kept: none where its documentation says all they do. A
 * single line directly below something is kept, since the layout of members depends on it.
 */
export function keepBefore({ before, documentation }: Preamble): readonly Comment[] {
  if (documentation === undefined || (before.length === 1 && before[0]?.breaks === 1)) return before;
  const isSaid = before.every(({ doc, text }) => doc && !/^\/{3} ?\//.test(text));
  return isSaid ? NO_COMMENTS : before;
}

/** Parses traits. Comments after one of them are its own. */
export function parseTraits(parsing: Parsing): readonly TraitNode[] {
  const traits: TraitNode[] = [];
  while (!parsing.isLost && parsing.tokens.kind === "@") {
    const trait = parseTrait(parsing);
    if (trait === undefined) break;
    traits.push(parsing.tokens.comments.length === 0 ? trait : withAfter(trait, parsing.takeStrayComments()));
  }
  return traits;
}

/** Parses one trait. Leaves the comments after it. */
export function parseTrait(parsing: Parsing): TraitNode | undefined {
  const { tokens } = parsing;
  const { start } = tokens;
  const before = parsing.takeStrayComments();
  parsing.expect("@");
  if (!parsing.isLost && tokens.start !== tokens.previousEnd) {
    parsing.loseExpecting(["a shape id"], tokens.previousEnd);
  }
  const id = parseId(parsing);
  if (id === undefined) return undefined;
  if (tokens.kind === "(" && tokens.start === id.end) {
    tokens.next();
    return parseBody(parsing, { start, id }, before);
  }
  const comments = createComments(before, NO_COMMENTS, NO_COMMENTS);
  return { kind: "trait", start, end: id.end, comments, id, value: undefined, structured: false };
}

function parseBody(
  parsing: Parsing,
  { start, id }: { readonly start: number; readonly id: IdNode },
  before: readonly Comment[],
): TraitNode | undefined {
  const { tokens } = parsing;
  const body = tokens.kind === ")" ? undefined : parseBodyValue(parsing);
  const inside = parsing.takeStrayComments();
  const { end } = tokens;
  parsing.expect(")");
  if (parsing.isLost) return undefined;
  if (body === undefined) {
    const comments = createComments(before, NO_COMMENTS, inside);
    return { kind: "trait", start, end, comments, id, value: undefined, structured: false };
  }
  const { isStructured: structured } = body;
  const added = { ...body.value.comments, [structured ? "inner" : "after"]: inside };
  const value = inside.length === 0 ? body.value : withComments(body.value, added);
  const comments = createComments(before, NO_COMMENTS, NO_COMMENTS);
  return { kind: "trait", start, end, comments, id, value, structured };
}

/** Parses what stands between a trait's parentheses: a value, or the entries of an object. */
function parseBodyValue(parsing: Parsing): { value: ValueNode; isStructured: boolean } | undefined {
  const { tokens } = parsing;
  if (tokens.kind !== "identifier" && tokens.kind !== "string") {
    const value = parseValue(parsing);
    return value && { value, isStructured: false };
  }
  const before = parsing.takeStrayComments();
  const { kind, start, end } = tokens;
  const first = kind === "string" ? parseString(parsing) : parseId(parsing);
  if (first === undefined) return undefined;
  const next = parsing.tokens.kind;
  if (first.kind === "id" && (next === ")" || first.end > end)) {
    return { value: withComments(createWord(first.id, start, first.end), { before }), isStructured: false };
  }
  if (first.kind === "string" && next !== ":") {
    return { value: withComments<ValueNode>(first, { before }), isStructured: false };
  }
  const { raw } = first.kind === "string" ? first : { raw: undefined };
  const name = first.kind === "string" ? first.value : first.id;
  const key = { start, end, name, quoted: kind === "string", raw };
  const entry = parseEntry(parsing, key, before);
  return entry && parseStructure(parsing, entry);
}

function parseStructure(parsing: Parsing, first: EntryNode): { value: ValueNode; isStructured: boolean } {
  const entries = [first];
  parsing.nesting++;
  parseEntries(parsing, ")", entries);
  parsing.nesting--;
  const end = entries.at(-1)?.end ?? first.end;
  return { value: { kind: "object", start: first.start, end, entries }, isStructured: true };
}

function withAfter(trait: TraitNode, comments: readonly Comment[]): TraitNode {
  const after = [...(trait.comments?.after ?? NO_COMMENTS), ...comments];
  return withComments(trait, { ...trait.comments, after });
}

/** Returns what the doc comments among these say. */
function readDocumentation(comments: readonly Comment[]): Documentation | undefined {
  if (comments.length === 0) return undefined;
  const lines = comments.filter(({ doc }) => doc);
  const first = lines[0];
  if (first === undefined) return undefined;
  const text = lines.map(({ text }) => text.slice(text.charCodeAt(3) === 32 ? 4 : 3)).join("\n");
  return { start: first.start, end: lines.at(-1)?.end ?? first.end, text };
}
