import type { ShapeId } from "@shapelog/model";
import type { SyntaxTree } from "../idl/syntax.js";

/** Says what kind of shape an id is in all the files that are loaded, the prelude and the known definitions. */
export type FindKind = (id: ShapeId) => string | undefined;

/** How the ids of one file are read. */
export interface Scope {
  /** Returns the absolute id for an id as written, a member's too. */
  resolve(id: string): ShapeId;
  /** Returns whether there is such a shape; for a member's id, its shape. */
  isDefined(id: ShapeId): boolean;
  readonly findKind: FindKind;
}

const PRELUDE = "smithy.api";

/**
 * Returns how a file's ids are read (Smithy 2.0, "Relative shape ID resolution"): a name that is used stands for what
 * is used; else it is in the file's namespace, if any file defines it there; else in the prelude. A name that is
 * nowhere counts as the namespace's. Before the namespace, in metadata, names are the prelude's.
 */
export function createScope(
  tree: SyntaxTree,
  findKind: FindKind,
): { readonly shapes: Scope; readonly metadata: Scope } {
  const used = new Map<string, ShapeId>();
  for (const { id } of tree.uses) {
    const name = id.id.slice(id.id.indexOf("#") + 1);
    if (!used.has(name)) used.set(name, id.id);
  }
  const namespace = tree.namespace?.name.name;
  const resolved = new Map<string, ShapeId>();
  const resolveName = (name: string): ShapeId => {
    const known = resolved.get(name);
    if (known !== undefined) return known;
    const id = used.get(name) ?? findRelative(namespace, name, findKind);
    resolved.set(name, id);
    return id;
  };
  const inPrelude = (name: string): ShapeId => `${PRELUDE}#${name}`;
  return { shapes: scopeOf(resolveName, findKind), metadata: scopeOf(inPrelude, findKind) };
}

function findRelative(namespace: string | undefined, name: string, findKind: FindKind): ShapeId {
  const prelude = `${PRELUDE}#${name}`;
  if (namespace === undefined) return prelude;
  const own = `${namespace}#${name}`;
  return findKind(own) === undefined && findKind(prelude) !== undefined ? prelude : own;
}

function scopeOf(resolveName: (name: string) => ShapeId, findKind: FindKind): Scope {
  return {
    findKind,
    resolve(id) {
      if (id.includes("#")) return id;
      const dollar = id.indexOf("$");
      return dollar === -1 ? resolveName(id) : `${resolveName(id.slice(0, dollar))}${id.slice(dollar)}`;
    },
    isDefined(id) {
      const dollar = id.indexOf("$");
      return findKind(dollar === -1 ? id : id.slice(0, dollar)) !== undefined;
    },
  };
}
