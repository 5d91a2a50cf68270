import type { Parsing } from "./parsing.js";
import type { Attribute, Place } from "./syntax.js";

/** Parses a path of `getAttr`: `name`, `name.name`, `name[0]` (Smithy 2.0, "getAttr function"). */
export function parsePath(parsing: Parsing, path: string, place: Place): Attribute["path"] | undefined {
  const steps: (string | number)[] = [];
  for (const part of path.split(".")) {
    const bracket = part.indexOf("[");
    if (bracket === -1) {
      steps.push(part);
      continue;
    }
    const index = /^\[([+-]?\d{1,9})\]$/.exec(part.slice(bracket))?.[1];
    if (index === undefined) return parsing.report("path", place, { path, part });
    if (bracket > 0) steps.push(part.slice(0, bracket));
    steps.push(Number(index));
  }
  return steps;
}
