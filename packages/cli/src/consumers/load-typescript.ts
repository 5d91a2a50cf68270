import { createRequire } from "node:module";
import { join } from "node:path";
import type { TypeScript } from "@shapelog/impact";

/**
 * Returns the TypeScript that is installed for a folder, where it has an API: version 7 has none, and before 5.0 it lacks
 * what is asked. Else it is the command's own.
 */
export function loadTypeScript(folder: string): TypeScript {
  // An import would read all of its text for names first, which takes longer than to run it.
  return findInstalled(folder) ?? createRequire(import.meta.url)("typescript");
}

function findInstalled(folder: string): TypeScript | undefined {
  try {
    const found: Partial<TypeScript> = createRequire(join(folder, "noop.js"))("typescript");
    return isUsable(found) ? found : undefined;
  } catch {
    return undefined; // none is installed, or none that can be loaded
  }
}

function isUsable(found: Partial<TypeScript>): found is TypeScript {
  const [major = 0] = found.version?.split(".").map(Number) ?? [];
  return major >= 5 && typeof found.createProgram === "function" && found.sys !== undefined;
}
