import { shapeName } from "@shapelog/model";
import { defineLinter } from "../../rule.js";
import { findOptionProblem, readOptions, stringList, stringLists } from "../options.js";
import { splitCamelCase } from "../split-words.js";

const OPTIONS = { verbs: stringList, prefixes: stringList, suggestAlternatives: stringLists };

interface Found {
  readonly operation: string;
  readonly verb: string;
  readonly prefix?: string | undefined;
  /** The verbs to use: alternatives to this one, or all that are allowed. */
  readonly verbs: readonly string[];
}

/** Operations whose names begin with other verbs than the usual ones (Smithy 2.0, "Model linters"). */
export const standardOperationVerb = defineLinter({
  name: "StandardOperationVerb",
  events: {
    StandardOperationVerb: {
      severity: "danger",
      message: (d: Found) =>
        d.verb === ""
          ? `The name "${d.operation}" is no more than a prefix. Add a verb.`
          : `The verb of "${d.operation}" is "${d.verb}"; expected ${d.verbs.map((verb) => `"${verb}"`).join(" or ")}` +
            `${d.prefix === undefined ? "." : ` after "${d.prefix}".`}`,
    },
  },
  check(configuration) {
    const problem = findOptionProblem(OPTIONS, configuration);
    if (problem !== undefined) return problem;
    const { verbs, suggestAlternatives } = readOptions(OPTIONS, configuration);
    return verbs.length > 0 || suggestAlternatives.size > 0
      ? undefined
      : 'needs "verbs" or "suggestAlternatives" in its configuration';
  },
  *validate(context, event, configuration) {
    const { verbs, prefixes, suggestAlternatives } = readOptions(OPTIONS, configuration);
    for (const { id } of context.ofKind("operation")) {
      const operation = shapeName(id);
      const words = splitCamelCase(operation);
      const [prefix] = words.filter((word, index) => index === 0 && prefixes.includes(word));
      const verb = (prefix === undefined ? words[0] : words[1]) ?? "";
      const alternatives = suggestAlternatives.get(verb);
      if (alternatives === undefined && verbs.includes(verb)) continue;
      const found = { operation, verb, prefix, verbs: alternatives ?? verbs };
      yield event("StandardOperationVerb", { shape: id }, found);
    }
  },
});
