import type { SourceText } from "@shapelog/model";

const JSON_HEAD = /^\uFEFF?\s*[[{"]/;
/** Smithy's own tools write the version first. */
const SMITHY_JSON_HEAD = /^\uFEFF?\s*\{\s*"smithy"\s*:\s*"/;

/**
 * Returns whether a text is Smithy IDL rather than JSON. Text that is neither named as JSON nor begins as JSON is taken
 * for IDL, whose reader says what is wrong with it; but not where there is nothing in it.
 */
export function isIdl({ file, text }: SourceText): boolean {
  if (file.endsWith(".smithy")) return true;
  return !file.endsWith(".json") && !JSON_HEAD.test(text) && text.trim() !== "";
}

/** Returns whether a text begins as Smithy JSON AST mostly does. One that does not may be of it all the same. */
export function beginsAsSmithyJson(text: string): boolean {
  return SMITHY_JSON_HEAD.test(text);
}
