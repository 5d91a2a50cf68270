const IDENTIFIER = /^(?:[A-Za-z]|_+[A-Za-z0-9])\w*$/;

/** Returns whether text is a Smithy identifier (Smithy 2.0, "Shape ID ABNF", `Identifier`). */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}
