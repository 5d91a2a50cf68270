import type { ShapeId } from "@shapelog/model";
import { botocoreDiagnostics } from "./diagnostics.js";
import { placeOf, type Reading } from "./reading.js";
import type { ServiceNames } from "./service-names.js";

/** Returns the ids of shapes. Shapes and operations have names of their own in botocore, and share them in Smithy: a shape gives way. */
export function createIds(
  file: string,
  names: ServiceNames,
  { shapes, operations, diagnostics }: Pick<Reading, "shapes" | "operations" | "diagnostics">,
): Map<string, ShapeId> {
  const ids = new Map<string, ShapeId>();
  const isTaken = (name: string) => name === names.name || operations.entries.has(name);
  for (const name of shapes.names) {
    let free = name;
    if (isTaken(name)) {
      free = `${name}Shape`;
      while (isTaken(free) || shapes.entries.has(free)) free += "_";
      const place = placeOf({ file }, ["shapes", name]);
      diagnostics.push(botocoreDiagnostics.create("renamed-shape", place, { name, renamed: free }));
    }
    ids.set(name, `${names.namespace}#${free}`);
  }
  return ids;
}
