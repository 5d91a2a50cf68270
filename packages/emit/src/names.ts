import {
  compareCodeUnits,
  type Model,
  type ServiceShape,
  type ShapeId,
  splitShapeId,
  UNIT,
} from "@shapelog/model";
import { isReservedName } from "./reserved-names.js";

/** The identifiers of a model's shapes, settled once. */
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
 * Settles the identifier of every shape of a model. A name is the shape's own, or the one the service's `rename`
 * gives it, made a valid ECMAScript identifier; reserved words and global types get a leading underscore, as the AWS
 * SDK for JavaScript has it (`_Error`). Of shapes that come to the same name, one keeps it (the service's namespace
 * first, then by shape id); the others get their namespace's last part behind an underscore, then a number. The order
 * of shapes in the model means nothing.
 */
export function createNames(model: Model, options: CreateNamesOptions = {}): Names {
  const { service } = options;
  const home = service && splitShapeId(service.id).namespace;
  const renames = new Map(service?.rename.map(({ shape, name }) => [shape, name]));
  const ids = [...model.shapes.keys()].filter((id) => id !== UNIT);
  const rank = (id: ShapeId) => (renames.has(id) ? 0 : splitShapeId(id).namespace === home ? 1 : 2);
  ids.sort((a, b) => rank(a) - rank(b) || compareCodeUnits(a, b));

  const taken = new Set<string>();
  const chosen = new Map<ShapeId, string>();
  for (const id of ids) {
    const { namespace, name } = splitShapeId(id);
    const identifier = settle(renames.get(id) ?? name, namespace, taken);
    taken.add(identifier);
    chosen.set(id, identifier);
  }
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

function settle(name: string, namespace: string, taken: ReadonlySet<string>): string {
  const plain = createIdentifier(name);
  if (!taken.has(plain)) return plain;
  const suffix = namespace.slice(namespace.lastIndexOf(".") + 1).replace(/\W/g, "");
  const distinct = suffix === "" ? plain : `${plain}_${suffix}`;
  if (!taken.has(distinct)) return distinct;
  let number = 2;
  while (taken.has(`${distinct}_${number}`)) number++;
  return `${distinct}_${number}`;
}

/**
 * Returns an ECMAScript identifier made of a name: characters other than ASCII letters, digits and `_` become `_`,
 * names that are reserved, or that start with a digit, get a leading `_`.
 */
export function createIdentifier(name: string): string {
  let identifier = name.replace(/\W/g, "_");
  if (identifier === "") identifier = "Shape";
  if (/^[0-9]/.test(identifier)) identifier = `_${identifier}`;
  while (isReservedName(identifier)) identifier = `_${identifier}`;
  return identifier;
}
