import type { Severity } from "@shapelog/diagnostics";
import type { ValidationContext } from "../context.js";
import { NODE_PROBLEMS, type NodeProblem, type NodeProblemData, type NodeProblemKind } from "./problems.js";

/** What is allowed of a value. All default to false, and timestamps to `any`. */
export interface CheckNodeOptions {
  /** A zero out of its range is a warning: models from before defaults have many. */
  readonly zeroMayBeOutOfRange?: boolean;
  /** What breaks a constraint is a warning. */
  readonly constraintsWarn?: boolean;
  /** Null may stand for an optional member. */
  readonly optionalNulls?: boolean;
  /** Blobs have to be base64, and their length is that of the bytes. */
  readonly base64Blobs?: boolean;
  /** `epoch-seconds` takes numbers alone, whatever the format of the shape. */
  readonly timestamps?: "any" | "epoch-seconds";
}

/** One value being checked: where the walk is, and what was found. */
export interface NodeState {
  readonly context: ValidationContext;
  readonly options: CheckNodeOptions;
  readonly problems: NodeProblem[];
  readonly path: string[];
  /** The severity of broken constraints. */
  readonly constraintSeverity: Severity;
  report<Kind extends NodeProblemKind>(
    kind: Kind,
    data: NodeProblemData<Kind>,
    place?: { readonly severity?: Severity; readonly below?: string },
  ): void;
}

/** Returns the state of a check that has not begun. */
export function createNodeState(context: ValidationContext, options: CheckNodeOptions): NodeState {
  const problems: NodeProblem[] = [];
  const path: string[] = [];
  return {
    context,
    options,
    problems,
    path,
    constraintSeverity: options.constraintsWarn ? "warning" : "error",
    report(kind, data, { severity, below } = {}) {
      const entry = NODE_PROBLEMS[kind];
      const message = entry.message as (data: unknown) => string; // `data` is that of `kind`
      problems.push({
        kind,
        severity: severity ?? entry.severity,
        below,
        path: [...path],
        text: message(data),
        data,
      });
    },
  };
}
