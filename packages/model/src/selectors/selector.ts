import type { ShapeTypeName } from "./shape-types.js";

/** A selector as read from its text. Plain data, except that it is compiled once for each object. */
export interface Selector {
  readonly text: string;
  readonly expressions: SelectorExpressions;
}

/** Expressions one after the other: each gets the shapes that the one before yields. */
export type SelectorExpressions = readonly SelectorExpression[];

/** One step of a selector (Smithy 2.0, "Selectors", Grammar). */
export type SelectorExpression =
  | { readonly kind: "any" }
  | { readonly kind: "type"; readonly type: ShapeTypeName }
  | AttributeExpression
  | ScopedAttributeExpression
  | FunctionExpression
  | NeighborsExpression
  | { readonly kind: "recursiveNeighbors" }
  | SetVariableExpression
  | { readonly kind: "getVariable"; readonly variable: string }
  /** A function that is not known: yields nothing. */
  | { readonly kind: "nothing" };

/** `[path]`, or `[path comparator values]`. */
export interface AttributeExpression {
  readonly kind: "attribute";
  readonly path: AttributePath;
  readonly comparison?: AttributeComparison;
}

/** What a value is compared with; one of the values has to match. */
export interface AttributeComparison {
  readonly comparator: Comparator;
  readonly values: readonly string[];
  readonly ignoreCase: boolean;
}

/** `[@path: assertions]`; all assertions have to match. */
export interface ScopedAttributeExpression {
  readonly kind: "scopedAttribute";
  /** Empty where the shape itself is the scope. */
  readonly path: AttributePath;
  readonly assertions: readonly ScopedAssertion[];
}

/** One assertion on the value of a scope. */
export interface ScopedAssertion {
  readonly left: ScopedOperand;
  readonly comparator: Comparator;
  readonly right: readonly ScopedOperand[];
  readonly ignoreCase: boolean;
}

/** A literal, or `@{path}` from the scope. */
export type ScopedOperand =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "context"; readonly path: AttributePath };

/** `trait|range|min` and the like. */
export type AttributePath = readonly PathSegment[];

/** A property, or a function property such as `(values)`, whose name is without its parentheses. */
export interface PathSegment {
  readonly kind: "property" | "function";
  readonly name: string;
}

/** The functions that are known; `:each` is read as `:is`. */
export type SelectorFunction = "in" | "is" | "not" | "recursive" | "root" | "test" | "topdown";

/** `:name(selector, ...)`. */
export interface FunctionExpression {
  readonly kind: "function";
  readonly name: SelectorFunction;
  readonly arguments: readonly SelectorExpressions[];
}

/** `>`, `<`, `-[a, b]->` and `<-[a, b]-`. Without relationships every one but `trait` is meant. */
export interface NeighborsExpression {
  readonly kind: "neighbors";
  readonly direction: "forward" | "reverse";
  readonly relationships: readonly string[];
}

/** `$name(selector)`. */
export interface SetVariableExpression {
  readonly kind: "setVariable";
  readonly variable: string;
  readonly expressions: SelectorExpressions;
}

/** How values are compared, longer signs before those they start with. */
export const COMPARATORS = [
  "{!=}",
  "{=}",
  "{<<}",
  "{<}",
  "^=",
  "$=",
  "*=",
  "!=",
  "?=",
  ">=",
  "<=",
  "=",
  ">",
  "<",
] as const;

/** How two values are compared. */
export type Comparator = (typeof COMPARATORS)[number];
