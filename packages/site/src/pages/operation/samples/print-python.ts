import { type Literal, someValue } from "./literal.js";
import { type Notation, printLiteral, quote } from "./print-literal.js";

const IDENTIFIER = /^[A-Za-z_]\w*$/;
const KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

const NOTATION: Notation = {
  scalar(literal) {
    switch (literal.kind) {
      case "number":
        return literal.big === "bigDecimal" ? `Decimal(${quote(literal.digits)})` : literal.digits;
      case "boolean":
        return literal.value ? "True" : "False";
      case "null":
        return "None";
      case "time":
        return printTime(literal.text);
      case "bytes":
        return /^[ -~]*$/.test(literal.text) ? `b${quote(literal.text)}` : `${quote(literal.text)}.encode()`;
      default:
        return quote(literal.text);
    }
  },
  key: (name) => `${quote(name)}: `,
  indent: "    ",
  trails: true,
};

function printTime(text: string): string {
  const date = new Date(text);
  const parts = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  const micros = date.getUTCMilliseconds() * 1000;
  return `datetime(${[...parts, ...(micros > 0 ? [micros] : [])].join(", ")}, tzinfo=timezone.utc)`;
}

/** Returns the modules that a value's code needs, as imports. */
export function pythonImports(literal: Literal): string[] {
  const hasTime = someValue(literal, ({ kind }) => kind === "time");
  const hasDecimal = someValue(literal, (each) => each.kind === "number" && each.big === "bigDecimal");
  return [
    ...(hasTime ? ["from datetime import datetime, timezone"] : []),
    ...(hasDecimal ? ["from decimal import Decimal"] : []),
  ];
}

/** Returns a call of a function with an object's entries as keyword arguments. */
export function printPythonCall(callee: string, literal: Literal): string {
  const entries = literal.kind === "object" ? literal.entries : [];
  if (entries.length === 0) return `${callee}()`;
  const areKeywords = entries.every(([name]) => IDENTIFIER.test(name) && !KEYWORDS.has(name));
  if (!areKeywords) return `${callee}(**${printLiteral(literal, NOTATION)})`;
  const lines = entries.map(
    ([name, value]) => `    ${name}=${printLiteral(value, NOTATION, "    ", 5 + name.length)},`,
  );
  return `${callee}(\n${lines.join("\n")}\n)`;
}
