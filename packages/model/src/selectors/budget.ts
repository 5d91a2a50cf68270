/** What an evaluation may still take, in steps: one for each shape, neighbor or value that is looked at or kept. */
export interface SelectBudget {
  left: number;
}

/** Steps for each evaluation, and for each shape and member of the model. Real selectors take a few for each shape. */
const STEPS = { fixed: 5_000_000, perShape: 40 };

/** What a selector may take where nobody says otherwise: its result is the same on every machine. */
export function defaultSteps(shapes: number): number {
  return STEPS.fixed + STEPS.perShape * shapes;
}

/**
 * A selector takes more steps than it may on this model, so that what it yields is not known. Selectors come from
 * strangers, and a short one can ask for more than a machine has.
 */
export class SelectorTooCostly extends Error {
  override readonly name = "SelectorTooCostly";
}

/**
 * Takes steps from a budget.
 *
 * @throws {SelectorTooCostly} where there are not so many left.
 */
export function spend(budget: SelectBudget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0) throw new SelectorTooCostly("The selector takes too many steps on this model.");
}
