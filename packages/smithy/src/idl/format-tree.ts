import type { WithDiagnostics } from "@shapelog/diagnostics";
import { hasSeverity } from "@shapelog/diagnostics";
import type { SourceText } from "@shapelog/model";
import { findReferredNames } from "./find-referred-names.js";
import { commentsOf, formatAfter, formatComment, formatLines } from "./format-comments.js";
import { formatShape } from "./format-shape.js";
import { formatKey, formatValue } from "./format-value.js";
import { parseIdl } from "./parse-idl.js";
import type {
  ControlStatement,
  MetadataStatement,
  NamespaceStatement,
  SyntaxTree,
  UseStatement,
} from "./syntax.js";

/** What `formatIdl` returns: no text where the source has errors. */
export interface FormatIdlResult extends WithDiagnostics {
  readonly text: string | undefined;
}

/** Returns a file's text in canonical form, or what keeps it from being parsed. */
export function formatIdl(source: SourceText): FormatIdlResult {
  const { tree, diagnostics } = parseIdl(source);
  return { text: hasSeverity(diagnostics) ? undefined : formatTree(tree), diagnostics };
}

/**
 * Returns a syntax tree as IDL in canonical form: the layout of Smithy's own formatter, with use statements sorted and
 * those left out that no shape needs. A comment at the end of a line stays there, also where Smithy's formatter gives it
 * a line of its own; one between the parts of a line, as between a key and its value, gets one above it. Needs no source
 * text. Formatting what was formatted changes nothing. As in Smithy's formatter, a row of slashes over a blank line
 * becomes a plain comment, although readers take it for documentation.
 */
export function formatTree(tree: SyntaxTree): string {
  const statements = [...tree.control, ...tree.metadata, ...(tree.namespace ? [tree.namespace] : [])];
  const [first] = statements;
  const sections = [
    formatSection(tree.control, first),
    formatSection(tree.metadata, first),
    formatSection(tree.namespace ? [tree.namespace] : [], first),
    formatSection(selectUses(tree), first),
    tree.shapes.map(formatShape).join("\n\n"),
  ].filter((section) => section !== "");
  const comments = tree.comments.map(formatComment).join("\n");
  const body = sections.join("\n\n");
  if (comments === "") return body === "" ? "" : `${body}\n`;
  if (body === "") return `${comments}\n`;
  return `${body}${tree.shapes.length > 0 ? "\n" : "\n\n"}${comments}\n`;
}

type LineStatement = ControlStatement | MetadataStatement | NamespaceStatement | UseStatement;

/** Returns statements below each other, with blank lines around one of many lines. Comments at a file's top are no part. */
function formatSection(statements: readonly LineStatement[], first: LineStatement | undefined): string {
  let text = "";
  let wasLong = false;
  statements.forEach((statement, index) => {
    const lines = formatStatement(statement);
    const comments = formatLines(commentsOf(statement).before, "");
    const isLong = lines.includes("\n") || (comments !== "" && statement !== first);
    if (index > 0) text += isLong || wasLong ? "\n\n" : "\n";
    text += comments + lines;
    wasLong = isLong;
  });
  return text;
}

function formatStatement(statement: LineStatement): string {
  const after = formatAfter(commentsOf(statement).after, "");
  switch (statement.kind) {
    case "namespace":
      return `namespace ${statement.name.name}${after}`;
    case "use":
      return `use ${statement.id.id}${after}`;
    case "control":
    case "metadata": {
      const key = formatKey(statement.key);
      const start = statement.kind === "control" ? `$${key}: ` : `metadata ${key} = `;
      return start + formatValue(statement.value, { indent: "", column: start.length, tail: 0 }) + after;
    }
  }
}

/** Returns the use statements in order, without those that no shape refers to where there are shapes. */
function selectUses({ uses, shapes }: SyntaxTree): readonly UseStatement[] {
  const sorted = [...uses].sort((a, b) => (a.id.id < b.id.id ? -1 : a.id.id > b.id.id ? 1 : 0));
  if (uses.length === 0 || shapes.length === 0) return sorted;
  const names = findReferredNames(shapes);
  return sorted.filter(({ id }) => names.has(id.id.slice(id.id.indexOf("#") + 1)));
}
