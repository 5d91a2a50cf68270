const NAME = /^[A-Z]+[A-Z_0-9]*$/;

/** Returns whether a name is one that is recommended for values of enums (Smithy 2.0, "enum shape members"). */
export function isEnumName(name: string): boolean {
  return NAME.test(name);
}
