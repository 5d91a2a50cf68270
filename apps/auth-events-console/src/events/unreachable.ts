/**
 * Ends a switch that has a case for every value of its type. The compiler refuses the call where a case is missing;
 * the throw is for a caller who went around the compiler.
 */
export function unreachable(value: never): never {
  throw new Error(`no case for ${JSON.stringify(value)}`);
}
