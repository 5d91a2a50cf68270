import { compareCodeUnits, type Model, type Shape, type ShapeKind, splitShapeId } from "@shapelog/model";
import { DEFINITION_KINDS } from "../gen/definition-kinds.js";
import type { ControlStatement, MetadataStatement, SyntaxTree } from "../idl/syntax.js";
import { liftShape } from "./lift-shape.js";
import { liftId, liftKey, liftValue, NOWHERE } from "./lift-value.js";
import { createNaming } from "./naming.js";

/** A file of a model: the part of one namespace. */
export interface LiftedFile {
  /** The file's name: the namespace and `.smithy`. */
  readonly path: string;
  readonly tree: SyntaxTree;
}

/** The order of shapes in a file, as Smithy has it: definitions of traits first, then by kind, then by id. */
const ORDER: readonly ShapeKind[] = ["service", "resource", "operation", "structure", "union", "list", "map"];

/**
 * Returns the syntax trees of a model, one for each namespace, sorted. Metadata stands in the first. A model without
 * shapes is one tree without a namespace.
 */
export function liftFiles(model: Model): LiftedFile[] {
  const byNamespace = new Map<string, Shape[]>();
  for (const shape of model.shapes.values()) {
    const { namespace } = splitShapeId(shape.id);
    const shapes = byNamespace.get(namespace);
    if (shapes) shapes.push(shape);
    else byNamespace.set(namespace, [shape]);
  }
  const files = [...byNamespace].sort(([a], [b]) => compareCodeUnits(a, b));
  const metadata = liftMetadata(model);
  if (files.length === 0) return [{ path: "metadata.smithy", tree: createTree(metadata) }];
  const paths = new Set<string>();
  return files.map(([namespace, shapes], index) => ({
    path: choosePath(namespace, paths),
    tree: liftNamespace(model, namespace, shapes, index === 0 ? metadata : []),
  }));
}

/** Some file systems take names for the same that differ in case alone. */
function choosePath(namespace: string, paths: Set<string>): string {
  let path = `${namespace}.smithy`;
  for (let count = 2; paths.has(path.toLowerCase()); count++) path = `${namespace}-${count}.smithy`;
  paths.add(path.toLowerCase());
  return path;
}

function liftNamespace(
  model: Model,
  namespace: string,
  shapes: readonly Shape[],
  metadata: readonly MetadataStatement[],
): SyntaxTree {
  const naming = createNaming(model, namespace, shapes);
  const findKind = (id: string) => model.shapes.get(id)?.kind ?? DEFINITION_KINDS.get(id);
  const lifting = { model, naming, findKind };
  return {
    ...createTree(metadata),
    namespace: { kind: "namespace", ...NOWHERE, name: { ...NOWHERE, name: namespace } },
    uses: naming.uses.map((id) => ({ kind: "use", ...NOWHERE, id: liftId(id) })),
    shapes: shapes.toSorted(compareShapes).flatMap((shape) => liftShape(lifting, shape)),
  };
}

function createTree(metadata: readonly MetadataStatement[]): SyntaxTree {
  const version: ControlStatement = {
    kind: "control",
    ...NOWHERE,
    key: liftKey("version"),
    value: liftValue("2.0"),
  };
  return { version: "2.0", control: [version], metadata, uses: [], shapes: [], comments: [] };
}

function liftMetadata({ metadata }: Model): MetadataStatement[] {
  return [...metadata]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([key, value]) => ({ kind: "metadata", ...NOWHERE, key: liftKey(key), value: liftValue(value) }));
}

function compareShapes(a: Shape, b: Shape): number {
  return rank(a) - rank(b) || compareCodeUnits(a.id, b.id);
}

function rank({ kind, traits }: Shape): number {
  if ("smithy.api#trait" in traits) return -1;
  const index = ORDER.indexOf(kind);
  return index === -1 ? ORDER.length : index;
}
