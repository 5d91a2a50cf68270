import type { Change, ChangeKind } from "@shapelog/changes";
import type { NodeValue } from "@shapelog/model";
import type { Difference } from "./rule.js";

/** The changes that can be of a kind, narrowed to it. Some kinds share one type. */
type OfKind<Kind extends ChangeKind, Any = Change> = Any extends { readonly kind: infer Kinds }
  ? Kind extends Kinds
    ? Any & { readonly kind: Kind }
    : never
  : never;

/** Returns the changes of one kind; what was added or removed in the order of its members. */
export function ofKind<Kind extends ChangeKind>(difference: Difference, kind: Kind): OfKind<Kind>[] {
  const found = difference.changes
    .filter((change) => change.kind === kind)
    .sort((a, b) => indexOf(a) - indexOf(b));
  return found as OfKind<Kind>[]; // `kind` was compared
}

function indexOf(change: Change): number {
  return "index" in change ? change.index : 0;
}

/** The kinds of changes of traits. */
export const TRAIT_KINDS = [
  "trait.added",
  "trait.removed",
  "trait.changed",
] as const satisfies readonly ChangeKind[];

/** A trait's value on both sides of a change; `undefined` on the side where it is not. */
export interface TraitDelta {
  readonly change: Extract<Change, { trait: string }>;
  readonly member: string | undefined;
  readonly before: NodeValue | undefined;
  readonly after: NodeValue | undefined;
}

/** Returns the changes of one trait, or of those a predicate takes. */
export function ofTrait(difference: Difference, trait: string | ((id: string) => boolean)): TraitDelta[] {
  const isMine = typeof trait === "string" ? (id: string) => id === trait : trait;
  return difference.changes.flatMap((change) => {
    if (!("trait" in change) || !isMine(change.trait)) return [];
    const before = change.kind === "trait.added" ? undefined : change.before;
    const after = change.kind === "trait.removed" ? undefined : change.after;
    return [{ change, member: change.member, before, after }];
  });
}

/** Returns `{ member }` where there is one, for spreading into a match. */
export function onMember(member: string | undefined): { readonly member?: string } {
  return member === undefined ? {} : { member };
}
