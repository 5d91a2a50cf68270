import type { Diagnostic } from "@shapelog/diagnostics";
import type { ReadResult, ShapeId, SourceText } from "@shapelog/model";
import { DEFINITION_KINDS } from "../gen/definition-kinds.js";
import { parseIdl } from "../idl/parse-idl.js";
import type { SyntaxTree } from "../idl/syntax.js";
import { lower } from "../lower/lower.js";
import { readJsonPart } from "../read-json-part.js";
import { isIdl } from "../text-format.js";
import { type AssembleOptions, assemble } from "./assemble.js";
import { addKindsTo } from "./find-kinds.js";
import type { ModelPart } from "./model-part.js";

export interface LoadModelOptions extends AssembleOptions {
  /** Whether to report keys given twice in one object of a JSON file; costs a second pass. Default: false. */
  readonly duplicates?: boolean;
}

/** A text, and what it is written in where the name and the beginning of the text do not tell. */
export interface ModelSource extends SourceText {
  readonly format?: "idl" | "json";
}

/** A source after its first look: a part already, or a tree whose names wait for the other files. */
type Opened =
  | { readonly kind: "part"; readonly part: ModelPart }
  | {
      readonly kind: "tree";
      readonly source: SourceText;
      readonly tree: SyntaxTree;
      readonly diagnostics: readonly Diagnostic[];
    };

/**
 * Loads one model from any number of files, Smithy IDL and JSON AST of versions 1.0 and 2.0 mixed (Smithy 2.0, "Merging
 * model files"). Shapes may refer to each other across files, whatever their order. A file that is given twice is read
 * once. Nothing is thrown: after errors the model holds what could be read.
 *
 * @example
 * const { model, diagnostics, locate } = loadModel([{ file: "main.smithy", text }]);
 */
export function loadModel(sources: readonly ModelSource[], options: LoadModelOptions = {}): ReadResult {
  const opened = withoutRepeats(sources).map((source) => open(source, options));
  const kinds = new Map<ShapeId, string>();
  for (const each of opened) {
    if (each.kind === "tree") addKindsTo(kinds, each.tree);
    else for (const [id, { kind }] of each.part.shapes) if (!kinds.has(id)) kinds.set(id, kind);
  }
  const findKind = (id: ShapeId) => kinds.get(id) ?? DEFINITION_KINDS.get(id);
  const parts = opened.map((each): ModelPart => {
    if (each.kind === "part") return each.part;
    const part = lower(each.source, each.tree, findKind);
    return { ...part, diagnostics: [...each.diagnostics, ...part.diagnostics] };
  });
  return assemble(parts, options);
}

function open(source: ModelSource, options: LoadModelOptions): Opened {
  const { format = isIdl(source) ? "idl" : "json" } = source;
  if (format === "json") return { kind: "part", part: readJsonPart(source, options) };
  const { tree, diagnostics } = parseIdl(source);
  return { kind: "tree", source, tree, diagnostics };
}

function withoutRepeats(sources: readonly ModelSource[]): readonly ModelSource[] {
  const texts = new Map<string, string>();
  return sources.filter(({ file, text }) => {
    if (texts.get(file) === text) return false;
    texts.set(file, text);
    return true;
  });
}
