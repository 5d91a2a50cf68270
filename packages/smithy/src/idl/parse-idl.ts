import { findSimilar, type WithDiagnostics } from "@shapelog/diagnostics";
import type { SourceText } from "@shapelog/model";
import { idlDiagnostics } from "./diagnostics.js";
import { KEYWORDS, type Keyword } from "./keywords.js";
import { parseApply } from "./parse-apply.js";
import { parseControl, parseMetadata, parseNamespace, parseUse } from "./parse-sections.js";
import { parseShape } from "./parse-shape.js";
import { type Preamble, parseStatementPreamble } from "./parse-traits.js";
import { Parsing } from "./parsing.js";
import { recoverStatement } from "./recover.js";
import type { Comment, Statement, SyntaxTree } from "./syntax.js";

/** What `parseIdl` returns. After errors the tree has all that could be read. */
export interface ParseIdlResult extends WithDiagnostics {
  readonly tree: SyntaxTree;
}

/** The statements so far. */
interface Sections {
  readonly control: Extract<Statement, { kind: "control" }>[];
  readonly metadata: Extract<Statement, { kind: "metadata" }>[];
  namespace: Extract<Statement, { kind: "namespace" }> | undefined;
  readonly uses: Extract<Statement, { kind: "use" }>[];
  readonly shapes: SyntaxTree["shapes"][number][];
  readonly controlKeys: Set<string>;
  readonly used: Map<string, string>;
  /** The section that the text has come to: 0 control, 1 metadata, 2 namespace, 3 use, 4 shapes. */
  section: number;
  /** Whether the text has come to shapes without a namespace. */
  isMissingNamespace: boolean;
}

/**
 * Parses a Smithy IDL file of version 1.0 or 2.0 (Smithy 2.0, "Smithy IDL"). Goes on after an error with the next member
 * or statement, so that all errors of a file are found at once, one diagnostic each.
 *
 * @example
 * parseIdl({ file: "a.smithy", text: '$version: "2.0"\nnamespace a\nstring Foo\n' }).tree.shapes[0]?.kind; // "simpleShape"
 */
export function parseIdl(source: SourceText): ParseIdlResult {
  const parsing = new Parsing(source);
  const sections: Sections = {
    control: [],
    metadata: [],
    namespace: undefined,
    uses: [],
    shapes: [],
    controlKeys: new Set(),
    used: new Map(),
    section: 0,
    isMissingNamespace: false,
  };
  while (parsing.tokens.kind !== "end") {
    const { start } = parsing.tokens;
    parseStatement(parsing, sections);
    if (parsing.isLost) recoverStatement(parsing, start);
  }
  const comments = parsing.takeStrayComments();
  const { control, metadata, namespace, uses, shapes } = sections;
  const tree = { version: parsing.version, control, metadata, namespace, uses, shapes, comments };
  return { tree, diagnostics: parsing.diagnostics };
}

function parseStatement(parsing: Parsing, sections: Sections): void {
  const { tokens } = parsing;
  if (tokens.kind === "$") {
    const before = enter(parsing, sections, 0, "control");
    push(sections.control, parseControl(parsing, before, sections.controlKeys));
    return;
  }
  const preamble = parseStatementPreamble(parsing);
  const word = tokens.kind === "identifier" ? tokens.lexeme() : "";
  const keyword = KEYWORDS.get(word);
  if (parsing.isLost) return;
  if (keyword === undefined && preamble.traits.length > 0)
    requireNamespace(parsing, sections, preamble.start);
  if (keyword !== undefined) parseKeyword(parsing, sections, preamble, keyword);
  else if (preamble.traits.length > 0 && parsing.tokens.kind === "$") loseStrayTraits(parsing, preamble, "$");
  else if (tokens.kind === "identifier") {
    const location = parsing.locate(tokens.start);
    const data = { word: word.slice(0, 80), similar: findSimilar(word, KEYWORDS.keys()) };
    parsing.lose(idlDiagnostics.create("unknown-statement", location, data));
    tokens.next();
  } else parsing.loseExpecting(["the type of a shape"]);
}

function parseKeyword(parsing: Parsing, sections: Sections, preamble: Preamble, keyword: Keyword): void {
  const { before } = preamble;
  switch (keyword.begins) {
    case "metadata":
    case "namespace":
    case "use":
      if (preamble.traits.length > 0) loseStrayTraits(parsing, preamble, keyword.begins);
      else parseSection(parsing, sections, keyword.begins, parsing.demote(before));
      break;
    case "apply": {
      requireNamespace(parsing, sections, preamble.start);
      if (preamble.traits.length > 0) {
        const location = parsing.locate(parsing.tokens.start);
        parsing.report(idlDiagnostics.create("stray-traits", location, { statement: "apply" }));
      }
      push(sections.shapes, parseApply(parsing, parsing.demote(before)));
      break;
    }
    default:
      requireNamespace(parsing, sections, preamble.start);
      push(sections.shapes, parseShape(parsing, preamble, keyword, sections.used));
  }
}

function parseSection(
  parsing: Parsing,
  sections: Sections,
  statement: "metadata" | "namespace" | "use",
  before: readonly Comment[],
): void {
  switch (statement) {
    case "metadata":
      checkSection(parsing, sections, 1, statement);
      push(sections.metadata, parseMetadata(parsing, before));
      break;
    case "namespace": {
      checkSection(parsing, sections, 2, statement);
      const namespace = parseNamespace(parsing, before);
      sections.namespace ??= namespace;
      break;
    }
    case "use":
      if (sections.section < 2) requireNamespace(parsing, sections, parsing.tokens.start);
      else checkSection(parsing, sections, 3, statement);
      push(sections.uses, parseUse(parsing, before, sections.used));
      break;
  }
}

/** Moves on to a section and returns the comments before the statement. */
function enter(parsing: Parsing, sections: Sections, section: number, statement: string): readonly Comment[] {
  const before = parsing.takeStrayComments();
  checkSection(parsing, sections, section, statement);
  return before;
}

const PLACES = [
  "before all other statements",
  "before the namespace statement",
  "once, before all shapes",
  "between the namespace statement and the first shape",
];

/** Moves on to a section; reports a statement of a section that is over. */
function checkSection(parsing: Parsing, sections: Sections, section: number, statement: string): void {
  const isLate = section < sections.section || (section === 2 && sections.section === 2);
  if (!isLate) sections.section = section;
  else if (!sections.isMissingNamespace || section < 2) {
    const location = parsing.locate(parsing.tokens.start);
    const place = PLACES[section] ?? "";
    parsing.report(idlDiagnostics.create("misplaced-statement", location, { statement, place }));
  }
}

/** Reports the first shape where no namespace stands before it. */
function requireNamespace(parsing: Parsing, sections: Sections, start: number): void {
  if (sections.section < 2 && !sections.isMissingNamespace) {
    sections.isMissingNamespace = true;
    const found = parsing.tokens.lexeme().slice(0, 80);
    parsing.report(idlDiagnostics.create("missing-namespace", parsing.locate(start), { found }));
  }
  sections.section = 4;
}

function loseStrayTraits(parsing: Parsing, preamble: Preamble, statement: string): void {
  parsing.lose(idlDiagnostics.create("stray-traits", parsing.locate(preamble.start), { statement }));
}

function push<Node>(nodes: Node[], node: Node | undefined): void {
  if (node !== undefined) nodes.push(node);
}
