/** Returns the names of the schemas that a schema, or what has schemas in it, points at; each `$ref` begins with the prefix. */
export function findReferences(
  value: unknown,
  prefix: string,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) findReferences(item, prefix, found);
  else if (typeof value === "object" && value !== null) {
    for (const [keyword, inner] of Object.entries(value)) {
      if (keyword !== "$ref") findReferences(inner, prefix, found);
      else if (typeof inner === "string") found.add(inner.slice(prefix.length));
      else findReferences(inner, prefix, found); // a property of that name
    }
  }
  return found;
}
