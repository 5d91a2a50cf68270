import type ts from "typescript";
import type { Place } from "../place.js";
import type { TypeScript } from "../program/typescript.js";
import type { DescribedEdit } from "./described-edit.js";

/**
 * Returns the edit that puts a default branch into a switch which has none and misses values from now on. It does nothing,
 * as the switch did; where all other branches leave the function and nothing follows, it throws.
 */
export function addDefault(
  typescript: TypeScript,
  source: ts.SourceFile,
  { use, finding, at }: Place,
): DescribedEdit | undefined {
  if (use?.kind !== "cover" || use.form !== "switch" || use.rest !== "nothing") return undefined;
  const found = findSwitch(typescript, source, at);
  const last = found?.caseBlock.clauses.at(-1);
  if (!found || !last || found.caseBlock.clauses.some(typescript.isDefaultClause)) return undefined;
  const missing = (finding?.changes ?? []).flatMap((change) =>
    change.kind === "enum.value.added" && !use.values.includes(change.value) ? [String(change.value)] : [],
  );
  if (missing.length === 0) return undefined;
  const body = leaves(typescript, found) ? printThrow(source, found, use.shape) : "break;";
  const about = `A default branch for ${listValues(missing)} of ${use.shape}.`;
  return { ...layOut(source, found, { last, body }), about };
}

/** What is called is not called again. */
function printThrow(source: ts.SourceFile, { expression }: ts.SwitchStatement, shape: string): string {
  const over = expression.getText(source);
  if (!/^[\w$.?]+$/.test(over)) return `throw new Error("${shape} has another value.");`;
  return `throw new Error(\`${shape} has another value: \${String(${over})}\`);`;
}

function findSwitch(
  typescript: TypeScript,
  source: ts.SourceFile,
  { start, end }: { readonly start: number; readonly end: number },
): ts.SwitchStatement | undefined {
  let found: ts.SwitchStatement | undefined;
  const visit = (node: ts.Node): void => {
    if (start < node.pos || end > node.end) return;
    const { expression } = typescript.isSwitchStatement(node) ? node : {};
    if (expression?.getStart(source) === start && expression.end === end) found = node as ts.SwitchStatement; // it has the expression
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Returns whether every branch returns or throws, and the switch is the last of its function. */
function leaves(typescript: TypeScript, node: ts.SwitchStatement): boolean {
  const { parent } = node;
  const isLast =
    typescript.isBlock(parent) &&
    typescript.isFunctionLike(parent.parent) &&
    parent.statements.at(-1) === node;
  const isLeaving = (statement: ts.Statement | undefined): boolean => {
    if (!statement) return false;
    if (typescript.isBlock(statement)) return isLeaving(statement.statements.at(-1));
    return typescript.isReturnStatement(statement) || typescript.isThrowStatement(statement);
  };
  // A branch without statements falls through to the next one.
  const branches = node.caseBlock.clauses.filter(({ statements }) => statements.length > 0);
  return isLast && branches.length > 0 && branches.every(({ statements }) => isLeaving(statements.at(-1)));
}

interface Branch {
  readonly last: ts.CaseOrDefaultClause;
  readonly body: string;
}

/** A branch stands as those before it do: on lines of its own, or all on one. */
function layOut(source: ts.SourceFile, { caseBlock }: ts.SwitchStatement, { last, body }: Branch) {
  const { text } = source;
  const brace = caseBlock.end - 1;
  const line = text.lastIndexOf("\n", brace) + 1;
  const isAlone = text.slice(line, brace).trim() === "" && line > last.getStart(source);
  if (!isAlone)
    return {
      start: brace,
      end: brace,
      text: `${/\s/.test(text.charAt(brace - 1)) ? "" : " "}default: ${body} `,
    };
  const feed = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = indentOf(text, last.getStart(source));
  const step = indent.startsWith("\t") ? "\t" : stepOf(text, { last, indent });
  return { start: line, end: line, text: `${indent}default:${feed}${indent}${step}${body}${feed}` };
}

function stepOf(
  text: string,
  { last, indent }: { readonly last: ts.CaseOrDefaultClause; readonly indent: string },
) {
  const [first] = last.statements;
  const inner = first ? indentOf(text, first.getStart()) : indent;
  return inner.length > indent.length ? inner.slice(indent.length) : "  ";
}

/** Returns the white space that the line of a place begins with. */
function indentOf(text: string, place: number): string {
  const line = text.slice(text.lastIndexOf("\n", place - 1) + 1, place);
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

function listValues(values: readonly string[]): string {
  const last = values.at(-1) ?? "";
  return values.length < 2 ? last : `${values.slice(0, -1).join(", ")} and ${last}`;
}
