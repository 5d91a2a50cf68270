import { stringLiteral } from "@shapelog/emit";
import { compareCodeUnits } from "@shapelog/model";

/** In the order they are printed: sets are made of values. No prefix starts another, so constants of two kinds never meet. */
const PREFIXES = ["members", "pattern", "values", "set"] as const;

export type ConstantPrefix = (typeof PREFIXES)[number];

interface Constant {
  readonly prefix: ConstantPrefix;
  readonly expression: string;
}

/** Constants that checks share, each declared once. */
export interface Constants {
  /** The functions of the runtime that the constants are made with. */
  readonly usedRuntime: Set<string>;
  /** Returns the name of a constant, declaring it where no equal one is. `base` may be any text. */
  declare(prefix: ConstantPrefix, base: string, expression: string): string;
  /** Returns the declarations in an order in which each stands after what it is made of. */
  print(): string[];
}

/** Creates an empty set of constants. */
export function createConstants(): Constants {
  const declared = new Map<string, Constant>();
  return {
    usedRuntime: new Set(),
    declare(prefix, base, expression) {
      const plain = `${prefix}${base.replace(/\W/g, "_")}`;
      let name = plain;
      for (let number = 2; ; number++) {
        const known = declared.get(name);
        if (known?.expression === expression) return name;
        if (!known) break;
        name = `${plain}_${number}`;
      }
      declared.set(name, { prefix, expression });
      return name;
    },
    print() {
      const sorted = [...declared].sort(
        ([a, { prefix: left }], [b, { prefix: right }]) =>
          PREFIXES.indexOf(left) - PREFIXES.indexOf(right) || compareCodeUnits(a, b),
      );
      return sorted.map(([name, { expression }]) => `export const ${name} = ${expression};`);
    },
  };
}

/** Returns an array expression of strings and numbers. */
export function printValues(values: readonly (string | number)[]): string {
  return `[${values.map((value) => (typeof value === "string" ? stringLiteral(value) : String(value))).join(", ")}]`;
}
