import { isJsonObject, readJson } from "@shapelog/json";
import {
  compareCodeUnits,
  documentation,
  hasTrait,
  isAggregate,
  type Model,
  memberId,
  type ShapeId,
  type SourceText,
} from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import { failed, failedWith, type Outcome, succeeded } from "../outcome.js";
import { mapTraits } from "./map-traits.js";

/** Documentation by the id of the shape or member, empty where somebody has yet to write it. */
export type DocumentationList = ReadonlyMap<ShapeId, string>;

/** Reads a list of documentation: a JSON object with a text for each id. */
export function readDocumentationList(source: SourceText): Outcome<DocumentationList> {
  const { value, diagnostics } = readJson(source, { duplicates: true });
  if (value === undefined || diagnostics.some(({ severity }) => severity === "error"))
    return failedWith(diagnostics);
  const { file } = source;
  const entries = isJsonObject(value) ? Object.entries(value) : undefined;
  if (!entries?.every((entry): entry is [string, string] => typeof entry[1] === "string")) {
    const expected = "a list of documentation: a JSON object with a text for each shape id";
    return failed(cliDiagnostics.create("bad-input", { file }, { input: file, expected }));
  }
  return succeeded(new Map(entries));
}

/** Returns the text of a list's file, its ids in order. */
export function printDocumentationList(list: DocumentationList): string {
  const entries = [...list].sort(([a], [b]) => compareCodeUnits(a, b));
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** Returns the model with the texts of a list wherever it has none of its own. */
export function withDocumentation(model: Model, list: DocumentationList): Model {
  return mapTraits(model, (traits, id) => {
    const text = list.get(id) ?? "";
    return text === "" || "smithy.api#documentation" in traits
      ? traits
      : { ...traits, "smithy.api#documentation": text };
  });
}

/** Returns the ids of shapes and members without documentation; what only other tools' code needs is not asked for. */
export function findUndocumented(model: Model): readonly ShapeId[] {
  return [...model.shapes.values()].flatMap((shape) => {
    const isAsked = documentation(shape) === undefined && !hasTrait(shape, "trait");
    const own = isAsked ? [shape.id] : [];
    if (!isAggregate(shape) || shape.kind === "list" || shape.kind === "map") return own;
    const members = shape.members.filter((member) => documentation(member) === undefined);
    return [...own, ...members.map((member) => memberId(shape.id, member.name))];
  });
}

/** Returns the list that is to be filled: what is in it stays, and what the model has no text for is asked for. */
export function extendList(list: DocumentationList, undocumented: readonly ShapeId[]): DocumentationList {
  const filled = [...list].filter(([, text]) => text !== "");
  return new Map([...undocumented.map((id): [ShapeId, string] => [id, ""]), ...filled]);
}
