import type { Severity } from "@shapelog/diagnostics";
import type { Pagination, ShapeKind } from "@shapelog/model";

/** What holds of one part of `@paginated`. */
export interface Part {
  readonly name: keyof Pagination;
  /** Where its member is. */
  readonly in: "input" | "output";
  /** Whether it has to be given, by the operation or its service. */
  readonly needed: boolean;
  /** Whether it may be a path of several members. */
  readonly nested: boolean;
  /** What a `@required` member is worth, if anything. */
  readonly required?: Severity;
  readonly targets: readonly ShapeKind[];
  /** Targets that are allowed but that many clients cannot use. */
  readonly doubtful: readonly ShapeKind[];
}

/** The parts of `@paginated` (Smithy 2.0, "paginated trait"). */
export const PARTS: readonly Part[] = [
  {
    name: "inputToken",
    in: "input",
    needed: true,
    nested: false,
    required: "error",
    targets: ["string"],
    doubtful: ["map"],
  },
  {
    name: "pageSize",
    in: "input",
    needed: false,
    nested: false,
    required: "warning",
    targets: ["integer"],
    doubtful: ["byte", "short", "long"],
  },
  {
    name: "outputToken",
    in: "output",
    needed: true,
    nested: true,
    required: "danger",
    targets: ["string"],
    doubtful: ["map"],
  },
  { name: "items", in: "output", needed: false, nested: true, targets: ["list", "map"], doubtful: [] },
];
