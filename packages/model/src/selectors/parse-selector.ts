import type { WithDiagnostics } from "@shapelog/diagnostics";
import { selectorDiagnostics } from "./diagnostics.js";
import { parseAttribute } from "./parse-attribute.js";
import { RELATIONSHIPS } from "./relationships.js";
import { Scanner } from "./scanner.js";
import type {
  FunctionExpression,
  NeighborsExpression,
  Selector,
  SelectorExpression,
  SelectorExpressions,
  SelectorFunction,
} from "./selector.js";
import { SHAPE_TYPES } from "./shape-types.js";

/** Options of {@link parseSelector}. */
export interface ParseSelectorOptions {
  /** What the text is called in locations. Default `selector`. */
  readonly file?: string;
}

/** A selector, `undefined` where its text has errors, and all that was found in the text. */
export interface ParsedSelector extends WithDiagnostics {
  readonly selector: Selector | undefined;
}

const MAX_DEPTH = 100;
/** Each `:recursive` in another one can double the work. */
const MAX_RECURSIVE_DEPTH = 10;
const MAX_EXPRESSIONS = 1000;

const FUNCTIONS: ReadonlyMap<string, { readonly name: SelectorFunction; readonly most?: number }> = new Map<
  string,
  { name: SelectorFunction; most?: number }
>([
  ["in", { name: "in", most: 1 }],
  ["is", { name: "is" }],
  ["not", { name: "not", most: 1 }],
  ["recursive", { name: "recursive", most: 1 }],
  ["root", { name: "root", most: 1 }],
  ["test", { name: "test" }],
  ["topdown", { name: "topdown", most: 2 }],
]);

/**
 * Reads a selector (Smithy 2.0, "Selectors"). Finds all errors of the text. Unknown functions, relationships and
 * attributes are warnings: they yield nothing. Nesting and length have limits far above any use.
 *
 * @example
 * parseSelector("operation [trait|http|code >= 300]").selector;
 */
export function parseSelector(text: string, options: ParseSelectorOptions = {}): ParsedSelector {
  const parsing: Parsing = {
    scanner: new Scanner(text, options.file ?? "selector"),
    depth: 0,
    recursiveDepth: 0,
    expressions: 0,
  };
  const { scanner } = parsing;
  const expressions = parseExpressions(parsing);
  while (!scanner.atEnd()) {
    scanner.reportSyntax("an expression or the end");
    scanner.skipJunk();
    if (!scanner.atEnd() && !isBreak(scanner.peek())) parseExpressions(parsing);
  }
  const selector = scanner.hasErrors ? undefined : { text, expressions };
  return { selector, diagnostics: scanner.diagnostics };
}

interface Parsing {
  readonly scanner: Scanner;
  depth: number;
  recursiveDepth: number;
  expressions: number;
}

function parseExpressions(parsing: Parsing): SelectorExpressions {
  const { scanner } = parsing;
  const found: SelectorExpression[] = [];
  if (isBreak(scanner.peek())) scanner.reportSyntax("an expression");
  while (!isBreak(scanner.peek())) {
    const expression = parseExpression(parsing);
    if (expression) found.push(expression);
    if (++parsing.expressions > MAX_EXPRESSIONS) {
      scanner.report(selectorDiagnostics.create("too-long", scanner.at(), { limit: MAX_EXPRESSIONS }));
      scanner.stop();
    }
  }
  return found;
}

/** Returns whether expressions end here; at the end of the text they do. */
function isBreak(char: string): boolean {
  return char === "" || char === "," || char === "]" || char === ")";
}

function parseExpression(parsing: Parsing): SelectorExpression | undefined {
  const { scanner } = parsing;
  if (scanner.take(":")) return parseFunction(parsing);
  if (scanner.take("[")) return parseAttribute(scanner);
  if (scanner.take("$")) return parseVariable(parsing);
  if (scanner.take("*")) return { kind: "any" };
  if (scanner.take("~>")) return { kind: "recursiveNeighbors" };
  if (scanner.take("<-[")) return parseDirected(scanner, "reverse", "-");
  if (scanner.take("-[")) return parseDirected(scanner, "forward", "->");
  if (scanner.take(">")) return { kind: "neighbors", direction: "forward", relationships: [] };
  if (scanner.take("<")) return { kind: "neighbors", direction: "reverse", relationships: [] };
  return parseType(scanner);
}

function parseType(scanner: Scanner): SelectorExpression | undefined {
  const start = scanner.position;
  const name = scanner.takeIdentifier();
  if (name === undefined) {
    scanner.reportSyntax("an expression");
    scanner.skipJunk();
    return undefined;
  }
  const known = SHAPE_TYPES.get(name);
  if (!known) scanner.report(selectorDiagnostics.create("unknown-type", scanner.at(start), { name }));
  return known && { kind: "type", type: known.type };
}

function parseDirected(
  scanner: Scanner,
  direction: NeighborsExpression["direction"],
  end: string,
): NeighborsExpression | undefined {
  const relationships: string[] = [];
  do {
    scanner.atEnd();
    const start = scanner.position;
    const name = scanner.takeIdentifier();
    if (name === undefined) {
      scanner.reportSyntax("the name of a relationship");
      scanner.skipAttribute();
      scanner.takeNext(end);
      return undefined;
    }
    relationships.push(name);
    if (RELATIONSHIPS.includes(name)) continue;
    const data = { name, known: RELATIONSHIPS };
    scanner.report(selectorDiagnostics.create("unknown-relationship", scanner.at(start), data));
  } while (scanner.take(","));
  if (scanner.expect("]")) {
    if (scanner.takeNext(end)) return { kind: "neighbors", direction, relationships };
    scanner.reportSyntax(`"${end}"`);
  }
  scanner.takeNext("-");
  return undefined;
}

function parseVariable(parsing: Parsing): SelectorExpression | undefined {
  const { scanner } = parsing;
  const isGet = scanner.take("{");
  const variable = scanner.takeIdentifier();
  if (variable === undefined) {
    scanner.reportSyntax("the name of a variable");
    scanner.skipJunk();
    return undefined;
  }
  if (isGet) return scanner.expect("}") ? { kind: "getVariable", variable } : undefined;
  const [expressions, ...more] = parseArguments(parsing) ?? [];
  if (!expressions) return undefined;
  if (more.length > 0) {
    const written = { name: `$${variable}`, start: scanner.position };
    reportCount(scanner, written, { found: more.length + 1, most: 1 });
  }
  return { kind: "setVariable", variable, expressions };
}

function parseFunction(parsing: Parsing): SelectorExpression | undefined {
  const { scanner } = parsing;
  const start = scanner.position;
  const name = scanner.takeIdentifier();
  if (name === undefined) {
    scanner.reportSyntax("the name of a function");
    return undefined;
  }
  const isRecursive = name === "recursive";
  if (isRecursive && ++parsing.recursiveDepth > MAX_RECURSIVE_DEPTH) {
    reportDepth(scanner, ":recursive functions", MAX_RECURSIVE_DEPTH);
  }
  const found = parseArguments(parsing);
  if (isRecursive) parsing.recursiveDepth--;
  return found && createFunction(scanner, { name, start }, found);
}

/** The name of a function or attribute, and where it stands. */
interface WrittenName {
  readonly name: string;
  readonly start: number;
}

function createFunction(
  scanner: Scanner,
  { name, start }: WrittenName,
  found: readonly SelectorExpressions[],
): FunctionExpression | { readonly kind: "nothing" } {
  if (name === "each") {
    const data = { name, replacement: "is" };
    scanner.report(selectorDiagnostics.create("renamed-function", scanner.at(start), data));
    return { kind: "function", name: "is", arguments: found };
  }
  const known = FUNCTIONS.get(name);
  if (known) {
    const { most } = known;
    if (most !== undefined && found.length > most)
      reportCount(scanner, { name, start }, { found: found.length, most });
    return { kind: "function", name: known.name, arguments: found };
  }
  const data = { name, known: [...FUNCTIONS.keys()] };
  scanner.report(selectorDiagnostics.create("unknown-function", scanner.at(start), data));
  return { kind: "nothing" };
}

function reportCount(
  scanner: Scanner,
  { name, start }: WrittenName,
  { found, most }: { readonly found: number; readonly most: number },
): void {
  const expected = most === 1 ? "one selector" : `at most ${most} selectors`;
  scanner.report(selectorDiagnostics.create("argument-count", scanner.at(start), { name, expected, found }));
}

function parseArguments(parsing: Parsing): readonly SelectorExpressions[] | undefined {
  const { scanner } = parsing;
  if (!scanner.expect("(")) return undefined;
  if (++parsing.depth > MAX_DEPTH) reportDepth(scanner, "Selectors", MAX_DEPTH);
  const found: SelectorExpressions[] = [];
  do found.push(parseExpressions(parsing));
  while (scanner.take(","));
  parsing.depth--;
  while (scanner.peek() === "]") {
    scanner.reportSyntax('")"');
    scanner.skipJunk();
  }
  return scanner.expect(")") ? found : undefined;
}

/** Reads no further, so that nothing can overflow. */
function reportDepth(scanner: Scanner, what: string, limit: number): void {
  scanner.report(selectorDiagnostics.create("too-deep", scanner.at(), { what, limit }));
  scanner.stop();
}
