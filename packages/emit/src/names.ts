import {
  compareCodeUnits,
  type Model,
  type ServiceShape,
  type ShapeId,
  splitShapeId,
  UNIT,
} from "@shapelog/model";

/** The names of a model's shapes, settled once. */
export interface Names {
  /** Returns the name of a shape; throws for an id the model does not have. */
  of(id: ShapeId): string;
  /** All names by shape id, sorted by shape id. */
  readonly all: ReadonlyMap<ShapeId, string>;
}

export interface CreateNamesOptions {
  /** The service whose `rename` applies, and whose namespace keeps plain names on a clash. Default: none. */
  readonly service?: ServiceShape;
}

/**
 * Settles the name that each shape of a model has in documents: its own, or the one the service's `rename` gives it,
 * whatever programming languages make of it. Characters other than ASCII letters, digits and `_`, which no valid model
 * has, become `_`. Of shapes that come to the same name, one keeps it (the service's namespace first, then by shape
 * id); the others get their namespace's last part behind an underscore, then a number. The order of shapes in the model
 * means nothing. For TypeScript there are other names: see `createTypeNames`.
 */
export function createNames(model: Model, options: CreateNamesOptions = {}): Names {
  return combineNames(settleNames(model, { ...options, spell: (name) => [cleanName(name)] }));
}

export interface SettleOptions extends CreateNamesOptions {
  /** Returns the spellings of a name, the one that is wanted most first; there is at least one. */
  spell(name: string): readonly string[];
  /** Returns how late a shape's turn comes among those of one namespace and of others. Default: all at once. */
  rank?(id: ShapeId, name: string): number;
  /** Returns whether a shape takes part. Default: all do. */
  includes?(id: ShapeId): boolean;
}

/** Settles a name for each shape, no two of them the same. */
export function settleNames(model: Model, options: SettleOptions): Map<ShapeId, string> {
  const { service, spell, rank = () => 0, includes = () => true } = options;
  const home = service && splitShapeId(service.id).namespace;
  const renames = new Map(service?.rename.map(({ shape, name }) => [shape, name]));
  const turns = [...model.shapes.keys()]
    .filter((id) => id !== UNIT && includes(id))
    .map((id) => {
      const { namespace, name } = splitShapeId(id);
      const place = renames.has(id) ? 0 : namespace === home ? 1 : 2;
      return { id, namespace, name: renames.get(id) ?? name, place, rank: rank(id, name) };
    })
    .sort((a, b) => a.rank - b.rank || a.place - b.place || compareCodeUnits(a.id, b.id));
  const taken = new Set<string>();
  const chosen = new Map<ShapeId, string>();
  for (const { id, namespace, name } of turns) {
    const settled = findFree(spell(name), namespace, taken);
    taken.add(settled);
    chosen.set(id, settled);
  }
  return chosen;
}

function findFree(spellings: readonly string[], namespace: string, taken: ReadonlySet<string>): string {
  const free = spellings.find((spelling) => !taken.has(spelling));
  if (free !== undefined) return free;
  const [plain = "Shape"] = spellings;
  const suffix = namespace.slice(namespace.lastIndexOf(".") + 1).replace(/\W/g, "");
  const distinct = suffix === "" ? plain : `${plain}_${suffix}`;
  if (!taken.has(distinct)) return distinct;
  let number = 2;
  while (taken.has(`${distinct}_${number}`)) number++;
  return `${distinct}_${number}`;
}

/** Returns names that can be asked for. */
export function combineNames(chosen: ReadonlyMap<ShapeId, string>): Names {
  const all = new Map([...chosen].sort(([a], [b]) => compareCodeUnits(a, b)));
  return {
    all,
    of(id) {
      const name = all.get(id);
      if (name === undefined) throw new Error(`no name was settled for ${id}`);
      return name;
    },
  };
}

/** Returns a name of ASCII letters, digits and `_` alone. `__proto__`, which would set a prototype, gets a leading `_`. */
export function cleanName(name: string): string {
  const clean = name.replace(/\W/g, "_") || "Shape";
  return clean === "__proto__" ? `_${clean}` : clean;
}
