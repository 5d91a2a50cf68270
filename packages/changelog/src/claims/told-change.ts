import type { Change } from "@shapelog/changes";
import type { Bump, Finding } from "@shapelog/diff";
import type { Model } from "@shapelog/model";

/** A change that a text is about: two models, what differs, and what that means. */
export interface ToldChange {
  readonly before: Model;
  readonly after: Model;
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  /** The release that it asks for. */
  readonly bump: Bump;
}
