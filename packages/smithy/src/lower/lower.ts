import type { Location } from "@shapelog/diagnostics";
import { equalNodes, isNodeArray, type NodeValue, type SourceText } from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type { ApplyStatement, SyntaxTree } from "../idl/syntax.js";
import type { ModelPart } from "../load/model-part.js";
import { findSuffix } from "./find-suffix.js";
import { locateInIdl } from "./locate-in-idl.js";
import { lowerShape } from "./lower-shape.js";
import { lowerTraits } from "./lower-traits.js";
import { lowerValue, type ValueLowering } from "./lower-value.js";
import { type Lowering, placeAt } from "./lowering.js";
import { createScope, type FindKind, type Scope } from "./scope.js";

/**
 * Returns what an IDL file says with all ids absolute (Smithy 2.0, "Smithy IDL"). `findKind` knows the shapes of all
 * files that are loaded together: a relative id can mean one of them.
 */
export function lower(source: SourceText, tree: SyntaxTree, findKind: FindKind): ModelPart {
  const scope = createScope(tree, findKind);
  const lowering = startLowering(source, tree, scope.shapes);
  reportUnknownUses(lowering, tree);
  const metadata = lowerMetadata({ ...lowering, scope: scope.metadata }, tree);
  for (const statement of tree.shapes) {
    if (statement.kind === "apply") lowerApply(lowering, statement);
    else lowerShape(lowering, statement);
  }
  const locate = locateInIdl({ ...lowering, tree });
  const { file, version, diagnostics, shapes, repeated, applies, elided, resources } = lowering;
  return {
    ...{ file, version, diagnostics, metadata, shapes, repeated, applies, elided, resources, locate },
    locateMetadata: (key) => locateMetadata(lowering, tree, key),
    isWritten: (id) => shapes.has(id),
  };
}

function startLowering({ file, text }: SourceText, tree: SyntaxTree, scope: Scope): Lowering {
  return {
    file,
    text,
    version: tree.version,
    namespace: tree.namespace?.name.name ?? "",
    inputSuffix: findSuffix(tree, "input"),
    outputSuffix: findSuffix(tree, "output"),
    scope,
    diagnostics: [],
    shapes: new Map(),
    repeated: [],
    applies: [],
    elided: new Set(),
    resources: new Map(),
  };
}

function reportUnknownUses(lowering: Lowering, { uses }: SyntaxTree): void {
  for (const { id } of uses) {
    if (lowering.scope.isDefined(id.id)) continue;
    const place = placeAt(lowering, id.start);
    lowering.diagnostics.push(smithyDiagnostics.create("unknown-use", place, { id: id.id }));
  }
}

/** A key that is given twice in one file is merged as one in two files. */
function lowerMetadata(lowering: ValueLowering, tree: SyntaxTree): Map<string, NodeValue> {
  const metadata = new Map<string, NodeValue>();
  for (const { key, value: node } of tree.metadata) {
    const value = lowerValue(lowering, node);
    const current = metadata.get(key.name);
    if (current === undefined) metadata.set(key.name, value);
    else if (isNodeArray(current) && isNodeArray(value)) metadata.set(key.name, [...current, ...value]);
    else if (!equalNodes(current, value)) {
      const place = placeAt(lowering, node.start);
      const data = { key: key.name };
      lowering.diagnostics.push(smithyDiagnostics.create("conflicting-metadata", place, data));
    }
  }
  return metadata;
}

function locateMetadata(lowering: Lowering, tree: SyntaxTree, key: string): Location | undefined {
  const statement = tree.metadata.find((each) => each.key.name === key);
  return statement && placeAt(lowering, statement.value.start);
}

function lowerApply(lowering: Lowering, statement: ApplyStatement): void {
  const target = lowering.scope.resolve(statement.target.id);
  const traits = lowerTraits(lowering, { id: target, traits: statement.traits });
  lowering.applies.push({
    target,
    traits,
    place: (trait) => {
      const node = statement.traits.find(({ id }) => lowering.scope.resolve(id.id) === trait);
      return placeAt(lowering, node?.start ?? statement.start);
    },
  });
}
