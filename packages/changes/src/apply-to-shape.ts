import {
  enumValue,
  equalMembers,
  equalNodes,
  isAggregate,
  type Member,
  NO_TRAITS,
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

/** A change inside a shape that stays. */
export type InnerChange = Exclude<ShapeLevelChange, ShapeChange>;

/** Returns the shape after a change, or a text that says why the change does not fit. */
export function applyToShape(shape: Shape, change: InnerChange): Shape | string {
  switch (change.kind) {
    case "trait.added":
    case "trait.removed":
    case "trait.changed":
      return applyTrait(shape, change);
    case "mixins.changed": {
      if (!equalNodes(shape.mixins ?? [], change.before)) return "the mixins are not as recorded";
      const { mixins: _, ...rest } = shape;
      return change.after.length === 0 ? (rest as Shape) : { ...shape, mixins: change.after }; // only an optional field left
    }
    case "service.version.changed":
      if (shape.kind !== "service" || shape.version !== change.before)
        return "the version is not as recorded";
      return { ...shape, version: change.after };
    case "operation.input.changed":
      if (shape.kind !== "operation" || shape.input !== change.before) return "the input is not as recorded";
      return { ...shape, input: change.after };
    case "operation.output.changed":
      if (shape.kind !== "operation" || shape.output !== change.before)
        return "the output is not as recorded";
      return { ...shape, output: change.after };
    case "member.added":
    case "enum.value.added":
    case "member.removed":
    case "enum.value.removed":
    case "member.target.changed":
    case "enum.value.renamed":
    case "members.reordered":
      return applyMember(shape, change);
    default:
      return applyBinding(shape, change);
  }
}

function applyTrait(shape: Shape, change: TraitChange): Shape | string {
  if (change.member === undefined) {
    const traits = changedTraits(shape.traits, change);
    return typeof traits === "string" ? traits : { ...shape, traits };
  }
  return replaceMember(shape, change.member, (member) => {
    const traits = changedTraits(member.traits, change);
    return typeof traits === "string" ? traits : { ...member, traits };
  });
}

function changedTraits(traits: Traits, change: TraitChange): Traits | string {
  const before = change.kind === "trait.added" ? undefined : change.before;
  if (!equalNodes(traits[change.trait], before)) return `the trait ${change.trait} is not as recorded`;
  if (change.kind !== "trait.removed") return { ...traits, [change.trait]: change.after };
  const { [change.trait]: _, ...rest } = traits;
  return Object.keys(rest).length === 0 ? NO_TRAITS : rest;
}

type MemberLevelChange = Extract<InnerChange, { kind: `member${string}` | `enum.${string}` }>;

function applyMember(shape: Shape, change: MemberLevelChange): Shape | string {
  if (!isAggregate(shape)) return "the shape has no members";
  switch (change.kind) {
    case "member.added":
    case "enum.value.added":
      if (shape.members.some((member) => member.name === change.member))
        return `${change.member} is there already`;
      return { ...shape, members: insertAt(shape.members, change.index, change.after) };
    case "member.removed":
    case "enum.value.removed": {
      const current = shape.members.find((member) => member.name === change.member);
      if (!current) return `there is no ${change.member}`;
      if (!equalMembers(current, change.before)) return `${change.member} is not as recorded`;
      return { ...shape, members: shape.members.filter((member) => member !== current) };
    }
    case "member.target.changed":
      return replaceMember(shape, change.member, (member) =>
        member.target === change.before
          ? { ...member, target: change.after }
          : `the target of ${change.member} is not as recorded`,
      );
    case "enum.value.renamed": {
      // By value too: two values may swap names, and then a name alone is not enough.
      const { before, after, value } = change;
      const index = shape.members.findIndex(
        (member) => member.name === before && enumValue(member) === value,
      );
      const current = shape.members[index];
      return current
        ? { ...shape, members: shape.members.with(index, { ...current, name: after }) }
        : `there is no ${before} with the value ${value}`;
    }
    case "members.reordered": {
      const members = reorder(shape.members, (member) => member.name, change);
      return typeof members === "string" ? members : { ...shape, members };
    }
  }
}

function replaceMember(
  shape: Shape,
  name: string,
  replace: (member: Member) => Member | string,
): Shape | string {
  if (!isAggregate(shape)) return "the shape has no members";
  const index = shape.members.findIndex((member) => member.name === name);
  const current = shape.members[index];
  if (!current) return `there is no ${name}`;
  const replaced = replace(current);
  return typeof replaced === "string" ? replaced : { ...shape, members: shape.members.with(index, replaced) };
}

function applyBinding(shape: Shape, change: BoundChange | NamedChange): Shape | string {
  const list = change.kind.slice(0, change.kind.lastIndexOf("."));
  if (!list.startsWith(`${shape.kind}.`)) return `a ${shape.kind} has no ${list}`;
  if (list in BOUND_LISTS) {
    const bound = list as BoundList; // a key of BOUND_LISTS
    const targets = changedBound(readBound(shape, bound), change as BoundChange); // its kind names a bound list
    return typeof targets === "string" ? targets : ({ ...shape, [BOUND_LISTS[bound]]: targets } as Shape); // the list's own field
  }
  const named = list as NamedList; // the only other lists
  const bindings = changedNamed(readNamed(shape, named), change as NamedChange); // its kind names a named list
  return typeof bindings === "string" ? bindings : withNamed(shape, named, bindings);
}

function changedBound(targets: readonly string[], change: BoundChange): readonly string[] | string {
  if ("before" in change) return reorder(targets, (target) => target, change);
  if (change.kind.endsWith(".added")) return insertAt(targets, change.index, change.target);
  if (targets[change.index] !== change.target) return `${change.target} is not where it was recorded`;
  return targets.toSpliced(change.index, 1);
}

function changedNamed(
  bindings: readonly NamedBinding[],
  change: NamedChange,
): readonly NamedBinding[] | string {
  if (!("name" in change)) return reorder(bindings, (binding) => binding.name, change);
  const index = bindings.findIndex((binding) => binding.name === change.name);
  const current = bindings[index];
  if ("index" in change && change.kind.endsWith(".added")) {
    return current
      ? `${change.name} is there already`
      : insertAt(bindings, change.index, { name: change.name, target: change.target });
  }
  if (!current) return `there is no ${change.name}`;
  if ("index" in change) {
    return current.target === change.target
      ? bindings.toSpliced(index, 1)
      : `${change.name} is not as recorded`;
  }
  if (current.target !== change.before) return `${change.name} is not as recorded`;
  return bindings.with(index, { name: change.name, target: change.after });
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

function insertAt<T>(entries: readonly T[], index: number, entry: T): readonly T[] {
  return entries.toSpliced(index, 0, entry);
}

function reorder<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
): readonly T[] | string {
  if (entries.length !== before.length || !entries.every((entry, index) => keyOf(entry) === before[index])) {
    return "the order is not as recorded";
  }
  const pool = [...entries];
  const ordered: T[] = [];
  for (const key of after) {
    const index = pool.findIndex((entry) => keyOf(entry) === key);
    if (index === -1) return "the recorded order names something else";
    ordered.push(...pool.splice(index, 1));
  }
  return pool.length === 0 ? ordered : "the recorded order leaves something out";
}
