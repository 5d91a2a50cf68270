import type ts from "typescript";
import type { Use } from "../../use.js";
import { placeOf } from "../code-place.js";
import type { ProgramContext } from "../context.js";
import type { Trace } from "../trace.js";
import type { Vocabulary } from "../vocabulary.js";

/** What is said of a use, but for its place. */
export type UseFacts<Kind extends Use["kind"]> = Omit<
  Extract<Use, { readonly kind: Kind }>,
  "kind" | "at" | "package" | "checked"
>;

/** What looks at a program's files have in common. */
export interface Look {
  readonly context: ProgramContext;
  readonly trace: Trace;
  /** All values that any enum has. */
  readonly values: ReadonlySet<string | number>;
  readonly uses: Use[];
}

export interface AddOptions {
  readonly vocabulary: Vocabulary;
  /** Default: whether the compiler looks at the file's types. */
  readonly checked?: boolean;
}

/** Adds a use of a kind at a node. */
export function addUse<Kind extends Use["kind"]>(
  { context, uses }: Look,
  node: ts.Node,
  kind: Kind,
  { vocabulary, checked = true, ...facts }: UseFacts<Kind> & AddOptions,
): void {
  const use = {
    kind,
    at: placeOf(node),
    package: vocabulary.package.name,
    checked: checked && context.isChecked(node.getSourceFile()),
    ...facts,
  };
  uses.push(use as unknown as Use); // the kind and its facts belong together
}
