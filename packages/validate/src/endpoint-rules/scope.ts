/** Names and what they stand for, over those of the scope around. */
export interface Scope<Value> {
  readonly names: Map<string, Value>;
  readonly around: Scope<Value> | undefined;
}

/** Returns an empty scope. */
export function createScope<Value>(around?: Scope<Value>): Scope<Value> {
  return { names: new Map(), around };
}

/** Returns the map of the innermost scope that has a name. */
export function findName<Value>(
  scope: Scope<Value> | undefined,
  name: string,
): Map<string, Value> | undefined {
  for (let each = scope; each; each = each.around) if (each.names.has(name)) return each.names;
  return undefined;
}
