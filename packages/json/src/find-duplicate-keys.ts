import type { Diagnostic } from "@shapelog/diagnostics";
import { jsonDiagnostics } from "./diagnostics.js";
import type { JsonSource } from "./json-source.js";
import { readKey } from "./read-key.js";
import { visitJson } from "./visit-json.js";

const LIMIT = 1000;

/** Returns a diagnostic for each key that an earlier one of the same object equals, at most 1,000 and one that says so. */
export function findDuplicateKeys({ file, text }: JsonSource): Diagnostic[] {
  const found: Diagnostic[] = [];
  const open: Map<string, number>[] = [];
  visitJson(text, {
    open: () => open.push(new Map()),
    close: () => open.pop(),
    key(start, end) {
      const keys = open.at(-1);
      const key = readKey(text, start, end);
      const first = keys?.get(key);
      if (first === undefined) keys?.set(key, start);
      else if (found.length < LIMIT) {
        found.push(
          jsonDiagnostics.create("duplicate-key", { file, offset: start }, { key }, [
            { message: "The first one is here.", location: { file, offset: first } },
          ]),
        );
      } else if (found.length === LIMIT) {
        found.push(jsonDiagnostics.create("more-duplicate-keys", { file, offset: start }, { limit: LIMIT }));
      }
    },
  });
  return found;
}
