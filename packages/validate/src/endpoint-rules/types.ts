import type { ParameterType } from "./syntax.js";

/** The type of an expression. */
export type Type =
  | { readonly kind: "string" | "boolean" | "integer" }
  | { readonly kind: "array"; readonly of: Type }
  | { readonly kind: "tuple"; readonly entries: readonly (Type | undefined)[] }
  | { readonly kind: "record"; readonly fields: ReadonlyMap<string, Type | undefined> }
  | { readonly kind: "optional"; readonly of: Type };

export const STRING: Type = { kind: "string" };
export const BOOLEAN: Type = { kind: "boolean" };
export const INTEGER: Type = { kind: "integer" };
export const STRINGS: Type = { kind: "array", of: STRING };

/** Returns the type of values that may be unset. */
export function optional(of: Type): Type {
  return of.kind === "optional" ? of : { kind: "optional", of };
}

/** Returns a type without its being optional: that of a value that is set. */
export function withoutOptional(type: Type): Type {
  return type.kind === "optional" ? type.of : type;
}

/** Returns the type of a record. */
export function record(fields: Readonly<Record<string, Type>>): Type {
  return { kind: "record", fields: new Map(Object.entries(fields)) };
}

/** The types of parameters that are set. */
export const PARAMETER_TYPES: Readonly<Record<ParameterType, Type>> = {
  string: STRING,
  boolean: BOOLEAN,
  stringArray: STRINGS,
};

/** Returns whether two types are the same. What is not known is the same as anything. */
export function equalTypes(a: Type | undefined, b: Type | undefined): boolean {
  if (a === b || a === undefined || b === undefined) return true;
  if (a.kind === "array" || a.kind === "optional") return b.kind === a.kind && equalTypes(a.of, b.of);
  if (a.kind === "tuple") {
    if (b.kind !== "tuple" || a.entries.length !== b.entries.length) return false;
    return a.entries.every((entry, index) => equalTypes(entry, b.entries[index]));
  }
  if (a.kind === "record") {
    if (b.kind !== "record" || a.fields.size !== b.fields.size) return false;
    return [...a.fields].every(([name, type]) => b.fields.has(name) && equalTypes(type, b.fields.get(name)));
  }
  return a.kind === b.kind;
}

/** Returns a type as messages show it. */
export function printType(type: Type): string {
  switch (type.kind) {
    case "array":
      return `array of ${printType(type.of)}`;
    case "optional":
      return `optional ${printType(type.of)}`;
    case "record":
      return `record of ${[...type.fields.keys()].join(", ") || "nothing"}`;
    default:
      return type.kind;
  }
}
