import {
  enumValue,
  equalMembers,
  equalNodes,
  isAggregate,
  type Member,
  NO_TRAITS,
  type NodeValue,
  type Shape,
  type Traits,
} from "@shapelog/model";
import {
  BOUND_LISTS,
  type BoundChange,
  type BoundList,
  type NamedChange,
  type NamedList,
  type ShapeChange,
  type ShapeLevelChange,
  type TraitChange,
} from "./change.js";
import { type NamedBinding, readBound, readNamed } from "./diff-bindings.js";
import { createListDraft, type ListDraft, type Slot } from "./list-draft.js";

/** A change inside a shape that stays. */
export type InnerChange = Exclude<ShapeLevelChange, ShapeChange>;

/** A shape that is being changed: its lists and traits are taken apart once, and put together once. */
export interface ShapeDraft {
  /** Makes a change, or returns a text that says why it does not fit. */
  apply(change: InnerChange): string | undefined;
  /** Returns the shape as it is now. */
  read(): Shape;
}

/** What of the shape has been taken apart. */
interface Parts {
  /** The shape, but for what the other parts have. */
  shape: Shape;
  members?: ListDraft<Member>;
  traits?: TraitsDraft;
  /** The member whose traits are being changed. */
  member?: { readonly slot: Slot<Member>; readonly traits: TraitsDraft };
  readonly bound: Map<BoundList, ListDraft<string>>;
  readonly named: Map<NamedList, ListDraft<NamedBinding>>;
}

type TraitsDraft = Map<string, NodeValue>;

/** Creates a draft of a shape. What a change finds wrong leaves the draft as it was. */
export function createShapeDraft(of: Shape): ShapeDraft {
  const parts: Parts = { shape: of, bound: new Map(), named: new Map() };
  return {
    apply: (change) => applyInner(parts, change),
    read() {
      closeMember(parts);
      const { members, traits, bound, named } = parts;
      let shape = parts.shape;
      if (traits) shape = { ...shape, traits: readTraits(traits) };
      if (members && isAggregate(shape)) shape = { ...shape, members: members.read() };
      for (const [list, targets] of bound) shape = { ...shape, [BOUND_LISTS[list]]: targets.read() } as Shape; // the list's own field
      for (const [list, bindings] of named) shape = withNamed(shape, list, bindings.read());
      return shape;
    },
  };
}

function applyInner(parts: Parts, change: InnerChange): string | undefined {
  const { shape } = parts;
  switch (change.kind) {
    case "trait.added":
    case "trait.removed":
    case "trait.changed":
      return applyTrait(parts, change);
    case "mixins.changed": {
      if (!equalNodes(shape.mixins ?? [], change.before)) return "the mixins are not as recorded";
      const { mixins: _, ...rest } = shape;
      parts.shape = change.after.length === 0 ? (rest as Shape) : { ...shape, mixins: change.after }; // only an optional field left
      return undefined;
    }
    case "service.version.changed":
      if (shape.kind !== "service" || shape.version !== change.before)
        return "the version is not as recorded";
      parts.shape = { ...shape, version: change.after };
      return undefined;
    case "operation.input.changed":
      if (shape.kind !== "operation" || shape.input !== change.before) return "the input is not as recorded";
      parts.shape = { ...shape, input: change.after };
      return undefined;
    case "operation.output.changed":
      if (shape.kind !== "operation" || shape.output !== change.before)
        return "the output is not as recorded";
      parts.shape = { ...shape, output: change.after };
      return undefined;
    case "member.added":
    case "enum.value.added":
    case "member.removed":
    case "enum.value.removed":
    case "member.target.changed":
    case "enum.value.renamed":
    case "members.reordered":
      return applyMember(parts, change);
    default:
      return applyBinding(parts, change);
  }
}

function applyTrait(parts: Parts, change: TraitChange): string | undefined {
  if (change.member === undefined) {
    parts.traits ??= new Map(Object.entries(parts.shape.traits));
    return changeTraits(parts.traits, change);
  }
  const members = openMembers(parts);
  if (!members) return "the shape has no members";
  if (parts.member?.slot.entry.name !== change.member) {
    closeMember(parts);
    const slot = members.find(change.member);
    if (!slot) return `there is no ${change.member}`;
    parts.member = { slot, traits: new Map(Object.entries(slot.entry.traits)) };
  }
  return parts.member && changeTraits(parts.member.traits, change);
}

function changeTraits(traits: TraitsDraft, change: TraitChange): string | undefined {
  const before = change.kind === "trait.added" ? undefined : change.before;
  if (!equalNodes(traits.get(change.trait), before)) return `the trait ${change.trait} is not as recorded`;
  if (change.kind === "trait.removed") traits.delete(change.trait);
  else traits.set(change.trait, change.after);
  return undefined;
}

function readTraits(traits: TraitsDraft): Traits {
  return traits.size === 0 ? NO_TRAITS : Object.fromEntries(traits);
}

/** Gives the member whose traits were being changed its traits. */
function closeMember({ members, member }: Parts): void {
  if (member) members?.replace(member.slot, { ...member.slot.entry, traits: readTraits(member.traits) });
}

/** Returns the shape's members to change; nothing for a shape that has none. */
function openMembers(parts: Parts): ListDraft<Member> | undefined {
  if (!isAggregate(parts.shape)) return undefined;
  parts.members ??= createListDraft(parts.shape.members, (member) => member.name);
  return parts.members;
}

type MemberLevelChange = Extract<InnerChange, { kind: `member${string}` | `enum.${string}` }>;

function applyMember(parts: Parts, change: MemberLevelChange): string | undefined {
  closeMember(parts);
  delete parts.member;
  const members = openMembers(parts);
  if (!members) return "the shape has no members";
  switch (change.kind) {
    case "member.added":
    case "enum.value.added":
      if (members.find(change.member)) return `${change.member} is there already`;
      members.insert(change.index, change.after);
      return undefined;
    case "member.removed":
    case "enum.value.removed": {
      const slot = members.find(change.member);
      if (!slot) return `there is no ${change.member}`;
      if (!equalMembers(slot.entry, change.before)) return `${change.member} is not as recorded`;
      members.remove(slot);
      return undefined;
    }
    case "member.target.changed": {
      const slot = members.find(change.member);
      if (!slot) return `there is no ${change.member}`;
      if (slot.entry.target !== change.before) return `the target of ${change.member} is not as recorded`;
      members.replace(slot, { ...slot.entry, target: change.after });
      return undefined;
    }
    case "enum.value.renamed": {
      // By value too: two values may swap names, and then a name alone is not enough.
      const { before, after, value } = change;
      const slot = members.find(before, (member) => enumValue(member) === value);
      if (!slot) return `there is no ${before} with the value ${value}`;
      members.replace(slot, { ...slot.entry, name: after });
      return undefined;
    }
    case "members.reordered": {
      const ordered = reorder(members.read(), (member) => member.name, change);
      if (typeof ordered === "string") return ordered;
      parts.members = createListDraft(ordered, (member) => member.name);
      return undefined;
    }
  }
}

function applyBinding(parts: Parts, change: BoundChange | NamedChange): string | undefined {
  const { shape, bound, named } = parts;
  const list = change.kind.slice(0, change.kind.lastIndexOf("."));
  if (!list.startsWith(`${shape.kind}.`)) return `a ${shape.kind} has no ${list}`;
  if (list in BOUND_LISTS) {
    const key = list as BoundList; // a key of BOUND_LISTS
    const targets = bound.get(key) ?? createListDraft(readBound(shape, key), (target) => target);
    const changed = changeBound(targets, change as BoundChange); // its kind names a bound list
    if (typeof changed === "string") return changed;
    bound.set(key, changed);
    return undefined;
  }
  const key = list as NamedList; // the only other lists
  const bindings = named.get(key) ?? createListDraft(readNamed(shape, key), (binding) => binding.name);
  const changed = changeNamed(bindings, change as NamedChange); // its kind names a named list
  if (typeof changed === "string") return changed;
  named.set(key, changed);
  return undefined;
}

function changeBound(targets: ListDraft<string>, change: BoundChange): ListDraft<string> | string {
  if ("before" in change) {
    const ordered = reorder(targets.read(), (target) => target, change);
    return typeof ordered === "string" ? ordered : createListDraft(ordered, (target) => target);
  }
  if (change.kind.endsWith(".added")) {
    targets.insert(change.index, change.target);
    return targets;
  }
  const slot = targets.at(change.index);
  if (slot?.entry !== change.target) return `${change.target} is not where it was recorded`;
  targets.remove(slot);
  return targets;
}

function changeNamed(
  bindings: ListDraft<NamedBinding>,
  change: NamedChange,
): ListDraft<NamedBinding> | string {
  if (!("name" in change)) {
    const ordered = reorder(bindings.read(), (binding) => binding.name, change);
    return typeof ordered === "string" ? ordered : createListDraft(ordered, (binding) => binding.name);
  }
  const slot = bindings.find(change.name);
  if ("index" in change && change.kind.endsWith(".added")) {
    if (slot) return `${change.name} is there already`;
    bindings.insert(change.index, { name: change.name, target: change.target });
    return bindings;
  }
  if (!slot) return `there is no ${change.name}`;
  if (slot.entry.target !== ("index" in change ? change.target : change.before)) {
    return `${change.name} is not as recorded`;
  }
  if ("index" in change) bindings.remove(slot);
  else bindings.replace(slot, { name: change.name, target: change.after });
  return bindings;
}

function withNamed(shape: Shape, list: NamedList, bindings: readonly NamedBinding[]): Shape {
  if (shape.kind === "service" && list === "service.rename") {
    return { ...shape, rename: bindings.map(({ name, target }) => ({ shape: name, name: target })) };
  }
  const field =
    list === "resource.identifier"
      ? "identifiers"
      : list === "resource.property"
        ? "properties"
        : "lifecycle";
  return { ...shape, [field]: bindings } as Shape; // a resource's own field
}

/** Returns entries in another order; of several with one key, each in the order it had. */
function reorder<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): readonly T[] | string {
  if (entries.length !== before.length || !entries.every((entry, index) => keyOf(entry) === before[index])) {
    return "the order is not as recorded";
  }
  const places = new Map<string, number[]>();
  for (const [index, key] of [...before.entries()].reverse()) {
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  }
  const ordered: T[] = [];
  for (const key of after) {
    const index = places.get(key)?.pop();
    if (index === undefined) return "the recorded order names something else";
    ordered.push(entries[index] as T); // an index of `before`, which is as long
  }
  return ordered.length === entries.length ? ordered : "the recorded order leaves something out";
}
