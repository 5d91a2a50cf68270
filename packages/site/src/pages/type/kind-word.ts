import { hasTrait, type Shape } from "@shapelog/model";

/** Returns what a shape is, in a word: its kind, or `error` for a structure that is one. */
export function kindWord(shape: Shape): string {
  if (shape.kind === "intEnum") return "integer enum";
  return shape.kind === "structure" && hasTrait(shape, "error") ? "error" : shape.kind;
}

/** Returns a word as a heading has it. */
export function capitalize(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
