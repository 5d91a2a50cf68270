import type { Model, ShapeId } from "@shapelog/model";
import {
  createSelection,
  isFilterSelector,
  parseSelector,
  type Selection,
  type Selector,
  selectShapes,
} from "@shapelog/model/selectors";

/** Selectors over one model, each read once and run once. */
export interface Selecting {
  /** The model as selectors see it. */
  readonly selection: Selection;
  /** Returns the ids of all shapes and members that a selector yields; none where its text has errors. */
  select(selector: string): ReadonlySet<ShapeId>;
  /** Returns which of some ids a selector yields when it may begin with any shape; all where its text has errors. */
  filter(selector: string, ids: readonly ShapeId[]): ReadonlySet<ShapeId>;
}

/** Returns what selects in a model and the definitions it uses. */
export function createSelecting(model: Model, definitions: Model): Selecting {
  const selection = createSelection(model, { definitions });
  const parsed = new Map<string, Selector | undefined>();
  const selected = new Map<string, ReadonlySet<ShapeId>>();
  const parse = (text: string) => {
    if (!parsed.has(text)) parsed.set(text, parseSelector(text).selector);
    return parsed.get(text);
  };
  const select = (text: string) => {
    const known = selected.get(text);
    if (known) return known;
    const selector = parse(text);
    const ids = new Set(selector ? selectShapes(selection, selector) : []);
    selected.set(text, ids);
    return ids;
  };
  return {
    selection,
    select,
    filter(text, ids) {
      const selector = parse(text);
      if (!selector) return new Set(ids);
      return isFilterSelector(selector)
        ? new Set(selectShapes(selection, selector, { from: ids }))
        : select(text);
    },
  };
}
