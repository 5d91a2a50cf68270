import {
  type Deprecated,
  deprecated,
  documentation,
  hasTrait,
  isAggregate,
  memberPath,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { Doc } from "../doc/doc.js";
import { weighDoc } from "../doc/weigh-doc.js";
import { follow, joinStretches, type Stay, type Stretch, shapeAt } from "../record/timeline.js";
import { datedConstraints } from "./constraint-dates.js";
import { type Constraint, findConstraints } from "./constraints.js";
import { currentShape, isPresent, lastStay, orderKeys } from "./order-keys.js";
import { hasMembers, isEnum, type TypeLabel, typeLabel } from "./type-label.js";
import { createValues, type ValueContext, type ValueNode } from "./value-nodes.js";

/** A member in an operation's request, response or error, or in a type; there now or once. */
export interface TreeNode {
  readonly name: string;
  readonly path: string;
  /** The shape whose member it is, as it is now. */
  readonly container?: ShapeId;
  readonly anchor: string;
  readonly type: TypeLabel;
  readonly required: boolean;
  readonly constraints: readonly Constraint[];
  readonly deprecated: Deprecated | undefined;
  readonly doc: Doc | undefined;
  readonly stretches: readonly Stretch[];
  readonly present: boolean;
  readonly values: readonly ValueNode[];
  /** How many more values its enum has than `values` lists; all stand on the enum's page. */
  readonly moreValues: number;
  readonly children: readonly TreeNode[];
  /** Why members of its type are not shown here. */
  readonly more: "recursive" | "cut" | undefined;
}

/** How much more may be shown on a page, in elements and in characters of HTML. Goes down as trees are made. */
export interface Budget {
  elements: number;
  characters: number;
}

/** What a tree is made from. */
export interface TreeContext extends ValueContext {
  /** What the tree may still show; members and texts use it up. What no longer fits is left to its type's page. */
  readonly budget: Budget;
  /** How deep the tree goes. */
  readonly depth: number;
}

/**
 * Returns the members of the shapes that `stays` point at, those that are gone last. Trees grow level by level, so that
 * what no longer fits is what lies deepest.
 */
export function createTree(stays: readonly Stay[], context: TreeContext): TreeNode[] {
  const branches: Branch[] = [];
  const root = { stays, path: "", depth: 0, entered: new Set<ShapeId>() };
  const roots = createChildren(root, orderKeys(stays, context), context, branches);
  for (const { node, spot } of branches) {
    const keys = orderKeys(spot.stays, context);
    if (fits(spot, keys.length, context)) node.children = createChildren(spot, keys, context, branches);
    else node.more = "cut";
  }
  return roots;
}

/** What one member costs besides its texts and its anchor. */
const MEMBER = { elements: 14, characters: 560 };
const VALUE = { elements: 4, characters: 90 };

type GrowingNode = { -readonly [Key in keyof TreeNode]: TreeNode[Key] };

/** A node whose members are still to be made. */
interface Branch {
  readonly node: GrowingNode;
  readonly spot: Spot;
}

interface Spot {
  readonly stays: readonly Stay[];
  readonly path: string;
  /** The shape whose member it is. */
  readonly container?: Shape | undefined;
  readonly depth: number;
  readonly entered: ReadonlySet<ShapeId>;
}

function fits(spot: Spot, count: number, { budget, depth }: TreeContext): boolean {
  return (
    spot.depth < depth &&
    count * MEMBER.elements <= budget.elements &&
    count * MEMBER.characters <= budget.characters
  );
}

function createChildren(
  spot: Spot,
  keys: readonly string[],
  context: TreeContext,
  branches: Branch[],
): TreeNode[] {
  const container = currentShape(spot.stays, context);
  return keys.map((key) => {
    const stays = follow(context.timeline, spot.stays, key);
    const path = container ? memberPath(spot.path, container, key) : joinPath(spot.path, key);
    return createNode(key, { ...spot, stays, path, container }, context, branches);
  });
}

function createNode(name: string, spot: Spot, context: TreeContext, branches: Branch[]): TreeNode {
  const present = isPresent(spot.stays, context.at);
  const last = lastStay(spot.stays, context.at);
  const shown = present ? context : { ...context, at: Math.min(context.at, (last?.to ?? 1) - 1) };
  const inner = unwrap(spot, shown);
  const target = last && shapeAt(context.timeline, last.target, shown.at);
  const element = currentShape(inner.stays, shown);
  const recursive = element !== undefined && spot.entered.has(element.id);
  const opens = present && element !== undefined && hasMembers(element) && !recursive;
  const { values, more: moreValues } =
    element && isEnum(element) ? createValues(inner, shown, MOST_VALUES) : NO_VALUES;
  const text = (last?.member && documentation(last.member)) ?? (target && documentation(target));
  const node: GrowingNode = {
    name,
    path: spot.path,
    ...(spot.container ? { container: spot.container.id } : {}),
    anchor: context.anchorOf(spot.path),
    type: typeLabel(target, shown),
    required: last?.member !== undefined && hasTrait(last.member, "required"),
    constraints: target
      ? [...constraintsOf(target, name, spot, shown), ...elementConstraints(target, element)]
      : [],
    deprecated: (last?.member && deprecated(last.member)) ?? (target && deprecated(target)),
    doc: text === undefined ? undefined : context.docOf(text),
    stretches: joinStretches(spot.stays),
    present,
    values,
    moreValues,
    children: [],
    more: recursive && hasMembers(element) ? "recursive" : undefined,
  };
  spend(node, context.budget);
  if (opens) {
    const entered = new Set([...spot.entered, element.id]);
    branches.push({ node, spot: { ...inner, depth: spot.depth + 1, entered } });
  }
  return node;
}

/** A member of a mixin has no container of its own here; its limits have no dates. */
function constraintsOf(target: Shape, name: string, { container, stays }: Spot, shown: TreeContext) {
  const { timeline, at } = shown;
  const hasChanged = (id: ShapeId) => (timeline.versions.get(id)?.length ?? 0) > 1;
  const dated =
    container &&
    (hasChanged(container.id) || hasChanged(target.id)) &&
    datedConstraints({ timeline, at, container: container.id, name, target: target.id });
  return dated && dated.length > 0 ? dated : findConstraints(lastStay(stays, at)?.member, target);
}

const NO_VALUES = { values: [], more: 0 } as const;

/** How many values of one enum a tree shows where the enum has more; its type's page shows all. */
export const MOST_VALUES = 24;

/** Returns whether an enum has, or may have had, more values than trees list. */
export function isLongEnum(shape: Shape): boolean {
  return isAggregate(shape) && shape.members.length > MOST_VALUES;
}

/** Changes `budget`; where a text no longer fits, changes `node`, too. */
function spend(node: GrowingNode, budget: Budget): void {
  const anchors = 2 * node.anchor.length + node.values.length * node.anchor.length;
  budget.elements -= MEMBER.elements + node.values.length * VALUE.elements;
  budget.characters -= MEMBER.characters + anchors + node.values.length * VALUE.characters;
  for (const { doc } of node.values) {
    if (!doc) continue;
    budget.elements -= weighDoc(doc).elements;
    budget.characters -= weighDoc(doc).characters;
  }
  if (!node.doc) return;
  const weight = weighDoc(node.doc);
  if (weight.elements > budget.elements || weight.characters > budget.characters) node.doc = undefined;
  else {
    budget.elements -= weight.elements;
    budget.characters -= weight.characters;
  }
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
