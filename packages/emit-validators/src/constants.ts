import { stringLiteral } from "@shapelog/emit";
import { compareCodeUnits } from "@shapelog/model";

/** In the order they are printed: sets are made of values. No prefix starts another, so constants of two kinds never meet. */
const PREFIXES = ["members", "pattern", "values", "set"] as const;

export type ConstantPrefix = (typeof PREFIXES)[number];

/** A constant that checks share. */
export interface Constant {
  readonly prefix: ConstantPrefix;
  readonly expression: string;
  /** The function of the runtime that it is made with. Default: it is made with none. */
  readonly runtime?: string;
  /** The constant that it is made of. Default: it is made of none. */
  readonly of?: string;
}

export interface DeclaredConstant extends Constant {
  readonly name: string;
}

/** Constants that checks share, each declared once. */
export interface Constants {
  /** Returns the name of a constant, declaring it where no equal one is. `base` may be any text. */
  declare(base: string, constant: Constant): string;
  /** Returns the constants in an order in which each stands after what it is made of. */
  list(): readonly DeclaredConstant[];
}

/** Creates an empty set of constants. */
export function createConstants(): Constants {
  const declared = new Map<string, DeclaredConstant>();
  return {
    declare(base, constant) {
      const plain = `${constant.prefix}${base.replace(/\W/g, "_")}`;
      let name = plain;
      for (let number = 2; ; number++) {
        const known = declared.get(name);
        if (known?.expression === constant.expression) return name;
        if (!known) break;
        name = `${plain}_${number}`;
      }
      declared.set(name, { ...constant, name });
      return name;
    },
    list() {
      return [...declared.values()].sort(
        (left, right) =>
          PREFIXES.indexOf(left.prefix) - PREFIXES.indexOf(right.prefix) ||
          compareCodeUnits(left.name, right.name),
      );
    },
  };
}

/** Returns a constant's declaration. */
export function printConstant({ name, expression }: DeclaredConstant): string {
  return `export const ${name} = ${expression};`;
}

/** Returns an array expression of strings and numbers. */
export function printValues(values: readonly (string | number)[]): string {
  return `[${values.map((value) => (typeof value === "string" ? stringLiteral(value) : String(value))).join(", ")}]`;
}
