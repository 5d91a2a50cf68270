import type ts from "typescript";
import type { ValueForm } from "../../use.js";
import type { EnumName } from "../context.js";
import { addUse, type Look } from "./look.js";

export interface ValuePlace {
  readonly enums: readonly EnumName[];
  readonly value: string | number;
  readonly form: ValueForm;
  readonly checked: boolean;
  readonly constant?: string;
}

/** Adds a value for each enum that it can be one of: those that have it, or the only one there is. */
export function addValue(
  look: Look,
  node: ts.Node,
  { enums, value, form, checked, constant }: ValuePlace,
): void {
  const having = enums.filter(({ vocabulary, name }) => vocabulary.enums.get(name)?.has(value));
  const meant = having.length > 0 ? having : enums.length === 1 ? enums : [];
  for (const { vocabulary, name: shape } of meant) {
    const others = meant.flatMap(({ name }) => (name === shape ? [] : [name]));
    addUse(look, node, "value", {
      vocabulary,
      shape,
      value,
      form,
      checked,
      ...(constant === undefined ? {} : { constant }),
      ...(others.length > 0 ? { others } : {}),
    });
  }
}
