import type { Severity } from "@shapelog/diagnostics";
import type { Direction, Model, Position, Shape, ShapeId } from "@shapelog/model";
import type { Change, ShapeLevelChange } from "./change.js";
import type { Bump, Verdict } from "./finding.js";

/** All changes of one shape, with the shape on both sides where it is there. */
export interface Difference {
  readonly shape: ShapeId;
  readonly before: Shape | undefined;
  readonly after: Shape | undefined;
  readonly changes: readonly ShapeLevelChange[];
}

/** What a rule may ask about. */
export interface RuleContext {
  readonly before: Model;
  readonly after: Model;
}

/** Changes that a rule explains, and what it says of them. */
export interface Match {
  readonly changes: readonly Change[];
  /** The member the changes are about, where it is one. Its name is added to the paths. */
  readonly member?: string;
  readonly message: string;
  readonly affected?: string;
  readonly action?: string;
  /** Replaces the place of the shape or member where the changes are met elsewhere. */
  readonly positions?: readonly Position[];
}

/**
 * Where a rule looks: at shapes in requests, at shapes in responses, at shapes of data that no operation reaches, or at
 * any shape, used or not.
 */
export type Reach = Direction | "none" | "any";

/**
 * One rule. It sees each shape's changes once for every direction the shape travels in, and claims those it explains.
 * Rules are asked in the order of their list; what one has claimed the next do not see.
 */
export interface Rule {
  /** `request.enum.value-added`; public, never renamed. */
  readonly id: string;
  readonly reach: Reach;
  readonly wire: Severity;
  readonly source: Severity;
  readonly verdict: Verdict;
  readonly bump: Bump;
  /** The rule that the reversed change meets, or why there is none. */
  readonly mirror: string | { readonly none: string };
  evaluate(difference: Difference, place: Place, context: RuleContext): readonly Match[];
}

/** How a rule names the place it speaks of. */
export interface Place {
  readonly positions: readonly Position[];
  /** Returns the path as Markdown code where there is one, else the shape and how many places it has. */
  name(member?: string): string;
}
