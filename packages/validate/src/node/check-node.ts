import {
  type AggregateShape,
  findMember,
  hasTrait,
  INTEGER_RANGES,
  isNodeArray,
  isNodeNumber,
  isNodeObject,
  isNullable,
  isWhole,
  type Member,
  memberId,
  type NodeValue,
  type NumberRange,
  outside,
  type Shape,
  type ShapeKind,
  type StructureShape,
  type UnionShape,
} from "@shapelog/model";
import type { Subject, ValidationContext } from "../context.js";
import {
  checkConstraints,
  checkEnumValue,
  checkTimestamp,
  nonNumeric,
  type Targeted,
} from "./constraints.js";
import { type CheckNodeOptions, createNodeState, type NodeState } from "./node-state.js";
import type { NodeProblem } from "./problems.js";

const DEPTH = 400;

/**
 * Returns what is wrong with a value that stands for a shape or member: a trait's value, a default, an example,
 * metadata (Smithy 2.0, "Node values"). A target that is not in the model is not told of here.
 */
export function checkNode(
  context: ValidationContext,
  { shape, member }: Subject,
  { value, ...options }: CheckedNode,
): readonly NodeProblem[] {
  const state = createNodeState(context, options);
  if (member) checkMember(state, { container: shape, member }, value);
  else checkShape(state, { shape }, value);
  return state.problems;
}

/** A value, and what is allowed of it. */
export interface CheckedNode extends CheckNodeOptions {
  readonly value: NodeValue;
}

interface Contained {
  readonly container: Shape;
  readonly member: Member;
}

function checkMember(state: NodeState, { container, member }: Contained, value: NodeValue): void {
  const target = state.context.shape(member.target);
  if (!target) return;
  const id = memberId(container.id, member.name);
  checkConstraints(state, { id, traits: member.traits, isMember: true, kind: target.kind }, value);
  if (value === null && !isNullable(state.context.model, container, member) && isNullChecked(container)) {
    state.report("null", { member: id });
  }
  if (value === null && isSparse(container)) return;
  checkShape(state, { shape: target, member }, value);
}

function isNullChecked({ kind }: Shape): boolean {
  return kind === "list" || kind === "map" || kind === "structure";
}

function isSparse(container: Shape): boolean {
  return (container.kind === "list" || container.kind === "map") && hasTrait(container, "sparse");
}

function checkShape(state: NodeState, { shape, member }: Targeted, value: NodeValue): void {
  if (state.path.length > DEPTH) {
    state.report("too-deep", { limit: DEPTH });
    return;
  }
  const { id, traits, kind } = shape;
  if (kind === "document") return;
  if (kind === "timestamp") {
    checkTimestamp(state, { shape, member }, value);
    return;
  }
  const expected = EXPECTED[kind];
  if (!expected) {
    state.report("not-data", { shape: id, kind });
    return;
  }
  if (!expected.test(value)) {
    if (value === null && state.options.optionalNulls) return;
    state.report("type", { shape: id, kind, expected: expected.name, value });
    return;
  }
  if (checkOwn(state, shape, value)) {
    checkConstraints(state, { id, traits, isMember: false, kind }, value);
    checkBelow(state, shape, value);
  }
}

interface Expected {
  readonly name: string;
  test(value: NodeValue): boolean;
}

const STRING: Expected = { name: "a string", test: (value) => typeof value === "string" };
const NUMBER: Expected = { name: "a number", test: isNodeNumber };
const FLOAT: Expected = { name: "a number", test: (value) => NUMBER.test(value) || STRING.test(value) };
const OBJECT: Expected = { name: "an object", test: isNodeObject };

/** What values look like, by kind. */
const EXPECTED: Readonly<Partial<Record<ShapeKind, Expected>>> = {
  blob: STRING,
  string: STRING,
  enum: STRING,
  boolean: { name: "true or false", test: (value) => typeof value === "boolean" },
  byte: NUMBER,
  short: NUMBER,
  integer: NUMBER,
  intEnum: NUMBER,
  long: NUMBER,
  bigInteger: NUMBER,
  bigDecimal: NUMBER,
  float: FLOAT,
  double: FLOAT,
  list: { name: "a list", test: isNodeArray },
  map: OBJECT,
  structure: OBJECT,
  union: OBJECT,
};

/** How far whole numbers go. */
const WHOLE: Readonly<Partial<Record<ShapeKind, NumberRange>>> = {
  ...INTEGER_RANGES,
  intEnum: INTEGER_RANGES.integer,
  bigInteger: {},
};

/** Checks what the kind alone asks for. Returns whether it is worth looking at constraints. */
function checkOwn(state: NodeState, shape: Shape, value: NodeValue): boolean {
  const { id, kind } = shape;
  const range = WHOLE[kind];
  if (isNodeNumber(value) && range !== undefined) {
    if (!isWhole(value)) state.report("not-an-integer", { shape: id, value });
    else if (outside(value, range)) state.report("out-of-kind", { shape: id, kind, value });
    else return true;
    return false;
  }
  if (
    (kind === "float" || kind === "double") &&
    typeof value === "string" &&
    nonNumeric(value) === undefined
  ) {
    state.report("not-a-number", { shape: id, value });
  }
  if (kind === "blob" && state.options.base64Blobs && typeof value === "string" && !isBase64(value)) {
    state.report("base64", { shape: id });
    return false;
  }
  return true;
}

/** Returns whether text is base64 (RFC 4648), padding included or left out. */
export function isBase64(text: string): boolean {
  const body = text.replace(/={1,2}$/, "");
  const padded = body.length < text.length;
  return /^[A-Za-z0-9+/]*$/.test(body) && body.length % 4 !== 1 && (!padded || text.length % 4 === 0);
}

function checkBelow(state: NodeState, shape: Shape, value: NodeValue): void {
  switch (shape.kind) {
    case "enum":
    case "intEnum":
      if (typeof value === "string" || typeof value === "number") checkEnumValue(state, shape, value);
      return;
    case "list":
      for (const [index, entry] of isNodeArray(value) ? value.entries() : []) {
        checkPart(state, shape, { name: "member", segment: `${index}`, value: entry });
      }
      return;
    case "map":
      for (const [key, entry] of Object.entries(value as object)) {
        checkPart(state, shape, { name: "key", segment: `${key} (key)`, value: key });
        checkPart(state, shape, { name: "value", segment: key, value: entry });
      }
      return;
    case "structure":
      if (isNodeObject(value)) checkStructure(state, shape, value);
      return;
    case "union":
      if (isNodeObject(value)) checkUnion(state, shape, value);
      return;
    default:
      return;
  }
}

/** A value inside of another one: its member's name, and the step that leads to it. */
interface Part {
  readonly name: string;
  readonly segment: string;
  readonly value: NodeValue;
}

function checkPart(state: NodeState, container: AggregateShape, { name, segment, value }: Part): void {
  const member = findMember(container, name);
  if (!member) return;
  state.path.push(segment);
  checkMember(state, { container, member }, value);
  state.path.pop();
}

type NodeObject = Readonly<Record<string, NodeValue>>;

function checkStructure(state: NodeState, shape: StructureShape, value: NodeObject): void {
  for (const [name, entry] of Object.entries(value)) {
    if (findMember(shape, name)) checkPart(state, shape, { name, segment: name, value: entry });
    else {
      const below = `UnknownMember.${shape.id}.${name}`;
      state.report("unknown-member", { shape: shape.id, member: name }, { below });
    }
  }
  for (const member of requiredMembers(shape)) {
    if (Object.hasOwn(value, member.name)) continue;
    const severity = state.constraintSeverity;
    state.report("missing-member", { shape: shape.id, member: member.name }, { severity });
  }
}

const REQUIRED = new WeakMap<StructureShape, readonly Member[]>();

/** Every value of a shape asks: they are looked for once. */
function requiredMembers(shape: StructureShape): readonly Member[] {
  const members = REQUIRED.get(shape) ?? shape.members.filter((member) => hasTrait(member, "required"));
  REQUIRED.set(shape, members);
  return members;
}

function checkUnion(state: NodeState, shape: UnionShape, value: NodeObject): void {
  const [name, ...others] = Object.keys(value);
  if (name === undefined) {
    // Smithy takes a union without a member, though the specification does not.
    state.report("one-variant", { shape: shape.id, found: 0 }, { severity: "warning" });
    return;
  }
  if (others.length > 0) {
    state.report("one-variant", { shape: shape.id, found: others.length + 1 });
    return;
  }
  if (findMember(shape, name)) {
    checkPart(state, shape, { name, segment: name, value: value[name] ?? null });
    return;
  }
  const below = `UnknownMember.${shape.id}.${name}`;
  state.report("unknown-variant", { shape: shape.id, member: name }, { below });
}
