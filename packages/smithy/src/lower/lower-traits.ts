import { NO_TRAITS, type NodeValue, type ShapeId, type Traits } from "@shapelog/model";
import { smithyDiagnostics } from "../diagnostics.js";
import type { Documentation, TraitNode, ValueNode } from "../idl/syntax.js";
import { mergeTraits } from "../load/merge-traits.js";
import { lowerValue } from "./lower-value.js";
import { type Lowering, placeAt } from "./lowering.js";

const DOCUMENTATION = "smithy.api#documentation";

/** What has traits in a file. */
export interface Traited {
  readonly id: ShapeId;
  readonly traits: readonly TraitNode[];
  readonly documentation?: Documentation | undefined;
  /** A trait that is written as an assignment: a default or the value of an enum's member. */
  readonly assigned?: { readonly trait: ShapeId; readonly value: ValueNode };
}

/** Returns the traits of a shape, a member or an `apply` statement, documentation comments among them. */
export function lowerTraits(lowering: Lowering, { id, traits, documentation, assigned }: Traited): Traits {
  if (traits.length === 0 && documentation === undefined && assigned === undefined) return NO_TRAITS;
  const lowered: { [trait: ShapeId]: NodeValue } = {};
  let again: { traits: Traits; place: () => ReturnType<typeof placeAt> }[] | undefined;
  const add = (trait: ShapeId, value: NodeValue, start: number) => {
    if (!Object.hasOwn(lowered, trait)) lowered[trait] = value;
    else {
      again ??= [];
      again.push({ traits: { [trait]: value }, place: () => placeAt(lowering, start) });
    }
  };
  if (assigned) add(assigned.trait, lowerValue(lowering, assigned.value), assigned.value.start);
  for (const node of traits) {
    const trait = lowering.scope.resolve(node.id.id);
    reportVersion(lowering, { of: id, trait }, node.start);
    add(trait, lowerTraitValue(lowering, trait, node), node.start);
  }
  if (documentation) add(DOCUMENTATION, documentation.text, documentation.start);
  return again === undefined ? lowered : mergeTraits(lowering, { id, traits: lowered }, again);
}

/** A trait without a value has the empty value of its type, where that type has one. */
function lowerTraitValue(lowering: Lowering, trait: ShapeId, node: TraitNode): NodeValue {
  if (node.value !== undefined) return lowerValue(lowering, node.value);
  const kind = lowering.scope.findKind(trait);
  if (kind === undefined || kind === "structure" || kind === "map") return {};
  return kind === "list" || kind === "set" ? [] : null;
}

/** The traits that one version alone has, and what to write instead. */
const BOUND_TO_VERSION: ReadonlyMap<ShapeId, { readonly needs: "1.0" | "2.0"; readonly instead: string }> =
  new Map([
    ["smithy.api#mixin", { needs: "2.0", instead: 'Begin the file with $version: "2.0".' }],
    ["smithy.api#default", { needs: "2.0", instead: 'Begin the file with $version: "2.0".' }],
    ["smithy.api#box", { needs: "1.0", instead: "Leave it out: without a default, nothing is implied." }],
  ]);

function reportVersion(
  lowering: Lowering,
  { of, trait }: { readonly of: ShapeId; readonly trait: ShapeId },
  start: number,
): void {
  const bound = BOUND_TO_VERSION.get(trait);
  if (!bound || bound.needs === lowering.version) return;
  const data = { trait, of, version: lowering.version, instead: bound.instead };
  lowering.diagnostics.push(smithyDiagnostics.create("trait-out-of-place", placeAt(lowering, start), data));
}
