import {
  type AggregateShape,
  enumValue,
  findShape,
  isAggregate,
  type Shape,
  type ShapeId,
  shapeName,
  type Traits,
} from "@shapelog/model";
import type { MixedModels } from "../resolve-models.js";
import type { Pair, Pairing, StandIn } from "./paired.js";
import { settleMembers } from "./settle-members.js";

/** No more shapes are paired: those of a model that is made to have very many are compared as they are written. */
const MOST_PAIRS = 2000;
/** Cannot be in the id of a shape. */
const MARK = "\u0001";

export function createPairing(models: MixedModels): Pairing {
  const before = new Map<ShapeId, Shape>();
  const after = new Map<ShapeId, Shape>();
  const pairs = new Map<ShapeId, Pair>();
  const stripped = new Map<ShapeId, { standIns: StandIn[] }>();
  const known = new Map<string, ShapeId | undefined>();
  const open: ShapeId[] = [];
  let isSettling = false;
  const put = (id: ShapeId, old: Shape, now: Shape) => {
    before.set(id, old);
    after.set(id, now);
  };
  const pairing: Pairing = {
    ...{ models, before, after, pairs, stripped, put },
    pairTargets(old, now) {
      if (old === now) return old;
      const key = `${old} ${now}`;
      if (known.has(key)) return known.get(key);
      const shapes = [findShape(models.before, old), findShape(models.after, now)] as const;
      const id = canPair(...shapes) && pairs.size < MOST_PAIRS ? createId(now, pairs.size) : undefined;
      known.set(key, id);
      if (id === undefined || !shapes[0] || !shapes[1]) return undefined;
      pairs.set(id, { old, now });
      put(id, { ...shapes[0], id }, { ...shapes[1], id });
      open.push(id);
      settleOpen();
      return id;
    },
    strip(id, traits) {
      const group = stripped.get(id) ?? { standIns: [] };
      stripped.set(id, group);
      const same = group.standIns.find((each) => isSameSet(each.traits, traits));
      if (same) return same.id;
      const standIn = createId(pairs.get(id)?.now ?? id, `${group.standIns.length}${MARK}${id}`);
      group.standIns.push({ id: standIn, traits: new Set(traits) });
      return standIn;
    },
    finish() {
      for (const [id, { standIns }] of stripped) {
        const old = before.get(id) ?? findShape(models.before, id);
        const now = after.get(id) ?? findShape(models.after, id);
        if (!old || !now) continue;
        for (const each of standIns) put(each.id, withoutTraits(old, each), withoutTraits(now, each));
      }
    },
  };
  /** Chains of shapes can be longer than the stack is deep: what a pair holds is paired one after the other. */
  const settleOpen = () => {
    if (isSettling) return;
    isSettling = true;
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const [old, now] = [before.get(id), after.get(id)];
      if (!old || !now || !isAggregate(old) || !isAggregate(now)) continue;
      if (old.kind === "enum" || old.kind === "intEnum") continue;
      const names = new Set(old.members.map(({ name }) => name));
      const settled = settleMembers(pairing, { old, now, names });
      if (settled) put(id, settled.old, settled.now);
    }
    isSettling = false;
  };
  return pairing;
}

function createId(of: ShapeId, mark: string | number): ShapeId {
  return `${of.slice(0, of.indexOf("#"))}${MARK}${mark}#${shapeName(of)}`;
}

function isSameSet(known: ReadonlySet<string>, traits: readonly string[]): boolean {
  return known.size === traits.length && traits.every((trait) => known.has(trait));
}

function withoutTraits(shape: Shape, { id, traits }: StandIn): Shape {
  const kept = Object.entries(shape.traits).filter(([trait]) => !traits.has(trait));
  return { ...shape, id, traits: Object.fromEntries(kept) as Traits };
}

/** Returns whether one of two shapes can be read as what has become of the other. */
function canPair(old: Shape | undefined, now: Shape | undefined): boolean {
  if (!old || !now || old.kind !== now.kind || !isAggregate(old) || !isAggregate(now)) return false;
  if (old.kind === "list" || old.kind === "map") return true;
  const [before, after] = [keysOf(old), keysOf(now)];
  const shared = [...before].filter((key) => after.has(key)).length;
  return shared * 2 >= Math.min(before.size, after.size);
}

/** Returns what members are known by: in an enum by what travels. */
function keysOf(shape: AggregateShape): ReadonlySet<string | number> {
  const isEnum = shape.kind === "enum" || shape.kind === "intEnum";
  return new Set<string | number>(shape.members.map((member) => (isEnum ? enumValue(member) : member.name)));
}
