import {
  authSchemes,
  findServiceOperations,
  findServices,
  findShape,
  hasTrait,
  type Model,
  type Shape,
  type ShapeId,
} from "@shapelog/model";
import type { Difference, Match, RuleContext } from "../rule/rule.js";
import { ofTrait, type TraitDelta } from "../rule/select.js";
import { isChanged } from "../rule/trait-rule.js";
import { joinAnd } from "../words.js";
import { AUTHORIZERS, createAuthFilter, SIGNATURE_VERSION, takesAnonymous } from "./anonymous.js";
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

/**
 * Returns the operations whose calls are authenticated in another way after changes of a service's traits: of those that
 * it had and has, the ones that take credentials by what changed. `undefined` where the changes are not of a service.
 */
export function findConcerned(
  { before, after }: Difference,
  traits: readonly string[],
  context: RuleContext,
): Concerned | undefined {
  if (before?.kind !== "service" || after?.kind !== "service") return undefined;
  const staying = findServiceOperations(context.after, after).flatMap((operation) => {
    const known = findShape(context.before, operation.id);
    return known ? [{ old: { service: before, operation: known }, now: { service: after, operation } }] : [];
  });
  const concerned = staying.filter(
    ({ old, now }) =>
      !isSame(authSchemes(old.service, old.operation), authSchemes(now.service, now.operation)) ||
      traits.some((id) => [old, now].some((bound) => goesBy(bound, id))),
  );
  const operations = concerned.map(({ now }) => now.operation.id);
  return { operations, isNone: operations.length === 0 && staying.length > 0 };
}

/** The operations that a change of a service concerns. */
export interface Concerned {
  readonly operations: readonly ShapeId[];
  /** Whether the service keeps operations, and none of them is concerned. */
  readonly isNone: boolean;
}

/** Returns the operations that a finding is about: `findConcerned` of the changes that it tells. */
export function concernedBy(
  difference: Difference,
  deltas: readonly TraitDelta[],
  context: RuleContext,
): Pick<Match, "operations"> {
  const traits = deltas.map(({ change }) => change.trait);
  const concerned = findConcerned(difference, traits, context);
  return concerned && concerned.operations.length > 0 ? { operations: concerned.operations } : {};
}

const SCHEME = /^(aws\.auth#(sigv4a?|cognitoUserPools)|smithy\.api#http\w+Auth)$/;

/** What a vendor's file says of signatures; calls that are authenticated in other ways do not go by it. */
const OF_SIGNATURES: ReadonlySet<string> = new Set([SIGNATURE_VERSION, "shapelog.botocore#signingName"]);
const SIGNATURE = /^aws\.auth#sigv4a?$/;

/** An operation of a service. */
interface Bound {
  readonly service: Shape;
  readonly operation: Shape;
}

/** Returns whether calls of an operation are authenticated by what a trait of its service says. */
function goesBy({ service, operation }: Bound, id: string): boolean {
  if (id === AUTHORIZERS) return hasTrait(operation, "shapelog.botocore#authorizer");
  if (id === "smithy.api#auth") return false; // which schemes there are is compared by itself
  const schemes = authSchemes(service, operation);
  if (SCHEME.test(id)) return schemes.includes(id);
  if (OF_SIGNATURES.has(id) && schemes.length > 0) return schemes.some((scheme) => SIGNATURE.test(scheme));
  // What a vendor's file says holds for all calls that take credentials; old signatures are no schemes.
  return schemes.length > 0 || (authSchemes(service).length === 0 && !takesAnonymous(operation));
}
