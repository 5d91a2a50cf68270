import {
  type Deprecated,
  deprecated,
  documentation,
  enumValue,
  hasTrait,
  isAggregate,
  type Member,
  memberPath,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { Doc } from "../doc/doc.js";
import { valueAnchor } from "../names/anchor.js";
import {
  findKeys,
  follow,
  joinStretches,
  type Stay,
  type Stretch,
  shapeAt,
  type Timeline,
} from "../record/timeline.js";
import { type Constraint, findConstraints } from "./constraints.js";
import { hasMembers, isEnum, type TypeLabel, typeLabel } from "./type-label.js";

/** A value of an enum, there now or once. */
export interface ValueNode {
  readonly value: string | number;
  readonly anchor: string;
  readonly doc: Doc | undefined;
  readonly deprecated: Deprecated | undefined;
  readonly stretches: readonly Stretch[];
  readonly present: boolean;
}

/** A member in an operation's request, response or error, or in a type; there now or once. */
export interface TreeNode {
  readonly name: string;
  readonly path: string;
  readonly anchor: string;
  readonly type: TypeLabel;
  readonly required: boolean;
  readonly constraints: readonly Constraint[];
  readonly deprecated: Deprecated | undefined;
  readonly doc: Doc | undefined;
  readonly stretches: readonly Stretch[];
  readonly present: boolean;
  readonly values: readonly ValueNode[];
  readonly children: readonly TreeNode[];
  /** Why members of its type are not shown here. */
  readonly more: "recursive" | "cut" | undefined;
}

/** How much more may be shown, in members of average size. Goes down as trees are made. */
export interface Budget {
  left: number;
}

/** What a tree is made from. */
export interface TreeContext {
  readonly timeline: Timeline;
  /** The time shown as now. */
  readonly at: number;
  readonly anchorOf: (path: string) => string;
  readonly docOf: (text: string) => Doc;
  /** What the tree may still show; members and texts use it up. What no longer fits is left to its type's page. */
  readonly budget: Budget;
  /** How deep the tree goes. */
  readonly depth: number;
}

/** Returns the members of the shapes that `stays` point at, those that are gone last. */
export function createTree(stays: readonly Stay[], context: TreeContext): TreeNode[] {
  return createChildren({ stays, path: "", depth: 0, entered: new Set() }, context);
}

/** How many values of one enum a tree shows; its type's page shows all. What changed is always shown. */
export const MOST_VALUES = 40;

/** How many characters of text weigh as much as a member. */
const MEMBER_LENGTH = 500;

interface Spot {
  readonly stays: readonly Stay[];
  readonly path: string;
  readonly depth: number;
  readonly entered: ReadonlySet<ShapeId>;
}

function createChildren(spot: Spot, context: TreeContext): TreeNode[] {
  const keys = orderKeys(spot.stays, context);
  const container = currentShape(spot.stays, context);
  return keys.map((key) => {
    const stays = follow(context.timeline, spot.stays, key);
    const path = container ? memberPath(spot.path, container, key) : joinPath(spot.path, key);
    return createNode(key, { ...spot, stays, path }, context);
  });
}

function createNode(name: string, spot: Spot, context: TreeContext): TreeNode {
  const present = isPresent(spot.stays, context.at);
  const last = lastStay(spot.stays, context.at);
  const shown = present ? context : { ...context, at: Math.min(context.at, (last?.to ?? 1) - 1) };
  const inner = unwrap(spot, shown);
  const target = last && shapeAt(context.timeline, last.target, shown.at);
  const element = currentShape(inner.stays, shown);
  const recursive = element !== undefined && spot.entered.has(element.id);
  const opens = present && element !== undefined && hasMembers(element) && !recursive;
  const cut = opens && (context.budget.left <= 0 || spot.depth + 1 >= context.depth);
  const entered = element ? new Set([...spot.entered, element.id]) : spot.entered;
  const values = element && isEnum(element) ? createValues(inner, shown) : [];
  const doc = (last?.member && documentation(last.member)) ?? (target && documentation(target));
  context.budget.left -= 1 + Math.min(values.length, MOST_VALUES) / 2 + (doc?.length ?? 0) / MEMBER_LENGTH;
  return {
    name,
    path: spot.path,
    anchor: context.anchorOf(spot.path),
    type: typeLabel(target, shown),
    required: last?.member !== undefined && hasTrait(last.member, "required"),
    constraints: target
      ? [...findConstraints(last?.member, target), ...elementConstraints(target, element)]
      : [],
    deprecated: (last?.member && deprecated(last.member)) ?? (target && deprecated(target)),
    doc: doc === undefined ? undefined : context.docOf(doc),
    stretches: joinStretches(spot.stays),
    present,
    values,
    children: opens && !cut ? createChildren({ ...inner, depth: spot.depth + 1, entered }, context) : [],
    more: recursive && hasMembers(element) ? "recursive" : cut ? "cut" : undefined,
  };
}

/** Goes through lists and map values to what they hold. */
function unwrap(spot: Spot, context: TreeContext): Spot {
  let { stays, path } = spot;
  for (let level = 0; level < 8; level++) {
    const shape = currentShape(stays, context);
    if (shape?.kind !== "list" && shape?.kind !== "map") break;
    const key = shape.kind === "list" ? "member" : "value";
    path = memberPath(path, shape, key);
    stays = follow(context.timeline, stays, key);
  }
  return { ...spot, stays, path };
}

/** Returns the values of the enum that `stays` point at, those that are gone last. */
export function createValues(
  { stays, path }: { readonly stays: readonly Stay[]; readonly path: string },
  context: TreeContext,
): ValueNode[] {
  const anchor = context.anchorOf(path);
  return orderKeys(stays, context).flatMap((key): ValueNode[] => {
    const found = follow(context.timeline, stays, key);
    const member = lastStay(found, context.at)?.member;
    if (!member) return [];
    const doc = documentation(member);
    return [
      {
        value: enumValue(member),
        anchor: valueAnchor(anchor, enumValue(member)),
        doc: doc === undefined ? undefined : context.docOf(doc),
        deprecated: deprecated(member),
        stretches: joinStretches(found),
        present: isPresent(found, context.at),
      },
    ];
  });
}

/** Returns the arrows from `stays`: present ones in the order of the model, then those that are gone. */
function orderKeys(stays: readonly Stay[], context: TreeContext): string[] {
  const keys = [...findKeys(context.timeline, stays)].map((key, first) => {
    const found = follow(context.timeline, stays, key);
    const present = isPresent(found, context.at);
    return { key, first, present, seen: found.some((stay) => stay.from <= context.at) };
  });
  const order = new Map(currentKeys(stays, context).map((key, index) => [key, index]));
  const rank = (key: string) => order.get(key) ?? Number.MAX_SAFE_INTEGER;
  return keys
    .filter(({ seen }) => seen)
    .sort((a, b) => Number(b.present) - Number(a.present) || rank(a.key) - rank(b.key) || a.first - b.first)
    .map(({ key }) => key);
}

function currentKeys(stays: readonly Stay[], context: TreeContext): string[] {
  const shape = currentShape(stays, context);
  if (!shape || !isAggregate(shape)) return [];
  const keyOf = (member: Member) =>
    isEnum(shape) ? `${typeof enumValue(member)}:${enumValue(member)}` : member.name;
  return shape.members.map(keyOf);
}

function currentShape(stays: readonly Stay[], context: TreeContext): Shape | undefined {
  const stay = lastStay(stays, context.at);
  return stay && shapeAt(context.timeline, stay.target, Math.min(context.at, stay.to - 1));
}

/** Returns the stay at a time, or the last before it. */
export function lastStay(stays: readonly Stay[], at: number): Stay | undefined {
  return stays.findLast((stay) => stay.from <= at);
}

/** Returns whether a time is in any of the stretches. */
export function isPresent(stretches: readonly Stretch[], at: number): boolean {
  return stretches.some(({ from, to }) => from <= at && at < to);
}

function elementConstraints(target: Shape, element: Shape | undefined): Constraint[] {
  if (!element || element === target) return [];
  return findConstraints(undefined, element).map((constraint) => ({
    ...constraint,
    label: `each ${constraint.label}`,
  }));
}

function joinPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
