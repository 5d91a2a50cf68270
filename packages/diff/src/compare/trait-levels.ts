import { bounds, equalNodes, stringTrait, type Traited, type Traits } from "@shapelog/model";
import type { RuleContext } from "../rule/rule.js";
import { compareLimits, completeBounds, LIMIT_TRAITS } from "./compare-limits.js";
import { type Levels, SAME } from "./levels.js";
import { OPTIONALITY_TRAITS } from "./optionality.js";
import { isFollowed, isWireTrait, type SpokenModels } from "./wire-traits.js";

const OPTIONALITY: ReadonlySet<string> = new Set(OPTIONALITY_TRAITS);

/** Traits that say nothing about the data itself, or nothing to a program. */
export const SILENT: ReadonlySet<string> = new Set([
  "smithy.api#documentation",
  "smithy.api#externalDocumentation",
  "smithy.api#deprecated",
  "smithy.api#input",
  "smithy.api#output",
  "smithy.api#box",
  "shapelog.botocore#box",
  "smithy.api#tags",
  "smithy.api#unitType",
]);

/** Traits by what their coming means, and what their going means. */
const TRAIT_LEVELS: ReadonlyMap<string, { readonly added: Levels; readonly removed: Levels }> = new Map([
  ["smithy.api#sparse", { added: ["extended", "other"], removed: ["other", "extended"] }],
  ["smithy.api#uniqueItems", { added: ["narrowed", "extended"], removed: ["extended", "limited"] }],
  ["smithy.api#idempotencyToken", { added: ["extended", "limited"], removed: ["limited", "limited"] }],
]);

/** Two models, and what compares the texts of both. */
export interface ComparedModels extends SpokenModels {
  readonly compareTexts: RuleContext["compareTexts"];
}

/** Returns what the change of a trait means; optionality is told apart, since several traits decide it. */
export function levelsOfTrait(
  models: ComparedModels,
  id: string,
  { old, now }: { readonly old: Traited; readonly now: Traited },
): Levels {
  if (OPTIONALITY.has(id) || id === "smithy.api#sensitive") return SAME;
  for (const name of LIMIT_TRAITS) {
    if (id !== `smithy.api#${name}`) continue;
    const moved = compareLimits(
      completeBounds(bounds(old, name), name),
      completeBounds(bounds(now, name), name),
    );
    return [
      moved.tightened ? "narrowed" : moved.loosened ? "extended" : "renamed",
      moved.loosened ? "limited" : moved.tightened ? "extended" : "renamed",
    ];
  }
  if (id === "smithy.api#pattern") return levelsOfPattern(models, old, now);
  if (isWireTrait(id)) return isFollowed(models, id) ? ["narrowed", "limited"] : SAME;
  const levels = TRAIT_LEVELS.get(id);
  if (levels && old.traits[id] === undefined) return levels.added;
  if (levels && now.traits[id] === undefined) return levels.removed;
  return ["limited", "limited"];
}

/** The length is told by itself, so the patterns are compared as if there were none. */
function levelsOfPattern({ compareTexts }: ComparedModels, old: Traited, now: Traited): Levels {
  const [before, after] = [stringTrait(old, "pattern"), stringTrait(now, "pattern")];
  const limitsOf = (pattern: string | undefined) => (pattern === undefined ? {} : { patterns: [pattern] });
  const { relation, lost, gained } = compareTexts(limitsOf(before), limitsOf(after));
  if (relation === "same") return SAME;
  if (relation === "wider") return ["extended", "limited"];
  if (relation === "narrower") return ["narrowed", "extended"];
  if (relation !== "undecided") return [lost ? "narrowed" : "extended", gained ? "limited" : "extended"];
  return [
    lost || before === undefined ? "narrowed" : after === undefined ? "extended" : "limited",
    before === undefined ? "extended" : "limited",
  ];
}

/** Returns the ids of the traits that differ, those aside that say nothing about the data. */
export function findDifferingTraits(before: Traits, after: Traits): string[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].filter((id) => !SILENT.has(id) && !equalNodes(before[id], after[id])).sort();
}
