import type { Change } from "@shapelog/changes";
import type { Finding } from "@shapelog/diff";
import { isNodeObject, type Model, type NodeValue, type ShapeId, shapeName } from "@shapelog/model";
import { findHolders } from "./find-holders.js";

export interface IndexOptions {
  /** The model before or after: by it, limits of a shape are known at the members that have it. Default: none. */
  readonly models?: readonly Model[] | undefined;
  /** Returns what the package's types call a shape. Default: the shape's own name. */
  readonly nameOf?: ((id: ShapeId) => string) | undefined;
}

/** Values that a finding says went, or came. */
export interface ValueChange {
  readonly finding: Finding;
  readonly values: readonly (string | number)[];
}

/** What a number, or the length of a text or list, is held to from now on. */
export interface LimitChange {
  readonly finding: Finding;
  readonly of: "number" | "length";
  readonly min: number | undefined;
  readonly max: number | undefined;
}

export interface MemberChange {
  readonly finding: Finding;
  readonly member: string;
}

/** What findings say, by the names that programs use. Members are `Shape.member`, constants of enums `Enum.NAME`. */
export interface FindingIndex {
  readonly lost: ReadonlyMap<string, readonly ValueChange[]>;
  readonly gained: ReadonlyMap<string, readonly ValueChange[]>;
  readonly constants: ReadonlyMap<string, readonly Finding[]>;
  readonly goneMembers: ReadonlyMap<string, readonly Finding[]>;
  readonly changedMembers: ReadonlyMap<string, readonly Finding[]>;
  readonly optionalMembers: ReadonlyMap<string, readonly Finding[]>;
  /** By shape: members that calls have to set from now on. */
  readonly required: ReadonlyMap<string, readonly MemberChange[]>;
  /** By shape: members whose default is another one. */
  readonly defaults: ReadonlyMap<string, readonly MemberChange[]>;
  readonly limits: ReadonlyMap<string, readonly LimitChange[]>;
  readonly goneOperations: ReadonlyMap<string, readonly Finding[]>;
  readonly goneShapes: ReadonlyMap<string, readonly Finding[]>;
}

type Lists<Value> = Map<string, Value[]>;

/** Returns findings by what programs can meet of them. */
export function indexFindings(findings: readonly Finding[], options: IndexOptions = {}): FindingIndex {
  const { models = [], nameOf = shapeName } = options;
  const index = {
    lost: new Map() as Lists<ValueChange>,
    gained: new Map() as Lists<ValueChange>,
    constants: new Map() as Lists<Finding>,
    goneMembers: new Map() as Lists<Finding>,
    changedMembers: new Map() as Lists<Finding>,
    optionalMembers: new Map() as Lists<Finding>,
    required: new Map() as Lists<MemberChange>,
    defaults: new Map() as Lists<MemberChange>,
    limits: new Map() as Lists<LimitChange>,
    goneOperations: new Map() as Lists<Finding>,
    goneShapes: new Map() as Lists<Finding>,
  };
  for (const finding of findings) {
    addValues(index, finding, nameOf);
    addGone(index, finding, nameOf);
    for (const { shape, member, limit } of placesOf(finding, models)) {
      const key = `${nameOf(shape)}.${member}`;
      if (finding.rule === "response.member.optional") add(index.optionalMembers, key, finding);
      if (/^re(?:quest|sponse)\.type\./.test(finding.rule)) add(index.changedMembers, key, finding);
      if (isDemanding(finding.rule)) add(index.required, nameOf(shape), { finding, member });
      if (finding.rule === "request.default.changed") add(index.defaults, nameOf(shape), { finding, member });
      if (limit && finding.rule === "request.limit.tightened") add(index.limits, key, { finding, ...limit });
    }
  }
  return index;
}

const DEMANDING: readonly string[] = [
  "request.member.required",
  "request.member.required-added",
  "request.idempotency-token.required",
  "request.idempotency-token.demanded",
];

function isDemanding(rule: string): boolean {
  return DEMANDING.includes(rule);
}

type ValueIndex = Pick<{ [Key in keyof FindingIndex]: Lists<ValueChange> }, "lost" | "gained"> & {
  readonly constants: Lists<Finding>;
};

function addValues(
  { lost, gained, constants }: ValueIndex,
  finding: Finding,
  nameOf: (id: ShapeId) => string,
): void {
  const went = new Map<string, (string | number)[]>();
  const came = new Map<string, (string | number)[]>();
  for (const change of finding.changes) {
    if (change.kind === "enum.value.removed") add(went, nameOf(change.shape), change.value);
    if (change.kind === "enum.value.added") add(came, nameOf(change.shape), change.value);
    if (change.kind === "enum.value.renamed")
      add(constants, `${nameOf(change.shape)}.${change.before}`, finding);
  }
  for (const [name, values] of went) add(lost, name, { finding, values });
  for (const [name, values] of came) add(gained, name, { finding, values });
}

type GoneIndex = Record<"goneMembers" | "goneOperations" | "goneShapes", Lists<Finding>>;

function addGone(index: GoneIndex, finding: Finding, nameOf: (id: ShapeId) => string): void {
  for (const change of finding.changes) {
    if (change.kind === "member.removed")
      add(index.goneMembers, `${nameOf(change.shape)}.${change.member}`, finding);
    if (change.kind !== "shape.removed") continue;
    const isOperation = change.before.kind === "operation";
    add(isOperation ? index.goneOperations : index.goneShapes, nameOf(change.shape), finding);
  }
}

interface MemberPlace {
  readonly shape: ShapeId;
  readonly member: string;
  readonly limit?: Omit<LimitChange, "finding"> | undefined;
}

/** Returns the members of structures that a finding is about: those that its changes name, and those that have its shapes. */
function placesOf(finding: Finding, models: readonly Model[]): MemberPlace[] {
  return finding.changes.flatMap((change): MemberPlace[] => {
    if (!("shape" in change)) return [];
    const limit = limitOf(change);
    if ("member" in change && change.member !== undefined)
      return [{ shape: change.shape, member: change.member, limit }];
    return findHolders(models, change.shape).map((holder) => ({ ...holder, limit }));
  });
}

function limitOf(change: Change): Omit<LimitChange, "finding"> | undefined {
  if (change.kind !== "trait.added" && change.kind !== "trait.changed") return undefined;
  const of =
    change.trait === "smithy.api#length"
      ? "length"
      : change.trait === "smithy.api#range"
        ? "number"
        : undefined;
  const { after } = change;
  if (of === undefined || !isNodeObject(after)) return undefined;
  return { of, min: numberOf(after.min), max: numberOf(after.max) };
}

function numberOf(value: NodeValue | undefined): number | undefined {
  return value === undefined || value === null ? undefined : Number(value);
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
