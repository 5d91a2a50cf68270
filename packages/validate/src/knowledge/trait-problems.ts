import type { ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../context.js";
import { checkNode } from "../node/check-node.js";
import type { NodeProblem } from "../node/problems.js";
import { appliedTraits } from "./applied-traits.js";

/** What is wrong with the value of a trait. */
export interface TraitProblem {
  readonly shape: ShapeId;
  readonly trait: ShapeId;
  readonly problem: NodeProblem;
}

/** Returns what is wrong with the values of the traits that the model's own shapes have. */
export function traitProblems(context: ValidationContext): readonly TraitProblem[] {
  return context.know(findProblems);
}

function findProblems(context: ValidationContext): readonly TraitProblem[] {
  return appliedTraits(context).flatMap(({ trait, definition }) => {
    const subject = { id: trait, traits: definition.traits, shape: definition };
    return context
      .withTrait(trait)
      .flatMap(({ id, value }) =>
        checkNode(context, subject, { value }).map((problem) => ({ shape: id, trait, problem })),
      );
  });
}
