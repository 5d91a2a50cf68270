import type { NodeValue } from "@shapelog/model";

/** What a property of a value is. */
export interface PartWords {
  readonly noun: string;
  /** What is said of a thing that has none: `prefix`. */
  readonly none?: string;
  /** What holds where it is not given. */
  readonly fallback?: NodeValue;
}

/** What the properties of a value are; those of several values as plurals. */
type Parts = Readonly<Record<string, string | PartWords | { readonly many: string }>>;

/** How findings speak of a trait. */
export interface TraitWords {
  /** What the trait is: `the name in JSON`. */
  readonly noun: string;
  /** Whether the noun is a plural. */
  readonly isMany?: boolean;
  /** What is said of a thing that has none: `prefix`. Default: that none was given. */
  readonly none?: string;
  /** What holds where it is not given. Default: nothing that the trait's definition has. */
  readonly fallback?: NodeValue;
  /** What its coming and its going mean, as clauses, whatever its value is. */
  readonly whole?: readonly [on: string, off: string];
  /** What its coming and its going mean, as clauses, where it has no value. */
  readonly flag?: readonly [on: string, off: string];
  /** What the properties of its value are. */
  readonly parts?: Parts;
  /** What an entry of its value is, where entries have names: the keys of a map, or a property of what a list holds. */
  readonly each?: { readonly noun: string; readonly by?: string };
}

/** How findings speak of traits, by their names, or by their ids where they are of several namespaces. */
export type Vocabulary = Readonly<Record<string, TraitWords>>;

/** A property that is `false` where it is not given. */
export function unlessGiven(noun: string, fallback: NodeValue = false): PartWords {
  return { noun, fallback };
}

/** A trait whose value says it all. */
export function value(noun: string): TraitWords {
  return { noun };
}

/** A trait that holds several values. */
export function many(noun: string): TraitWords {
  return { noun, isMany: true };
}

/** A trait without a value, which says what something is. */
export function is(noun: string, what: string): TraitWords {
  return { noun, flag: [`it is ${what} now`, `it is no longer ${what}`] };
}

/** A trait without a value. */
export function flag(noun: string, on: string, off: string): TraitWords {
  return { noun, flag: [on, off] };
}

/** A trait whose value has properties. */
export function parts(noun: string, words: Parts): TraitWords {
  return { noun, parts: words };
}

/** A trait whose entries have names. */
export function each(noun: string, entry: string, by?: string): TraitWords {
  return { noun, isMany: true, each: { noun: entry, ...(by === undefined ? {} : { by }) } };
}

/** What the checksum traits of Smithy and of vendors' files have in common. */
export const CHECKSUM_PARTS = {
  requestAlgorithmMember: "the member that chooses the checksum of requests",
  requestChecksumRequired: unlessGiven("the demand for a checksum of requests"),
  requestValidationModeMember: "the member that asks for checksums of responses",
  responseAlgorithms: { many: "the checksums of responses" },
};

/** What the traits of protocols over HTTP have in common. */
export const HTTP_PROTOCOL_PARTS = {
  http: { many: "the versions of HTTP" },
  eventStreamHttp: { many: "the versions of HTTP for event streams" },
};
