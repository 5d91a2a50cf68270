import type { Shape } from "@shapelog/model";

/** How the shape something points at now relates to the one it pointed at before. */
export type TargetRelation =
  /** The same under another name. */
  | "renamed"
  /** A number of a kind that holds all the old one did, and more. */
  | "widened"
  /** A number of a kind that holds less, or something else that takes less than before; programs compile. */
  | "narrowed"
  /** A string or number that became an enum. */
  | "closed"
  /** An enum that became a string or number, or something that holds values or alternatives it could not hold. */
  | "opened"
  /** An enum with other values. */
  | "values"
  /** The same kind of shape with other traits. */
  | "limited"
  /** All that was there before, and more, of which callers need not send anything. */
  | "extended"
  | "other";

/** Returns whether a structure became a union of its members, of which there is exactly one. */
export function isUnited({ before, after }: Pick<TargetComparison, "before" | "after">): boolean {
  return before?.kind === "structure" && after?.kind === "union";
}

/** Returns whether a union became a structure, of which there are any number of members. */
export function isDivided({ before, after }: Pick<TargetComparison, "before" | "after">): boolean {
  return before?.kind === "union" && after?.kind === "structure";
}

/** How two targets relate, and what differs inside them. */
export interface TargetComparison {
  /** How they relate by themselves; `other` where what is inside them differs. */
  readonly relation: TargetRelation;
  /** How they relate, all the way down, to callers that send the data. */
  readonly request: TargetRelation;
  /** How they relate, all the way down, to callers that read the data. */
  readonly response: TargetRelation;
  /** What differs inside, as Markdown; empty where that is not known. */
  readonly inside: string;
  /** The shapes that differ: the targets, or what they are lists of. */
  readonly before: Shape | undefined;
  readonly after: Shape | undefined;
}
