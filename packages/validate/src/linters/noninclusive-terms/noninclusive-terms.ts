import { defineLinter } from "../../rule.js";
import { traitName } from "../../trait-name.js";
import { findOptionProblem, flag, readOptions, stringLists } from "../options.js";
import { listTexts, type TraitText } from "./list-texts.js";

const OPTIONS = { terms: stringLists, excludeDefaults: flag };

/** Terms to avoid and what to say instead, as Smithy's linter has them. */
const TERMS: readonly (readonly [term: string, instead: readonly string[]])[] = [
  ["master", ["primary", "parent", "main"]],
  ["slave", ["secondary", "replica", "clone", "child"]],
  ["blacklist", ["denyList"]],
  ["whitelist", ["allowList"]],
];

interface Found {
  readonly where: string;
  readonly term: string;
  readonly instead: readonly string[];
}

const message = ({ where, term, instead }: Found) =>
  `${where} says "${term}".${instead.length === 0 ? "" : ` Say ${instead.map((each) => `"${each}"`).join(" or ")}.`}`;

/** Terms that hurt people (Smithy 2.0, "Model linters", NoninclusiveTerms). */
export const noninclusiveTerms = defineLinter({
  name: "NoninclusiveTerms",
  events: {
    "NoninclusiveTerms.Namespace": { severity: "warning", message },
    "NoninclusiveTerms.Shape": { severity: "warning", message },
    "NoninclusiveTerms.Trait": { severity: "warning", message },
  },
  check(configuration) {
    const problem = findOptionProblem(OPTIONS, configuration);
    if (problem !== undefined) return problem;
    const { terms, excludeDefaults } = readOptions(OPTIONS, configuration);
    return excludeDefaults && terms.size === 0 ? 'needs "terms" where "excludeDefaults" is true' : undefined;
  },
  *validate(context, event, configuration) {
    const { terms, excludeDefaults } = readOptions(OPTIONS, configuration);
    const all = new Map([...(excludeDefaults ? [] : TERMS), ...terms]);
    for (const text of listTexts(context)) {
      const lower = text.text.toLowerCase();
      for (const [key, instead] of all) {
        const term = key.toLowerCase();
        if (!lower.includes(term)) continue;
        switch (text.kind) {
          case "namespace": {
            const place = { below: `${text.text}.${term}` };
            yield event("NoninclusiveTerms.Namespace", place, {
              where: `Namespace ${text.text}`,
              term,
              instead,
            });
            break;
          }
          case "shape":
            yield event(
              "NoninclusiveTerms.Shape",
              { shape: text.shape, below: term },
              { where: text.shape, term, instead },
            );
            break;
          case "trait": {
            const place = { shape: text.shape, trait: text.trait, below: `${term}.${nameText(text)}` };
            const where = `${traitName(text.trait)} of ${text.shape}`;
            yield event("NoninclusiveTerms.Trait", place, { where, term, instead });
            break;
          }
        }
      }
    }
  },
});

/** The trait's name as in event ids, and the path within its value. */
function nameText({ trait, path }: TraitText): string {
  const name = traitName(trait).slice(1);
  return path.length === 0 ? name : `${name}.${path.join("/")}`;
}
