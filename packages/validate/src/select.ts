import type { Model, ShapeId } from "@shapelog/model";
import {
  createSelection,
  defaultSteps,
  isFilterSelector,
  type MessageTemplate,
  matchSelector,
  parseSelector,
  printMessage,
  type SelectBudget,
  type Selection,
  type Selector,
  type SelectorMatch,
  SelectorTooCostly,
  selectShapes,
} from "@shapelog/model/selectors";

/**
 * Selectors over one model, each text read once and run once. They come from strangers: one that takes more steps than
 * it may, or than all of a model's may together, yields `undefined`, and is among the {@link Selecting.unfinished}.
 */
export interface Selecting {
  /** The model as selectors see it. */
  readonly selection: Selection;
  /** Returns the ids of all shapes and members that a selector yields; none where its text has errors. */
  select(selector: string): ReadonlySet<ShapeId> | undefined;
  /** Returns which of some ids a selector yields when it may begin with any shape; all where its text has errors. */
  filter(selector: string, ids: readonly ShapeId[]): ReadonlySet<ShapeId> | undefined;
  /** Returns the ids of what a selector yields from some shapes; none where its text has errors. */
  selectFrom(selector: string, ids: readonly ShapeId[]): ReadonlySet<ShapeId> | undefined;
  /** Returns the matches of a selector, each with the message that a template makes of it. */
  describe(selector: Selector, template: MessageTemplate): readonly Described[] | undefined;
  /** Returns the texts of the selectors that were given up. */
  unfinished(): readonly string[];
}

/** A match, and the message about it. */
export interface Described {
  readonly match: SelectorMatch;
  readonly message: string;
}

/** What all selectors of a model may take together, in what one of them may. */
const SELECTORS = 10;
/** Steps for a shape that is kept. */
const KEPT = 4;

/** Returns what selects in a model and the definitions it uses. */
export function createSelecting(model: Model, definitions: Model): Selecting {
  const selection = createSelection(model, { definitions });
  const each = defaultSteps(selection.shapes.length);
  let left = each * SELECTORS;
  const unfinished = new Set<string>();
  const parsed = new Map<string, Selector | undefined>();
  const selected = new Map<string, ReadonlySet<ShapeId> | undefined>();
  const parse = (text: string) => {
    if (!parsed.has(text)) parsed.set(text, parseSelector(text).selector);
    return parsed.get(text);
  };
  const within = <Result>(text: string, work: (budget: SelectBudget) => Result): Result | undefined => {
    const most = Math.min(each, left);
    const budget = { left: most };
    try {
      return work(budget);
    } catch (error) {
      if (!(error instanceof SelectorTooCostly)) throw error;
      unfinished.add(text);
      return undefined;
    } finally {
      left -= most - Math.max(0, budget.left);
    }
  };
  const run = (text: string, from?: readonly ShapeId[]) =>
    within(text, (budget) => {
      const selector = parse(text);
      const ids = selector ? selectShapes(selection, selector, { budget, ...(from ? { from } : {}) }) : [];
      budget.left -= ids.length * KEPT;
      return new Set(ids);
    });
  const select = (text: string) => {
    if (!selected.has(text)) selected.set(text, run(text));
    return selected.get(text);
  };
  return {
    selection,
    select,
    filter(text, ids) {
      const selector = parse(text);
      if (!selector) return new Set(ids);
      return isFilterSelector(selector) ? run(text, ids) : select(text);
    },
    selectFrom: run,
    describe: (selector, template) =>
      within(selector.text, (budget) =>
        matchSelector(selection, selector, { budget }).map((match) => ({
          match,
          message: printMessage(selection, match, { template, budget }),
        })),
      ),
    unfinished: () => [...unfinished],
  };
}
