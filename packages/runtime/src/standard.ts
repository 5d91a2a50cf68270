import type { Open } from "./open.js";
import type { ReadResult, Result } from "./result.js";

/** What Standard Schema (https://standardschema.dev, version 1) has under `~standard`. */
export interface StandardProps<T> {
  readonly version: 1;
  readonly vendor: "shapelog";
  /** Issues have the path as a list of keys, and a message without it. */
  readonly validate: (value: unknown) => StandardResult<T>;
  /** Not there when a program runs: for the types alone. */
  readonly types?: { readonly input: T; readonly output: T } | undefined;
}

export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

export interface StandardIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** A strict check that can be called, and that libraries take as a Standard Schema. */
export interface Validator<T> {
  (value: unknown): Result<T>;
  readonly "~standard": StandardProps<T>;
}

/** A tolerant check that can be called, and that libraries take as a Standard Schema; these are not told of drift. */
export interface Reader<T> {
  (value: unknown): ReadResult<T>;
  readonly "~standard": StandardProps<Open<T>>;
}

/** Returns whether a value is of a type. */
export type Guard<T> = (value: unknown) => value is T;
