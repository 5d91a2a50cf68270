import type { ChangeKind } from "@shapelog/changes";
import {
  equalNodes,
  findMember,
  hasTrait,
  isDemanded,
  isPromised,
  type Member,
  type Model,
  type NodeValue,
  type Shape,
  trait,
} from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import { ofTrait, TRAIT_KINDS, type TraitDelta } from "../rule/select.js";
import { createTraitFilter } from "../rule/select-rules.js";

/** The traits that decide together whether a member may be left out or missing. */
export const OPTIONALITY_TRAITS = [
  "smithy.api#required",
  "smithy.api#default",
  "smithy.api#addedDefault",
  "smithy.api#clientOptional",
  "smithy.api#box",
  "shapelog.botocore#box",
] as const;

/** What a rule about optionality claims. */
export const OPTIONALITY_CLAIMS: {
  readonly kinds: readonly ChangeKind[];
  readonly traits: readonly string[];
} = { kinds: TRAIT_KINDS, traits: OPTIONALITY_TRAITS };

const isOptionality = createTraitFilter(OPTIONALITY_TRAITS);

/** What changes of a member's optionality traits amount to. */
export interface OptionalityDelta {
  readonly member: string | undefined;
  readonly changes: readonly TraitDelta["change"][];
  /** Whether callers have to send it. */
  readonly demanded: Sides<boolean>;
  /** Whether callers can rely on reading it. */
  readonly promised: Sides<boolean>;
  readonly defaultValue: Sides<NodeValue | undefined>;
  /** Whether what travels has to have it, where SDKs fill it in; `undefined` where they do not. */
  readonly token: Sides<"required" | "optional" | undefined>;
}

interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

/** Returns the changes of optionality traits, member by member; those of the shape itself are about its default. */
export function findOptionality(difference: Difference, context: RuleContext): OptionalityDelta[] {
  const groups = new Map<string | undefined, TraitDelta["change"][]>();
  for (const { member, change } of ofTrait(difference, isOptionality)) {
    groups.set(member, [...(groups.get(member) ?? []), change]);
  }
  return [...groups].map(([member, changes]) => {
    const before = readSide(context.before, difference.before, member);
    const after = readSide(context.after, difference.after, member);
    return {
      member,
      changes,
      demanded: { before: before.demanded, after: after.demanded },
      promised: { before: before.promised, after: after.promised },
      defaultValue: { before: before.defaultValue, after: after.defaultValue },
      token: { before: before.token, after: after.token },
    };
  });
}

interface Side {
  readonly demanded: boolean;
  readonly promised: boolean;
  readonly defaultValue: NodeValue | undefined;
  readonly token?: "required" | "optional" | undefined;
}

function readSide(model: Model, shape: Shape | undefined, name: string | undefined): Side {
  // Values have no defaults (Smithy 2.0, "default trait"), and may go by other names on the other side.
  const isValue = name !== undefined && (shape?.kind === "enum" || shape?.kind === "intEnum");
  if (isValue) return { demanded: false, promised: false, defaultValue: undefined };
  const member = shape && name !== undefined ? findMember(shape, name) : undefined;
  if (!shape || !member || shape.kind !== "structure") {
    return { demanded: false, promised: false, defaultValue: shape && trait(member ?? shape, "default") };
  }
  return {
    demanded: isDemanded(member),
    promised: isPromised(model, member),
    defaultValue: trait(member, "default"),
    token: tokenOf(member),
  };
}

function tokenOf(member: Member): Side["token"] {
  if (!hasTrait(member, "idempotencyToken")) return undefined;
  return isDemanded(member, "wire") ? "required" : "optional";
}

/** Returns those whose default is another one. No default and the default null are the same. */
export function findChangedDefaults(difference: Difference, context: RuleContext): OptionalityDelta[] {
  return findOptionality(difference, context).filter(
    ({ defaultValue: { before, after } }) => !equalNodes(before ?? null, after ?? null),
  );
}

/** Returns whether a member has a value where none is given (Smithy 2.0, "default trait"). */
export function hasDefault(member: Member): boolean {
  return (trait(member, "default") ?? null) !== null;
}
