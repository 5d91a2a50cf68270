const IDENTIFIER = /^(?:[A-Za-z]|_+[A-Za-z0-9])\w*$/;

/** Returns whether text is an identifier (Smithy 2.0, "Shape ID ABNF"). */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** Returns whether text is a namespace: identifiers joined by dots. */
export function isNamespace(text: string): boolean {
  return text.split(".").every(isIdentifier);
}
