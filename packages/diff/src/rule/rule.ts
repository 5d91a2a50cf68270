import type { Change, ChangeKind } from "@shapelog/changes";
import type { Severity } from "@shapelog/diagnostics";
import type { Direction, Model, PlaceCount, Position, ServiceShape, Shape, ShapeId } from "@shapelog/model";
import type { createTextComparer } from "@shapelog/patterns";
import type { TargetComparison } from "../compare/target-comparison.js";
import type { Bump, Verdict } from "../finding.js";
import type { RuleWitness } from "./witness.js";

/** All changes that are told at one shape, with the shape on both sides where it is there. */
export interface Difference {
  /** Empty for changes of the model's metadata. */
  readonly shape: ShapeId;
  readonly before: Shape | undefined;
  readonly after: Shape | undefined;
  /** Those of the shape, and those of the services and resources that bind it where it is an operation. */
  readonly changes: readonly Change[];
}

/** What a rule may ask about. In these models shapes hold what their mixins give them, and operations fail with the
 * common errors of their services. */
export interface RuleContext {
  readonly before: Model;
  readonly after: Model;
  /** The models as they are written, with mixins resolved: who points at which shape. */
  readonly stated: { readonly before: Model; readonly after: Model };
  /** The namespace that all of the model was in, where that is all that the changes come to. */
  readonly moved?: { readonly from: string; readonly to: string };
  /** The service before, where it goes by another name and is compared as if it always had. */
  readonly former?: ServiceShape;
  /** Whether the changes leave what holds as it was. */
  readonly isRestated?: boolean;
  /** Compares what was pointed at before with what is pointed at now. */
  compare(before: ShapeId, after: ShapeId): TargetComparison;
  /** Compares what texts were taken with what texts are taken now. */
  readonly compareTexts: ReturnType<typeof createTextComparer>;
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
  /** How many different paths there are, where `positions` are not all. */
  readonly places?: PlaceCount | undefined;
  /** The operations of a service that the changes are met in, where those are not all. */
  readonly operations?: readonly ShapeId[];
}

/**
 * Where a rule looks: at shapes in requests, at shapes in responses, at shapes of data that no operation reaches, at the
 * model's metadata, or at anything, used or not.
 */
export type Reach = Direction | "none" | "model" | "any";

/**
 * One rule. It sees each shape's changes once for every direction the shape travels in, and claims those it explains.
 * Rules are asked in the order of their list; what one has claimed the next do not see.
 */
export interface Rule {
  /** `request.enum.value-added`; public, never renamed. */
  readonly id: string;
  readonly reach: Reach;
  /** The kinds of changes it can claim; it is asked only where there is one. */
  readonly kinds: readonly ChangeKind[] | "any";
  /** The traits it can claim changes of; one that ends in `#` or `*` stands for all that begin so. Default: all. */
  readonly traits?: readonly string[];
  readonly wire: Severity;
  readonly source: Severity;
  readonly verdict: Verdict;
  /** The release that the types ask for. */
  readonly bump: Bump;
  /** The release that validators and documents ask for, where it is not the one that follows from `wire`. */
  readonly documents?: Bump;
  /** What can show that a finding of it is true. */
  readonly witness: RuleWitness;
  /** The rule or rules that the reversed change can meet, or why there is none. */
  readonly mirror: string | readonly string[] | { readonly none: string };
  evaluate(difference: Difference, place: Place, context: RuleContext): readonly Match[];
}

/** How a rule names the place it speaks of. */
export interface Place {
  readonly reach: Reach;
  readonly positions: readonly Position[];
  /** How many different paths there are, where the positions are not all. */
  readonly count?: PlaceCount | undefined;
  /** Returns the positions of the shape's member; those of the shape itself for enums and where no member is named. */
  at(member?: string): readonly Position[];
  /** Returns the path as Markdown code where there is one, else the shape and how many places it has. */
  name(member?: string): string;
}
