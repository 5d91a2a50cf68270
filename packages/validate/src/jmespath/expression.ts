import type { NodeValue } from "@shapelog/model";

export type Comparator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** A JMESPath expression as a tree; `at` is the offset in its text (JMESPath specification, jmespath.org). */
export type Expression = { readonly at: number } & (
  | { readonly kind: "current" }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "slice"; readonly start?: number; readonly stop?: number; readonly step: number }
  | { readonly kind: "literal"; readonly value: NodeValue }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "hash"; readonly entries: readonly (readonly [key: string, value: Expression])[] }
  | { readonly kind: "not" | "flatten" | "reference"; readonly of: Expression }
  /** `left.right` and `left | right`: the right side sees what the left one gives. */
  | { readonly kind: "then" | "and" | "or"; readonly left: Expression; readonly right: Expression }
  /** `left[*].right` and `left.*.right`: the right side sees each entry. */
  | { readonly kind: "projection" | "values"; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: "filter";
      readonly left: Expression;
      readonly condition: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "comparison";
      readonly comparator: Comparator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
);

/** Something wrong with an expression. */
export interface ExpressionProblem {
  /** The offset in its text. */
  readonly at: number;
  readonly severity: "error" | "danger" | "warning";
  /** Half a sentence, without a full stop. */
  readonly text: string;
}
