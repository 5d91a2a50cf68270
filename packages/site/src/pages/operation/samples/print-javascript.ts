import type { Entry, Literal } from "./literal.js";
import { type Notation, printLiteral, quote } from "./print-literal.js";

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** JavaScript as programs hold values. */
const NOTATION: Notation = {
  scalar(literal) {
    switch (literal.kind) {
      case "number":
        return printNumber(literal);
      case "boolean":
        return String(literal.value);
      case "null":
        return "null";
      case "time":
        return `new Date(${quote(literal.text)})`;
      case "bytes":
        return `new TextEncoder().encode(${quote(literal.text)})`;
      default:
        return quote(literal.text);
    }
  },
  key: (name) => `${propertyKey(name)}: `,
  indent: "  ",
  trails: true,
};

function printNumber({ digits, big }: Extract<Literal, { kind: "number" }>): string {
  if (big === "bigInteger") return /^-?\d+$/.test(digits) ? `${digits}n` : `BigInt(${digits})`;
  return big === "bigDecimal" ? `nv(${quote(digits)})` : digits;
}

/** `__proto__` is computed: written as a key, it would set the prototype. */
function propertyKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return IDENTIFIER.test(name) ? name : quote(name);
}

/** Returns a value as JavaScript. `start` is the column at which it begins. */
export function printJavaScript(literal: Literal, indent = "", start = indent.length): string {
  return printLiteral(literal, NOTATION, indent, start);
}

/** Returns the imports that a value's code needs. */
export function javaScriptImports(literal: Literal): string[] {
  const hasDecimal = (each: Literal | Entry): boolean => {
    if (!("kind" in each)) return hasDecimal(each[1]);
    if (each.kind === "list") return each.items.some(hasDecimal);
    if (each.kind === "object") return each.entries.some(hasDecimal);
    return each.kind === "number" && each.big === "bigDecimal";
  };
  return hasDecimal(literal) ? ['import { nv } from "@smithy/core/serde";'] : [];
}
