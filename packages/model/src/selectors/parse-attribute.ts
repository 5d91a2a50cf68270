import { selectorDiagnostics } from "./diagnostics.js";
import type { Scanner } from "./scanner.js";
import {
  type AttributeExpression,
  type AttributePath,
  COMPARATORS,
  type Comparator,
  type PathSegment,
  type ScopedAssertion,
  type ScopedAttributeExpression,
  type ScopedOperand,
} from "./selector.js";

/** Far above any use: values are read one in another, by recursion. */
const MAX_PATH = 100;

const ATTRIBUTES: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ["id", ["id|namespace", "id|name", "id|member", "id|(length)"]],
  ["service", ["service|id", "service|version"]],
  ["trait", undefined],
  ["var", undefined],
]);

/** Reads what follows `[`. After an error it stands behind the attribute. */
export function parseAttribute(
  scanner: Scanner,
): AttributeExpression | ScopedAttributeExpression | undefined {
  const attribute = scanner.takeNext("@") ? parseScoped(scanner) : parsePlain(scanner);
  if (attribute && scanner.expect("]")) return attribute;
  scanner.skipAttribute();
  return undefined;
}

/** Reads `@{path}`. */
export function parseContextPath(scanner: Scanner): AttributePath | undefined {
  if (!scanner.expect("@{")) return undefined;
  const path = parseSegments(scanner);
  return path && scanner.expect("}") ? path : undefined;
}

function parsePlain(scanner: Scanner): AttributeExpression | undefined {
  const path = parseKey(scanner);
  if (!path) return undefined;
  if (scanner.peek() === "]") return { kind: "attribute", path };
  const comparator = parseComparator(scanner);
  if (comparator === undefined) return undefined;
  const values = parseList(scanner, parseValue);
  return values && { kind: "attribute", path, comparison: { comparator, values, ...parseFlags(scanner) } };
}

function parseScoped(scanner: Scanner): ScopedAttributeExpression | undefined {
  const path = scanner.peek() === ":" ? [] : parseKey(scanner);
  if (!path || !scanner.expect(":")) return undefined;
  const assertions: ScopedAssertion[] = [];
  do {
    const assertion = parseAssertion(scanner, path.length === 0);
    if (!assertion) return undefined;
    assertions.push(assertion);
  } while (scanner.take("&&"));
  return { kind: "scopedAttribute", path, assertions };
}

function parseAssertion(scanner: Scanner, ofShape: boolean): ScopedAssertion | undefined {
  const left = parseOperand(scanner, ofShape);
  const comparator = left && parseComparator(scanner);
  if (!comparator) return undefined;
  const right = parseList(scanner, () => parseOperand(scanner, ofShape));
  return right && { left, comparator, right, ...parseFlags(scanner) };
}

function parseOperand(scanner: Scanner, ofShape: boolean): ScopedOperand | undefined {
  if (scanner.peek() !== "@") {
    const text = parseValue(scanner);
    return text === undefined ? undefined : { kind: "literal", text };
  }
  const start = scanner.position;
  const path = parseContextPath(scanner);
  if (path && ofShape) checkPath(scanner, path, start);
  return path && { kind: "context", path };
}

function parseKey(scanner: Scanner): AttributePath | undefined {
  scanner.atEnd();
  const start = scanner.position;
  const name = scanner.takeIdentifier();
  if (name === undefined) {
    scanner.reportSyntax("the name of an attribute");
    return undefined;
  }
  const first: PathSegment = { kind: "property", name };
  const rest = scanner.take("|") ? parseSegments(scanner) : [];
  if (!rest) return undefined;
  const path = [first, ...rest];
  checkPath(scanner, path, start);
  return path;
}

function parseSegments(scanner: Scanner): AttributePath | undefined {
  const path: PathSegment[] = [];
  do {
    if (path.length === MAX_PATH) {
      scanner.report(
        selectorDiagnostics.create("too-deep", scanner.at(), { what: "Attributes", limit: MAX_PATH }),
      );
      scanner.stop();
      return undefined;
    }
    const segment = parseSegment(scanner);
    if (!segment) return undefined;
    path.push(segment);
  } while (scanner.take("|"));
  return path;
}

function parseSegment(scanner: Scanner): PathSegment | undefined {
  if (!scanner.take("(")) {
    const name = parseValue(scanner);
    return name === undefined ? undefined : { kind: "property", name };
  }
  const name = scanner.takeIdentifier();
  if (name === undefined) scanner.reportSyntax("the name of a function property");
  return name !== undefined && scanner.expect(")") ? { kind: "function", name } : undefined;
}

function parseValue(scanner: Scanner): string | undefined {
  const quote = scanner.peek();
  if (quote === "'" || quote === '"') return scanner.takeQuoted();
  const word = scanner.takeWord();
  if (word === undefined) scanner.reportSyntax("a text in quotes, a number or a shape id");
  return word;
}

function parseList<Value>(
  scanner: Scanner,
  parse: (scanner: Scanner) => Value | undefined,
): readonly Value[] | undefined {
  const values: Value[] = [];
  do {
    const value = parse(scanner);
    if (value === undefined) return undefined;
    values.push(value);
  } while (scanner.take(","));
  return values;
}

function parseComparator(scanner: Scanner): Comparator | undefined {
  const found = COMPARATORS.find((comparator) => scanner.take(comparator));
  if (found === undefined) scanner.reportSyntax("a comparator");
  return found;
}

function parseFlags(scanner: Scanner): { readonly ignoreCase: boolean } {
  return { ignoreCase: scanner.take("i") };
}

function checkPath(scanner: Scanner, path: AttributePath, start: number): void {
  const [first, second] = path.map(printSegment);
  if (first === undefined) return;
  if (!ATTRIBUTES.has(first)) {
    reportUnknown(scanner, start, { path: first, known: [...ATTRIBUTES.keys()] });
    return;
  }
  const known = ATTRIBUTES.get(first);
  const nested = `${first}|${second}`;
  if (known && second !== undefined && !known.includes(nested))
    reportUnknown(scanner, start, { path: nested, known });
}

function reportUnknown(
  scanner: Scanner,
  start: number,
  data: { readonly path: string; readonly known: readonly string[] },
): void {
  scanner.report(selectorDiagnostics.create("unknown-attribute", scanner.at(start), data));
}

function printSegment({ kind, name }: PathSegment): string {
  return kind === "function" ? `(${name})` : name;
}
