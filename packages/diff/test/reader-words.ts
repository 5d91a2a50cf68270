import { hasTrait } from "@shapelog/model";
import { readDefinitions } from "@shapelog/smithy";
import type { Finding } from "../src/index.js";

/** The ids of the traits that Smithy and AWS define. */
export const DEFINED_TRAITS: readonly string[] = [...readDefinitions().shapes.values()]
  .filter((shape) => hasTrait(shape, "trait"))
  .map(({ id }) => id);

const NAMESPACES = [...new Set(DEFINED_TRAITS.map((id) => id.split("#")[0])), "shapelog.botocore"];
const IDS = new RegExp(`\\b(?:${NAMESPACES.join("|").replaceAll(".", "[.]")})#\\w`);
/** Any model can have `{"` in a text of its own. */
const JSON_TEXT = /\{"[^"]*":/;
const CHANGE_KIND = /\b[a-z]+\.[a-z]+\.(added|removed|changed)\b/;

/** Returns the sentences of findings that hold what readers do not know: ids of traits, JSON, kinds of changes. */
export function findInternalWords(findings: readonly Finding[]): string[] {
  return findings
    .flatMap(({ message, affected, action }) => [message, affected ?? "", action ?? ""])
    .filter((text) => [IDS, JSON_TEXT, CHANGE_KIND].some((internal) => internal.test(text)));
}
