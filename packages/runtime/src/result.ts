import type { Open } from "./open.js";

/** The check a value did not pass. */
export type Keyword =
  | "type"
  | "required"
  | "enum"
  | "length"
  | "range"
  | "pattern"
  | "uniqueItems"
  | "timestamp"
  | "blob"
  | "union"
  | "unknownMember"
  | "depth"
  | "unreadable";

/**
 * One thing that is wrong with a value. Its texts never hold a value of a `@sensitive` shape, nor what is in one, and
 * are bounded.
 */
export interface ValidationError {
  /**
   * Where: `AuthEvents[3].EventId`. Empty for the value itself. Sensitive keys, and steps below what is sensitive, are
   * printed as `[*]`. Of a map's key it is the map, and the message has the key.
   */
  readonly path: string;
  /** Where, as properties and indices; `"[*]"` for what `path` does not tell. */
  readonly keys: readonly (string | number)[];
  readonly keyword: Keyword;
  /** One sentence, path first: `AuthEvents[3].EventId: expected a string, got a number`. */
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
}

/** Something a service sent that the model does not know. */
export interface Drift {
  /** Where: `AuthEvents[3].EventType`. Of a map's key it is the map. */
  readonly path: string;
  readonly kind: "unknown-value" | "unknown-member";
  /**
   * What the model does not know: the enum's value, also as a map's key, or the member's name. `undefined` at and below
   * what is `@sensitive`. An unknown member's value is not repeated here, since nothing says whether it is sensitive.
   */
  readonly value: string | number | undefined;
  /** What the model knows in this place: the enum's values or the members' names. */
  readonly known: readonly string[];
}

/** The value was checked and found wrong. At most 100 errors are listed. */
export interface Invalid {
  readonly ok: false;
  readonly errors: readonly [ValidationError, ...ValidationError[]];
}

/** The value was checked and found right. It is the argument itself. */
export interface Valid<T> {
  readonly ok: true;
  readonly value: T;
}

/** What a strict validator returns. */
export type Result<T> = Valid<T> | Invalid;

/**
 * The value was read. It is the argument itself, or, where nulls stand in place of absent members, a copy without them;
 * what `parse…` returns is always another one.
 */
export interface Read<T> {
  readonly ok: true;
  readonly value: Open<T>;
  /** At most 100 are listed. */
  readonly drift: readonly Drift[];
}

/** What a tolerant reader returns. */
export type ReadResult<T> = Read<T> | Invalid;

/**
 * Reads a value as JSON has it, as `read…` does, and returns what a client would hold of it: times as `Date`, blobs as
 * `Uint8Array`, numbers that JSON does not have as numbers, members by their own names and without those that the model
 * does not know, which `drift` lists. A union whose member is not known has it as `$unknown`. Documents and streams are the
 * same objects; the value itself is not changed.
 */
export type Parse<T> = (value: unknown) => ReadResult<T>;
