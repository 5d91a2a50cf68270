import type { Bounds, TimestampFormat } from "@shapelog/model";

/** `wire`: values as the protocol's JSON has them. `sdk`: values as programs hold them (`Date`, `bigint`, streams). */
export type Form = "wire" | "sdk";

/** How a place treats what is wrong in it, as bits; the same ones as in the runtime. */
export const NULL_IS_ABSENT = 1;
export const HIDDEN = 2;
/** Of what is a map's key: what is wrong with it is told at the map's place. */
export const IS_KEY = 4;

interface CheckBase {
  /** `NULL_IS_ABSENT`, `HIDDEN` and `IS_KEY`, or some of them. */
  readonly flags: number;
  /** How many steps it is below what is sensitive. Default: 0; what is sensitive itself can be told of. */
  readonly below?: number;
}

/** Nothing is checked: documents, and streams on the wire. */
export interface AnyCheck extends CheckBase {
  readonly kind: "any";
}

export interface BooleanCheck extends CheckBase {
  readonly kind: "boolean";
}

/** A regular expression, and the base of the constant's name. */
export interface PatternCheck {
  readonly source: string;
  readonly flags: string;
  /** What to run in its place where it is not safe to run. */
  readonly table?: string;
  readonly name: string;
}

export interface StringCheck extends CheckBase {
  readonly kind: "string";
  /** In code points. */
  readonly length: Bounds;
  readonly pattern?: PatternCheck;
  /** Whether the text is JSON that a program may hold as a `LazyJsonString`. Default: false. */
  readonly isJson?: boolean;
}

/** A closed list of strings or of integers. */
export interface EnumCheck extends CheckBase {
  readonly kind: "enum";
  /** The base of the constant's name. */
  readonly name: string;
  readonly values: readonly (string | number)[];
}

export interface NumberCheck extends CheckBase {
  readonly kind: "number";
  /** `float` takes the texts of numbers that JSON does not have; `any` takes every number, `bigint` also bigints. */
  readonly type: "integer" | "long" | "bigInteger" | "number" | "float" | "any" | "bigint";
  /** The finite numbers that the kind holds, where it holds numbers that are not finite, too. */
  readonly finite?: Required<Bounds>;
  readonly range: Bounds;
}

/** A number that programs hold by its digits, or as a number. */
export interface DecimalCheck extends CheckBase {
  readonly kind: "decimal";
  /** Whether its digits may be a text, too: protocols of texts send it as it is. */
  readonly takesTexts: boolean;
  readonly range: Bounds;
}

export interface TimestampCheck extends CheckBase {
  readonly kind: "timestamp";
  readonly format: TimestampFormat | "Date";
}

export interface BlobCheck extends CheckBase {
  readonly kind: "blob";
  readonly form: Form;
  /** In bytes. */
  readonly length: Bounds;
}

/** What of blobs a program may hand over beside streams: nothing; texts and bytes; those and all views of memory. */
export type StreamTakes = "stream" | "streamed" | "body";

/** A blob that a program may hold as a stream, which is never read. */
export interface StreamCheck extends CheckBase {
  readonly kind: "stream";
  readonly takes: StreamTakes;
  /** In bytes, where their number is known. */
  readonly length: Bounds;
}

/** A stream of events as programs hold it, which is never read. */
export interface EventsCheck extends CheckBase {
  readonly kind: "events";
}

export interface ListCheck extends CheckBase {
  readonly kind: "list";
  readonly item: Check;
  readonly sparse: boolean;
  readonly unique: boolean;
  readonly length: Bounds;
}

/** What a text stands for, or what it is split into. */
export type TextKind =
  | "boolean"
  | "integer"
  | "long"
  | "decimal"
  | "float"
  | "media"
  | "list"
  | "dates"
  | "many";

/** A value that HTTP has as text: it is read, and what it stands for is checked. */
export interface TextCheck extends CheckBase {
  readonly kind: "text";
  readonly read: TextKind;
  readonly inner: Check;
}

export interface MapCheck extends CheckBase {
  readonly kind: "map";
  /**
   * Of what is left beside the members of a structure: what names begin with, which is no part of a key. Each name is a
   * place of its own there. Default: it is a map in one place.
   */
  readonly prefix?: string;
  readonly key: Check;
  readonly value: Check;
  readonly sparse: boolean;
  readonly length: Bounds;
}

/** A member as a property. */
export interface MemberCheck {
  readonly name: string;
  readonly required: boolean;
  readonly check: Check;
}

export interface StructureCheck extends CheckBase {
  readonly kind: "structure";
  /** The base of the constant's name. */
  readonly name: string;
  readonly members: readonly MemberCheck[];
  /** Whether values may be `Error` objects, whose properties cannot be counted. */
  readonly isError: boolean;
  /** Whether values may have more than the members. Default: they may not. */
  readonly isOpen?: boolean;
  /** What is left beside the members, where something is said of it: the names begin with the prefix. */
  readonly rest?: { readonly prefix: string; readonly check: MapCheck };
  /** Whether clients return or throw it: they add properties that are no members. */
  readonly envelope?: "output" | "error";
}

export interface UnionCheck extends CheckBase {
  readonly kind: "union";
  /** The base of the constant's name. */
  readonly name: string;
  readonly members: readonly MemberCheck[];
}

/** A call of another shape's compiled check. */
export interface CallCheck extends CheckBase {
  readonly kind: "call";
  readonly name: string;
  /** Whether the call may come back to the caller, so that its depth is counted. */
  readonly counted: boolean;
}

/**
 * What a shape's values are checked for: the model's facts with members' traits over their targets', small targets
 * written in place, and nothing of the language the check is compiled to.
 */
export type Check =
  | AnyCheck
  | BooleanCheck
  | StringCheck
  | EnumCheck
  | NumberCheck
  | DecimalCheck
  | TimestampCheck
  | BlobCheck
  | StreamCheck
  | EventsCheck
  | ListCheck
  | MapCheck
  | TextCheck
  | StructureCheck
  | UnionCheck
  | CallCheck;
