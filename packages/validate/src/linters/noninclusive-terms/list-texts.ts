import {
  findMember,
  isNodeArray,
  isNodeObject,
  type NodeValue,
  type Shape,
  type ShapeId,
  shapeName,
  splitShapeId,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";

/** A string in the value of a trait, or a key in it that no member of the trait's shape stands for. */
export interface TraitText {
  readonly kind: "trait";
  readonly text: string;
  readonly shape: ShapeId;
  readonly trait: ShapeId;
  /** The keys and indexes that lead to it; `key` at the end for a key. */
  readonly path: readonly string[];
}

/** A text that people read in a model: names and the strings in traits. */
export type Text =
  | { readonly kind: "namespace"; readonly text: string }
  | { readonly kind: "shape"; readonly text: string; readonly shape: ShapeId }
  | TraitText;

const REFERENCES = "smithy.api#references";

/** Returns the texts of a model that its author chose: namespaces, names of shapes and members, texts in traits. */
export function* listTexts(context: ValidationContext): Iterable<Text> {
  const namespaces = new Set<string>();
  for (const { id, traits, member } of context.subjects()) {
    const { namespace } = splitShapeId(id);
    if (!namespaces.has(namespace)) yield { kind: "namespace", text: namespace };
    namespaces.add(namespace);
    yield { kind: "shape", text: member?.name ?? shapeName(id), shape: id };
    for (const [trait, value] of Object.entries(traits)) {
      const definition = context.shape(trait);
      // @references has names of other shapes alone.
      if (!definition || trait === REFERENCES) continue;
      for (const { text, path } of textsOf(context, definition, value)) {
        yield { kind: "trait", text, shape: id, trait, path };
      }
    }
  }
}

interface Open {
  readonly value: NodeValue;
  readonly path: readonly string[];
  readonly shape: Shape | undefined;
}

/** Walks without recursion: values come from strangers and may be deep. */
function* textsOf(context: ValidationContext, definition: Shape, value: NodeValue) {
  const open: Open[] = [{ value, path: [], shape: definition }];
  for (let top = open.pop(); top; top = open.pop()) {
    const { path, shape } = top;
    if (typeof top.value === "string") yield { text: top.value, path };
    else if (isNodeArray(top.value)) {
      for (const [index, entry] of top.value.entries()) {
        open.push({ value: entry, path: [...path, `${index}`], shape: undefined });
      }
    } else if (isNodeObject(top.value)) {
      for (const [key, entry] of Object.entries(top.value)) {
        const member = shape && findMember(shape, key);
        if (!member) yield { text: key, path: [...path, key, "key"] };
        open.push({ value: entry, path: [...path, key], shape: member && context.shape(member.target) });
      }
    }
  }
}
