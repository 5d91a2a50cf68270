import type { Diagnostic } from "@shapelog/diagnostics";
import { checkReferences, type Locate, type Model, type ReadResult, type ShapeId } from "@shapelog/model";
import { applyTraits } from "./apply-traits.js";
import { checkMixins } from "./check-mixins.js";
import { completeEnums } from "./complete-enums.js";
import { createLocate } from "./create-locate.js";
import { orderInheritedMembers } from "./inherited-members.js";
import { limitMixins } from "./limit-mixins.js";
import type { Loading } from "./loading.js";
import { collectShapes, mergeMetadata, mergeShapes } from "./merge-parts.js";
import type { ModelPart } from "./model-part.js";
import { reportBrokenMixins } from "./report-broken-mixins.js";
import { settleElidedMembers } from "./settle-elided.js";
import { upgradeVersion1 } from "./upgrade-version-1.js";

export interface AssembleOptions {
  /**
   * Whether to report targets that no file has, and mixins that do not fit; switch it off for one file of several, or
   * where a validator looks at it all. Default: true.
   */
  readonly references?: boolean;
  /** Whether strings with the deprecated `@enum` trait become enum shapes where they can. Default: true. */
  readonly upgradeEnums?: boolean;
}

/**
 * Makes one model of the parts of several files (Smithy 2.0, "Merging model files"): the definitions first, then the
 * traits that are applied from elsewhere, then what files of version 1.0 left unsaid.
 */
export function assemble(parts: readonly ModelPart[], options: AssembleOptions = {}): ReadResult {
  const diagnostics: Diagnostic[] = [];
  for (const part of parts) for (const diagnostic of part.diagnostics) diagnostics.push(diagnostic);
  const { shapes, later } = collectShapes(parts);
  const model: Model = { shapes, metadata: mergeMetadata(parts, diagnostics) };
  const locate = createLocate(parts, model);
  const loading: Loading = { shapes, diagnostics, locate, inherited: new Map() };
  mergeShapes(loading, later);
  const mixed = limitMixins(loading);
  const broken = reportBrokenMixins(loading, mixed);
  settleElidedMembers(loading, parts, { mixed, broken });
  applyTraits(loading, parts);
  orderInheritedMembers(loading);
  upgradeVersion1(loading, findVersion1(parts));
  completeEnums(loading, mixed, { upgrade: options.upgradeEnums !== false });
  checkMixins(loading, mixed, broken);
  if (options.references !== false) {
    const isReported = (id: ShapeId) => parts.some((part) => part.isWritten(id));
    for (const diagnostic of checkReferences(model, locate, { isReported })) diagnostics.push(diagnostic);
  }
  return { model, locate, diagnostics };
}

/** Returns what a reader gives where nothing could be read. */
export function failedPart(file: string, diagnostics: readonly Diagnostic[]): ModelPart {
  const locate: Locate = () => undefined;
  return {
    file,
    version: "2.0",
    diagnostics,
    metadata: new Map(),
    shapes: new Map(),
    repeated: [],
    applies: [],
    elided: new Set(),
    resources: new Map(),
    locate,
    locateMetadata: () => undefined,
    isWritten: () => false,
  };
}

function findVersion1(parts: readonly ModelPart[]): ReadonlySet<ShapeId> {
  const ids = new Set<ShapeId>();
  for (const { version, shapes } of parts) {
    if (version === "1.0") for (const id of shapes.keys()) ids.add(id);
  }
  return ids;
}
