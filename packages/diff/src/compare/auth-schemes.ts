import {
  authSchemes,
  findServiceOperations,
  findServices,
  findShape,
  type Model,
  type Shape,
} from "@shapelog/model";
import type { Difference, Match, RuleContext } from "../rule/rule.js";
import { ofTrait, type TraitDelta } from "../rule/select.js";
import { isChanged } from "../rule/trait-rule.js";
import { joinAnd } from "../words.js";
import { createAuthFilter } from "./anonymous.js";
import { textWords } from "./trait-words.js";

/** The schemes that calls are authenticated by, the preferred one first. */
export interface SchemeSwitch {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Those that came behind the ones that stay, where nothing else changed of the schemes; empty where something did. */
  readonly appended: readonly string[];
}

/** Returns the changes of how calls are authenticated, by the member that they are of. */
export function groupAuth(difference: Difference, context: RuleContext) {
  const groups = new Map<string | undefined, TraitDelta[]>();
  for (const delta of ofTrait(difference, createAuthFilter(context))) {
    const group = groups.get(delta.member);
    if (group) group.push(delta);
    else groups.set(delta.member, [delta]);
  }
  return [...groups].map(([member, deltas]) => ({ member, deltas }));
}

/**
 * Returns the schemes of a service or an operation where both sides have some and these differ; `undefined` elsewhere, and
 * where an operation's services do not have the same.
 */
export function findSchemeSwitch(
  { before, after }: Difference,
  context: RuleContext,
): SchemeSwitch | undefined {
  const [old, now] = [schemesOf(context.before, before), schemesOf(context.after, after)];
  if (!old || !now || old.length === 0 || now.length === 0 || isSame(old, now)) return undefined;
  const isLonger = isSame(old, now.slice(0, old.length));
  return { before: old, after: now, appended: isLonger ? now.slice(old.length) : [] };
}

function schemesOf(model: Model, shape: Shape | undefined): readonly string[] | undefined {
  if (shape?.kind === "service") return authSchemes(shape);
  if (shape?.kind !== "operation") return undefined;
  const [first, ...others] = findServices(model).map((service) => authSchemes(service, shape));
  return first && others.every((schemes) => isSame(schemes, first)) ? first : undefined;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((scheme, index) => scheme === others[index]);
}

const LISTS: ReadonlySet<string> = new Set(["smithy.api#auth", "shapelog.botocore#auth"]);

/** Returns whether a change says no more than that the schemes are others. */
export function isOfSchemes(delta: TraitDelta, { before, after }: SchemeSwitch): boolean {
  const { trait } = delta.change;
  return LISTS.has(trait) || (!isChanged(delta) && [...before, ...after].includes(trait));
}

/** Returns schemes as readers know them. */
export function schemeWords(schemes: readonly string[], word: "and" | "or"): string {
  return joinAnd([...new Set(schemes.map(textWords))], word);
}

/** Operations that take no credentials before and after are not concerned by the schemes of their service. */
export function concernedBy({ before, after }: Difference, context: RuleContext): Pick<Match, "operations"> {
  if (before?.kind !== "service" || after?.kind !== "service") return {};
  const all = findServiceOperations(context.after, after);
  const concerned = all.filter((operation) => {
    const known = findShape(context.before, operation.id);
    return authSchemes(after, operation).length > 0 || (known && authSchemes(before, known).length > 0);
  });
  const isPart = concerned.length > 0 && concerned.length < all.length;
  return isPart ? { operations: concerned.map(({ id }) => id) } : {};
}
