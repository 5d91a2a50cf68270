import type { LazyJsonString, NumericValue } from "./program-types.js";

/** What is passed through as it is: not data of a model, or not made of members. */
type Closed =
  | Date
  | ArrayBuffer
  | ArrayBufferView
  | { readonly arrayBuffer: () => Promise<ArrayBuffer> } // a Blob
  | { readonly getReader: (...args: never) => unknown } // a ReadableStream
  | AsyncIterable<unknown>
  | LazyJsonString
  | NumericValue
  | ((...args: never) => unknown);

/**
 * A type as a service newer than its model may fill it: closed unions of strings and numbers are open, at any depth,
 * while editors still offer the known values. Everything else stays, optionality included, and documents, which hold any
 * value, do. `T` is assignable to `Open<T>`.
 *
 * @example
 * type Event = { EventType?: "SignIn" | "SignUp" };
 * const event: Open<Event> = { EventType: "PasswordChange" };
 */
export type Open<T> = [string | number | boolean] extends [T] ? T : OpenEach<T>;

type OpenEach<T> = T extends string
  ? string extends T
    ? T
    : T | (string & {})
  : T extends number
    ? number extends T
      ? T
      : T | (number & {})
    : T extends Closed
      ? T
      : T extends object
        ? Opened<T>
        : T;

/** What `Open` makes of an object or list. It has a name, which editors show in place of all its members. */
export type Opened<T extends object> = { [Key in keyof T]: Open<T[Key]> };
