import {
  type AggregateShape,
  equalNodes,
  findMember,
  findShape,
  isSimple,
  type Member,
  type NodeValue,
  type Shape,
  type SimpleShape,
  type Traits,
} from "@shapelog/model";
import { SILENT } from "../compare/trait-levels.js";
import type { Pairing } from "./paired.js";
import { FORMAT, hasSameFormat, type Members, settleForm } from "./settle-form.js";

/** A shape in two models, and the names of those members of which something is stated in another place. */
interface Containers {
  readonly old: AggregateShape;
  readonly now: AggregateShape;
  readonly names: ReadonlySet<string>;
}

/** Returns a shape in two models with members that state what holds for them; `undefined` where they do already. */
export function settleMembers(pairing: Pairing, { old, now, names }: Containers) {
  const settled = { old: new Map<string, Member>(), now: new Map<string, Member>() };
  for (const name of names) {
    const [from, to] = [findMember(old, name), findMember(now, name)];
    const isEntry = now.kind === "list" || now.kind === "map";
    const pair = from && to && settleMember(pairing, { old: from, now: to, isEntry });
    if (!pair) continue;
    settled.old.set(name, pair.old);
    settled.now.set(name, pair.now);
  }
  if (settled.old.size === 0) return undefined;
  return { old: withMembers(old, settled.old), now: withMembers(now, settled.now) };
}

function withMembers(shape: AggregateShape, members: ReadonlyMap<string, Member>): AggregateShape {
  return { ...shape, members: shape.members.map((member) => members.get(member.name) ?? member) };
}

interface Targets<S extends Shape = Shape> {
  readonly from: S;
  readonly to: S;
}

const NUMBERS: ReadonlySet<string> = new Set([
  "byte",
  "short",
  "integer",
  "long",
  "bigInteger",
  "float",
  "double",
  "bigDecimal",
]);
const RANGE = "smithy.api#range";

function settleMember(pairing: Pairing, given: Members): Members | undefined {
  const settled = settleTargets(pairing, given) ?? given;
  const formed = settleForm(pairing.models, { ...settled, isEntry: given.isEntry ?? false });
  return formed.old === given.old && formed.now === given.now ? undefined : formed;
}

function settleTargets(pairing: Pairing, members: Members): Members | undefined {
  const { old, now } = members;
  const from = findShape(pairing.models.before, old.target);
  const to = findShape(pairing.models.after, now.target);
  if (!from || !to) return undefined;
  if (from.kind !== to.kind) {
    return NUMBERS.has(from.kind) && NUMBERS.has(to.kind) ? state(members, { from, to }, [RANGE]) : undefined;
  }
  const isMoved = old.target !== now.target;
  if (isMoved && isSimple(from) && isSimple(to)) return settleSimple(members, { from, to });
  const own = findOwn(members, { from, to });
  const stated = state(members, { from, to }, own) ?? members;
  const overridden = own.filter((id) => isMoved || differs(from, to, id));
  if (!own.includes(FORMAT) && differs(from, to, FORMAT) && hasSameFormat(pairing.models, members)) {
    overridden.push(FORMAT);
  }
  const pair = isMoved ? pairing.pairTargets(old.target, now.target) : old.target;
  if (pair === undefined) return stated === members ? undefined : stated;
  const target = overridden.length === 0 ? pair : pairing.strip(pair, overridden);
  if (target === old.target && target === now.target) return stated === members ? undefined : stated;
  return { old: { ...stated.old, target }, now: { ...stated.now, target } };
}

function differs(from: Shape, to: Shape, id: string): boolean {
  return !equalNodes(from.traits[id], to.traits[id]);
}

/** Both members hold all that their types state, and both have the type that states nothing. */
function settleSimple(members: Members, { from, to }: Targets<SimpleShape>): Members {
  const told = [...new Set([...Object.keys(from.traits), ...Object.keys(to.traits)])].filter(
    (id) => !SILENT.has(id),
  );
  const own = findOwn(members, { from, to });
  const stated = state(members, { from, to }, [...new Set([...told, ...own])]) ?? members;
  const target = PLAIN[from.kind];
  return { old: { ...stated.old, target }, now: { ...stated.now, target } };
}

const PLAIN: Readonly<Record<SimpleShape["kind"], string>> = {
  blob: "smithy.api#Blob",
  boolean: "smithy.api#Boolean",
  string: "smithy.api#String",
  byte: "smithy.api#Byte",
  short: "smithy.api#Short",
  integer: "smithy.api#Integer",
  long: "smithy.api#Long",
  float: "smithy.api#Float",
  double: "smithy.api#Double",
  bigInteger: "smithy.api#BigInteger",
  bigDecimal: "smithy.api#BigDecimal",
  timestamp: "smithy.api#Timestamp",
  document: "smithy.api#Document",
};

/** Returns the traits that a member states itself, on either side, of which its type on either side states another value. */
function findOwn({ old, now }: Members, { from, to }: Targets): string[] {
  const ids = new Set([...Object.keys(old.traits), ...Object.keys(now.traits)]);
  return [...ids].filter((id) => from.traits[id] !== undefined || to.traits[id] !== undefined);
}

/** Returns the members with what holds of some traits: a member's own stands before that of its type. */
function state({ old, now }: Members, { from, to }: Targets, ids: readonly string[]): Members | undefined {
  if (ids.length === 0) return undefined;
  return {
    old: { ...old, traits: withTraits(old.traits, from.traits, ids) },
    now: { ...now, traits: withTraits(now.traits, to.traits, ids) },
  };
}

function withTraits(own: Traits, below: Traits, ids: readonly string[]): Traits {
  const traits: Record<string, NodeValue> = { ...own };
  for (const id of ids) {
    // A default of null is one: it takes away what the type states.
    const value = own[id] === undefined ? below[id] : own[id];
    if (value !== undefined) traits[id] = value;
  }
  return traits;
}
