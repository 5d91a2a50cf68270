import { createTextComparer } from "@shapelog/patterns";
import { createCompare } from "./compare/compare-targets.js";
import type { MixedModels } from "./resolve-models.js";
import type { RuleContext } from "./rule/rule.js";

/** Returns what rules ask of two models: as they judge them, and as they were given once mixins are resolved. */
export function createContext({ before, after }: MixedModels, stated: MixedModels): RuleContext {
  const compareTexts = createTextComparer();
  const compare = createCompare({ before, after, compareTexts });
  return { before, after, stated, compare, compareTexts };
}
