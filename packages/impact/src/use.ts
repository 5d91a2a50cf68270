/** A place in a program's text. */
export interface CodePlace {
  /** As TypeScript names it: an absolute path with slashes. */
  readonly file: string;
  /** UTF-16 code units from the start of the file. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** The line without the white space around it, cut where it is long. */
  readonly code: string;
}

interface AnyUse {
  readonly at: CodePlace;
  /** The npm package whose types say so: a generated one, or a client of the AWS SDK. */
  readonly package: string;
  /** Whether the compiler looks at this place with the type that the package declares, so that it would refuse what is wrong. */
  readonly checked: boolean;
}

/** How an operation is called: a command class, a method of a client, a paginator, a waiter, or a generated function. */
export type CallForm = "command" | "method" | "paginator" | "waiter" | "function";

/** An operation is called. */
export interface CallUse extends AnyUse {
  readonly kind: "call";
  readonly operation: string;
  readonly form: CallForm;
}

/** An object literal that becomes a structure. */
export interface BuildUse extends AnyUse {
  readonly kind: "build";
  readonly shape: string;
  readonly members: readonly string[];
  /** Whether it may have members that cannot be followed, from a spread or a name that is worked out. */
  readonly isOpen: boolean;
}

/** A constant that a program writes: a number, a text, or of a list its length. */
export type Constant =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "list"; readonly length: number };

/** A member is set. */
export interface WriteUse extends AnyUse {
  readonly kind: "write";
  readonly shape: string;
  readonly member: string;
  readonly constant?: Constant;
}

/** A member is read. */
export interface ReadUse extends AnyUse {
  readonly kind: "read";
  readonly shape: string;
  readonly member: string;
  /** Whether the code there does without the member: `?.`, `??`, a default, or a condition around it. */
  readonly guarded: boolean;
}

/** What a value stands in. */
export type ValueForm = "comparison" | "case" | "key" | "list" | "argument" | "data";

/** A value of an enum stands in the code. */
export interface ValueUse extends AnyUse {
  readonly kind: "value";
  readonly shape: string;
  readonly value: string | number;
  readonly form: ValueForm;
  /** The name that it is written by, where it is a member of the enum's object: `EventResponseType.Pass`. */
  readonly constant?: string;
  /** Other enums whose values reach the same place. */
  readonly others?: readonly string[];
}

/** What happens to values that a switch or a table does not name: the compiler refuses them, a default takes them, or nothing does. */
export type Rest = "never" | "default" | "nothing";

/** A switch or a table over an enum as a whole. */
export interface CoverUse extends AnyUse {
  readonly kind: "cover";
  readonly shape: string;
  readonly form: "switch" | "table";
  readonly values: readonly (string | number)[];
  readonly rest: Rest;
  readonly others?: readonly string[];
}

/** An error is told apart by its class, its name, or a generated guard. */
export interface CatchUse extends AnyUse {
  readonly kind: "catch";
  readonly error: string;
  readonly form: "class" | "name" | "guard";
}

/** A type, a value list, a guard or a validator is named. */
export interface NameUse extends AnyUse {
  readonly kind: "name";
  readonly name: string;
}

/** Why something cannot be followed. */
export type UnfollowedReason = "any" | "dynamic-key" | "json" | "cast";

/** Something that leads out of what types say. */
export interface UnfollowedUse extends AnyUse {
  readonly kind: "unfollowed";
  readonly reason: UnfollowedReason;
  /** The shape that is left behind, where it is known. */
  readonly shape?: string;
}

/** What a place in a program uses of an API. Shapes, members and operations go by the names of the package's types. */
export type Use =
  | CallUse
  | BuildUse
  | WriteUse
  | ReadUse
  | ValueUse
  | CoverUse
  | CatchUse
  | NameUse
  | UnfollowedUse;

export type UseKind = Use["kind"];
