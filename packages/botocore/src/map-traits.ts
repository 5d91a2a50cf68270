import { isJsonObject, type JsonValue } from "@shapelog/json";
import { isIdentifier, NO_TRAITS, type NodeValue, type Traits } from "@shapelog/model";

/** The fields of a parsed JSON object. */
export type Fields = { readonly [key: string]: JsonValue };

/** The namespace of the traits that keep what Smithy has no trait for, one for each botocore key. */
export const BOTOCORE_NAMESPACE = "shapelog.botocore";

export type TraitEntry = readonly [id: string, value: NodeValue];

/**
 * Says one botocore key in Smithy's traits. Returns the traits, none where the fact stands elsewhere in the model, or
 * `undefined` where Smithy cannot say it: then the key is kept as it is.
 */
export type Rule<Context> = (value: JsonValue, context: Context) => readonly TraitEntry[] | undefined;

export type Rules<Context> = ReadonlyMap<string, Rule<Context>>;

/** Returns the traits of a botocore object. Nothing is dropped: a key without a rule is kept in a trait of its name. */
export function mapTraits<Context>(raw: Fields, rules: Rules<Context>, context: Context): TraitEntry[] {
  const traits: TraitEntry[] = [];
  const odd: TraitEntry[] = [];
  for (const key in raw) {
    const value = raw[key] ?? null;
    const mapped = rules.get(key)?.(value, context);
    if (mapped) for (const trait of mapped) traits.push(trait);
    else if (isIdentifier(key)) traits.push(keptTrait(key, value));
    else odd.push([key, value]);
  }
  if (odd.length > 0) traits.push(keptTrait("fields", Object.fromEntries(odd)));
  return traits;
}

/** Returns the trait that keeps a botocore key. */
export function keptTrait(key: string, value: NodeValue): TraitEntry {
  return [`${BOTOCORE_NAMESPACE}#${key}`, value];
}

/** Returns the traits of entries. All keys have a `#`, so none meets a property of `Object.prototype`. */
export function toTraits(entries: readonly TraitEntry[]): Traits {
  if (entries.length === 0) return NO_TRAITS;
  const traits: { [id: string]: NodeValue } = {};
  for (const [id, value] of entries) traits[id] = value;
  return traits;
}

/** A key that is always said elsewhere in the model. */
export const elsewhere = (): readonly TraitEntry[] => NOTHING;

const NOTHING: readonly TraitEntry[] = [];

/** A key whose value `true` is an annotation trait. */
export function flag(id: string): Rule<unknown> {
  return (value) => (value === true ? [[id, {}]] : undefined);
}

/** A key whose string is the value of a trait. */
export function text(id: string): Rule<unknown> {
  return (value) => (typeof value === "string" ? [[id, value]] : undefined);
}

/** A key whose object is, as it is, the value of a trait. */
export function object(id: string): Rule<unknown> {
  return (value) => (isJsonObject(value) ? [[id, value]] : undefined);
}

/** Returns the rules for `deprecated`, `deprecatedMessage` and `deprecatedSince`, which one trait holds. */
export function deprecationRules<Context extends { readonly raw: Fields }>(): [string, Rule<Context>][] {
  const detail: Rule<Context> = (value, { raw }) =>
    raw.deprecated === true && typeof value === "string" ? [] : undefined;
  return [
    [
      "deprecated",
      (value, { raw }) => {
        if (value !== true) return undefined;
        const { deprecatedMessage: message, deprecatedSince: since } = raw;
        const details = {
          ...(typeof message === "string" ? { message } : {}),
          ...(typeof since === "string" ? { since } : {}),
        };
        return [["smithy.api#deprecated", details]];
      },
    ],
    ["deprecatedMessage", detail],
    ["deprecatedSince", detail],
  ];
}

/** Returns the value of `xmlNamespace`: an object with `uri`, or the URI alone in older files. */
export const xmlNamespace: Rule<unknown> = (value) => {
  if (typeof value === "string") return [["smithy.api#xmlNamespace", { uri: value }]];
  return isJsonObject(value) && typeof value.uri === "string"
    ? [["smithy.api#xmlNamespace", value]]
    : undefined;
};
