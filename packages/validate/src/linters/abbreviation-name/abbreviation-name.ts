import { shapeName } from "@shapelog/model";
import { defineLinter } from "../../rule.js";
import { findOptionProblem, readOptions, stringList } from "../options.js";
import { splitCamelCase } from "../split-words.js";

const OPTIONS = { allowedAbbreviations: stringList };

/** Abbreviations in capitals within names (Smithy 2.0, "Model linters", AbbreviationName). */
export const abbreviationName = defineLinter({
  name: "AbbreviationName",
  events: {
    AbbreviationName: {
      severity: "danger",
      message: (d: { kind: "member" | "shape"; name: string; better: string }) =>
        `The ${d.kind} name "${d.name}" has an abbreviation in capitals. Name it "${d.better}".`,
    },
  },
  check: (configuration) => findOptionProblem(OPTIONS, configuration),
  *validate(context, event, configuration) {
    const allowed = new Set(readOptions(OPTIONS, configuration).allowedAbbreviations);
    for (const { id, shape, member } of context.subjects()) {
      // Values of enums are in capitals by convention.
      if (member && (shape.kind === "enum" || shape.kind === "intEnum")) continue;
      const name = member?.name ?? shapeName(id);
      const better = splitCamelCase(name)
        .map((word) => (allowed.has(word) ? word : lowerTail(word)))
        .join("");
      if (better === name) continue;
      yield event("AbbreviationName", { shape: id }, { kind: member ? "member" : "shape", name, better });
    }
  },
});

function lowerTail(word: string): string {
  return /[A-Z].*[A-Z]/.test(word) ? word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase() : word;
}
