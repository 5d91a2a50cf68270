import type { ShapeId } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { objectOf, typeOfShape } from "../../jmespath/value-type.js";
import { type Acceptor, readWaiters, WAITABLE, type WaitableOperation } from "../../knowledge/waiters.js";
import { defineRule } from "../../rule.js";
import { checkMatcher, checkMessage, type MatcherProblem } from "./check-matcher.js";

interface Found {
  readonly waiter: string;
  readonly problem: string;
}

const message = ({ waiter, problem }: Found) => `Waiter ${waiter}${problem}.`;

/** Waiters that never come to an end, or that look at what is not there (Smithy 2.0, "Waiters"). */
export const waitableTrait = defineRule({
  name: "WaitableTrait",
  events: {
    WaitableTrait: { severity: "error", message },
    WaitableTraitInvalidErrorType: { severity: "warning", message },
    "WaitableTraitJmespathProblem.JmespathEventDanger": { severity: "danger", message },
    "WaitableTraitJmespathProblem.JmespathEventWarning": { severity: "warning", message },
    "WaitableTraitJmespathProblem.ReturnTypeMismatch": { severity: "danger", message },
  },
  *validate(context, event) {
    for (const operation of readWaiters(context)) {
      const place = { shape: operation.shape.id, trait: WAITABLE };
      for (const { name: waiter, minDelay, maxDelay, acceptors } of operation.waiters) {
        if (minDelay > maxDelay) {
          const problem = ` has a minDelay of ${minDelay}, which is more than its maxDelay of ${maxDelay}`;
          yield event("WaitableTrait", place, { waiter, problem });
        }
        for (const acceptor of acceptors) {
          for (const { kind, text } of checkAcceptor(context, operation, acceptor)) {
            const problem = `, acceptor ${acceptor.index}: ${text}`;
            const below = kind === "error" ? undefined : `${waiter}.${acceptor.index}`;
            yield event(EVENTS[kind], { ...place, below }, { waiter, problem });
          }
        }
        if (!acceptors.some(({ state }) => state === "success")) {
          yield event("WaitableTrait", place, { waiter, problem: " has no acceptor with the state success" });
        }
      }
    }
  },
});

type Kind = MatcherProblem["kind"] | "error-type";

const EVENTS = {
  error: "WaitableTrait",
  danger: "WaitableTraitJmespathProblem.JmespathEventDanger",
  warning: "WaitableTraitJmespathProblem.JmespathEventWarning",
  mismatch: "WaitableTraitJmespathProblem.ReturnTypeMismatch",
  "error-type": "WaitableTraitInvalidErrorType",
} as const satisfies Record<Kind, string>;

function* checkAcceptor(
  context: ValidationContext,
  { shape }: WaitableOperation,
  acceptor: Acceptor,
): Iterable<{ readonly kind: Kind; readonly text: string }> {
  const output = typeOfShape(context, shape.output);
  if (acceptor.output) yield* checkMatcher(acceptor.output, output);
  if (acceptor.inputOutput) {
    const sides = new Map([
      ["input", () => typeOfShape(context, shape.input)],
      ["output", () => output],
    ]);
    yield* checkMatcher(acceptor.inputOutput, objectOf(sides));
  }
  if (acceptor.errorType !== undefined && !hasError(shape.errors, acceptor.errorType)) {
    const known = shape.errors.length === 0 ? "none" : shape.errors.join(", ");
    yield { kind: "error-type", text: `the operation has no error "${acceptor.errorType}"; it has ${known}` };
  }
  if (acceptor.message === undefined) return;
  if (acceptor.state === "failure") yield* checkMessage(acceptor.message, output);
  else
    yield {
      kind: "error",
      text: `it has a message, which failure alone shows, but its state is ${acceptor.state}`,
    };
}

function hasError(errors: readonly ShapeId[], name: string): boolean {
  return errors.some((id) => id === name || id.endsWith(`#${name}`));
}
