import { hasTrait, type ShapeId } from "@shapelog/model";
import type { Subject, ValidationContext } from "../../context.js";
import { type Referrer, referrersOf } from "../../knowledge/referrers.js";
import { listNames } from "../../list-names.js";
import { defineRule } from "../../rule.js";
import { traitName } from "../../trait-name.js";

/** Traits that bind a member to a part of the HTTP message, by the roles of a structure in which they count. */
const HEEDED: readonly (readonly [id: IgnoredId, roles: readonly string[], traits: readonly string[]])[] = [
  ["HttpBindingTraitIgnored.Input", ["input"], ["httpLabel", "httpQuery", "httpQueryParams"]],
  ["HttpBindingTraitIgnored.Output", ["output"], ["httpResponseCode"]],
  [
    "HttpBindingTraitIgnored.TopLevel",
    ["input", "output", "error"],
    ["httpHeader", "httpPrefixHeaders", "httpPayload"],
  ],
];

type IgnoredId = `HttpBindingTraitIgnored.${"Input" | "Output" | "TopLevel"}`;

interface Ignored {
  readonly member: ShapeId;
  readonly trait: ShapeId;
  /** Where it is ignored; empty where it is so everywhere. */
  readonly places: readonly string[];
}

function describe(heeded: string): (d: Ignored) => string {
  return ({ member, trait, places }) =>
    `${traitName(trait)} of ${member} only counts in ${heeded}, and is ignored ` +
    (places.length === 0
      ? "wherever its structure is used."
      : `where its structure is ${listNames(places)}.`);
}

/** HTTP bindings of members in structures that are not what an operation sends (Smithy 2.0, "HTTP bindings"). */
export const httpBindingTraitIgnored = defineRule({
  name: "HttpBindingTraitIgnored",
  events: {
    "HttpBindingTraitIgnored.Input": { severity: "warning", message: describe("an operation's input") },
    "HttpBindingTraitIgnored.Output": { severity: "warning", message: describe("an operation's output") },
    "HttpBindingTraitIgnored.TopLevel": {
      severity: "warning",
      message: describe("an operation's input, output or error itself"),
    },
  },
  *validate(context, event) {
    const known = new Map<string, readonly string[] | undefined>();
    for (const { subject, trait, id, roles } of findBindings(context)) {
      const key = `${id} ${subject.shape.id}`;
      if (!known.has(key)) known.set(key, findPlaces(context, subject.shape.id, roles));
      const places = known.get(key);
      if (places) yield event(id, { shape: subject.id, trait }, { member: subject.id, trait, places });
    }
  },
});

/** Returns where a structure is used in other roles: nothing where it never is, an empty list where it always is. */
function findPlaces(
  context: ValidationContext,
  structure: ShapeId,
  roles: readonly string[],
): readonly string[] | undefined {
  const referrers = referrersOf(context, structure);
  const ignored = referrers.filter(({ relationship }) => !roles.includes(relationship));
  if (ignored.length === 0) return undefined;
  return ignored.length === referrers.length ? [] : ignored.slice(0, LIMIT).map(describeReferrer);
}

const LIMIT = 20;

interface BoundMember {
  readonly subject: Subject;
  readonly trait: ShapeId;
  readonly id: IgnoredId;
  readonly roles: readonly string[];
}

/** Mixins are left out: their members are looked at where they are mixed in. */
function* findBindings(context: ValidationContext): Iterable<BoundMember> {
  const seen = new Set<ShapeId>();
  for (const [id, roles, traits] of HEEDED) {
    for (const trait of traits) {
      for (const subject of context.withTrait(trait)) {
        const { shape, member } = subject;
        if (!member || shape.kind !== "structure" || hasTrait(shape, "mixin") || seen.has(subject.id))
          continue;
        seen.add(subject.id);
        yield { subject, trait: `smithy.api#${trait}`, id, roles };
      }
    }
  }
}

function describeReferrer({ from, relationship, name }: Referrer): string {
  return `${relationship === "member" ? "the target" : `the ${relationship}`} of ${from.id}${name === undefined ? "" : `$${name}`}`;
}
