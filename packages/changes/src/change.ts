import type { Member, NodeValue, Shape, ShapeId } from "@shapelog/model";

/** Lists of shape ids that a shape binds, by the words their changes are named with. */
export const BOUND_LISTS = {
  "operation.error": "errors",
  "service.operation": "operations",
  "service.resource": "resources",
  "service.error": "errors",
  "resource.operation": "operations",
  "resource.collectionOperation": "collectionOperations",
  "resource.resource": "resources",
} as const;

/** Lists of named bindings, by the words their changes are named with. */
export const NAMED_LISTS = {
  "service.rename": "rename",
  "resource.identifier": "identifiers",
  "resource.property": "properties",
  "resource.lifecycle": "lifecycle",
} as const;

export type BoundList = keyof typeof BOUND_LISTS;
export type NamedList = keyof typeof NAMED_LISTS;

interface OnShape {
  /** The shape the change is in. */
  readonly shape: ShapeId;
}

interface OnMember extends OnShape {
  readonly member: string;
}

/** A whole shape appeared, disappeared, or became another kind of shape. */
export type ShapeChange =
  | (OnShape & { readonly kind: "shape.added"; readonly after: Shape })
  | (OnShape & { readonly kind: "shape.removed"; readonly before: Shape })
  | (OnShape & { readonly kind: "shape.kind.changed"; readonly before: Shape; readonly after: Shape });

/** `index` is the member's place among all members, in the model that has it. */
export type MemberChange =
  | (OnMember & { readonly kind: "member.added"; readonly index: number; readonly after: Member })
  | (OnMember & { readonly kind: "member.removed"; readonly index: number; readonly before: Member })
  | (OnMember & { readonly kind: "member.target.changed"; readonly before: ShapeId; readonly after: ShapeId })
  /** The members that both models have, in the order of each; values of enums by the names that the model before has. */
  | (OnShape & {
      readonly kind: "members.reordered";
      readonly before: readonly string[];
      readonly after: readonly string[];
    });

/** Enum values are told apart by value; `member` is the name a value goes by. */
export type EnumChange =
  | (OnMember & {
      readonly kind: "enum.value.added";
      readonly value: string | number;
      readonly index: number;
      readonly after: Member;
    })
  | (OnMember & {
      readonly kind: "enum.value.removed";
      readonly value: string | number;
      readonly index: number;
      readonly before: Member;
    })
  | (OnShape & {
      readonly kind: "enum.value.renamed";
      readonly value: string | number;
      readonly before: string;
      readonly after: string;
    });

/** `member` is there for traits of a member: a value of an enum goes by the name that the model after has. */
export type TraitChange = OnShape & { readonly member?: string; readonly trait: string } & (
    | { readonly kind: "trait.added"; readonly after: NodeValue }
    | { readonly kind: "trait.removed"; readonly before: NodeValue }
    | { readonly kind: "trait.changed"; readonly before: NodeValue; readonly after: NodeValue }
  );

/** A shape's own reference or text that is neither list nor trait. */
export type FieldChange =
  | (OnShape & {
      readonly kind: "operation.input.changed" | "operation.output.changed" | "service.version.changed";
      readonly before: string;
      readonly after: string;
    })
  | (OnShape & {
      readonly kind: "mixins.changed";
      readonly before: readonly ShapeId[];
      readonly after: readonly ShapeId[];
    });

/** An entry of a list of shape ids came, went, or the entries that stayed changed places. */
export type BoundChange =
  | (OnShape & {
      readonly kind: `${BoundList}.added` | `${BoundList}.removed`;
      readonly index: number;
      readonly target: ShapeId;
    })
  | (OnShape & {
      readonly kind: `${BoundList}.reordered`;
      readonly before: readonly ShapeId[];
      readonly after: readonly ShapeId[];
    });

/** A named binding came, went, was changed, or those that stayed changed places. */
export type NamedChange =
  | (OnShape & {
      readonly kind: `${NamedList}.added` | `${NamedList}.removed`;
      readonly index: number;
      readonly name: string;
      readonly target: string;
    })
  | (OnShape & {
      readonly kind: `${NamedList}.changed`;
      readonly name: string;
      readonly before: string;
      readonly after: string;
    })
  | (OnShape & {
      readonly kind: `${NamedList}.reordered`;
      readonly before: readonly string[];
      readonly after: readonly string[];
    });

export type MetadataChange =
  | { readonly kind: "metadata.added"; readonly key: string; readonly after: NodeValue }
  | { readonly kind: "metadata.removed"; readonly key: string; readonly before: NodeValue }
  | {
      readonly kind: "metadata.changed";
      readonly key: string;
      readonly before: NodeValue;
      readonly after: NodeValue;
    };

/**
 * One difference between two models, without opinion. A list of changes is complete and reversible. Changes are plain
 * JSON, and a list of them is applied in its order.
 */
export type Change =
  | ShapeChange
  | MemberChange
  | EnumChange
  | TraitChange
  | FieldChange
  | BoundChange
  | NamedChange
  | MetadataChange;

export type ChangeKind = Change["kind"];

/** A change inside the model's shapes; all but changes of metadata. */
export type ShapeLevelChange = Exclude<Change, MetadataChange>;
