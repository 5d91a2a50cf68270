import type { Severity } from "@shapelog/diagnostics";
import type { Finding } from "@shapelog/diff";
import type { CodePlace, Use } from "./use.js";

/**
 * What a change does to a place: the program no longer compiles or cannot call what is gone (`breaks`); code that never
 * runs, or never is met, again (`dead`); code that does something else from now on (`silent`).
 */
export type PlaceEffect = "breaks" | "dead" | "silent";

/** The effects from worst to best. */
export const PLACE_EFFECTS = ["breaks", "dead", "silent"] as const satisfies readonly PlaceEffect[];

/** How bad each effect is. */
export const EFFECT_SEVERITIES: Readonly<Record<PlaceEffect, Severity>> = {
  breaks: "error",
  dead: "danger",
  silent: "warning",
};

/** What the compiler says of a place. */
export interface CompilerError {
  /** As TypeScript numbers it: 2367. */
  readonly code: number;
  readonly message: string;
  readonly at: CodePlace;
}

/** A place in a program that a change affects. */
export interface Place {
  readonly effect: PlaceEffect;
  readonly at: CodePlace;
  /** What of the API is used there. Absent where the compiler alone says so. */
  readonly use?: Use;
  /** What changed. Absent where the compiler complains of something that no finding speaks of. */
  readonly finding?: Finding;
  /** What is wrong there, in one sentence of plain text. */
  readonly message: string;
  /** What to do there, as an instruction. */
  readonly action: string;
  /** `before` where the program follows the change already, and it is the package before that refuses this place. */
  readonly against?: "before";
  /** What the compiler says there. */
  readonly errors?: readonly CompilerError[];
}
