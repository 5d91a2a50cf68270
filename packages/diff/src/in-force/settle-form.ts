import {
  type AggregateShape,
  authSchemes,
  equalNodes,
  errorStatus,
  findServices,
  hasTrait,
  isNodeObject,
  type Member,
  type NodeValue,
  type OperationShape,
  printJson,
  type Traits,
  timestampFormat,
  trait,
} from "@shapelog/model";
import type { MixedModels } from "../resolve-models.js";

/** A member in two models. */
export interface Members {
  readonly old: Member;
  readonly now: Member;
}

const NAMES = ["smithy.api#jsonName", "smithy.api#xmlName"] as const;
const HEADER = "smithy.api#httpHeader";
/** Traits of operations and errors, of which something else may say the same. */
export const OWN_TRAITS: ReadonlySet<string> = new Set([
  "smithy.api#http",
  "smithy.api#auth",
  "smithy.api#httpError",
]);
const HTTP = "smithy.api#http";
export const FORMAT = "smithy.api#timestampFormat";

/**
 * Returns a member in two models without those traits that say in one what holds without them in the other: a wire name
 * that is the member's own, the case of a header's name (RFC 9110, 5.1), a format that the protocol has anyway.
 */
export function settleForm(models: MixedModels, { old, now }: Members): Members {
  const same = NAMES.filter(
    (id) => old.traits[id] !== now.traits[id] && nameOf(old, id) === nameOf(now, id),
  ).map((id): string => id);
  if (!equalNodes(old.traits[FORMAT], now.traits[FORMAT]) && hasSameFormat(models, { old, now }))
    same.push(FORMAT);
  const headers = [old.traits[HEADER], now.traits[HEADER]];
  const isSameHeader = headers[0] !== headers[1] && lower(headers[0]) === lower(headers[1]);
  if (same.length === 0 && !isSameHeader) return { old, now };
  const header = isSameHeader ? headers[1] : undefined;
  return { old: settleTraits(old, same, header), now: settleTraits(now, same, header) };
}

function nameOf(member: Member, id: string): NodeValue {
  return member.traits[id] ?? member.name;
}

function lower(name: NodeValue | undefined): NodeValue | undefined {
  return typeof name === "string" ? name.toLowerCase() : name;
}

function settleTraits(member: Member, without: readonly string[], header: NodeValue | undefined): Member {
  const kept = Object.entries(member.traits).filter(([id]) => !without.includes(id));
  const traits = Object.fromEntries(kept) as Traits;
  return { ...member, traits: header === undefined ? traits : { ...traits, [HEADER]: header } };
}

/** Returns whether a time has the same format in every service of two models. */
export function hasSameFormat({ before, after }: MixedModels, { old, now }: Members): boolean {
  const services = findServices(after);
  return (
    services.length > 0 &&
    services.every((service) => {
      const known = findServices(before).find(({ id }) => id === service.id) ?? findServices(before)[0];
      return timestampFormat(before, old, known) === timestampFormat(after, now, service);
    })
  );
}

const AUTH = "smithy.api#auth";

/** Returns an operation in two models without `@auth` where it says what holds for its services without it. */
export function settleAuth({ before, after }: MixedModels, old: OperationShape, now: OperationShape) {
  if (equalNodes(trait(old, AUTH), trait(now, AUTH))) return undefined;
  const services = findServices(after);
  const isSame = services.every((service) => {
    const known = findServices(before).find(({ id }) => id === service.id) ?? findServices(before)[0];
    return known !== undefined && equalNodes(authSchemes(known, old), authSchemes(service, now));
  });
  if (services.length === 0 || !isSame) return undefined;
  const without = ({ traits: { [AUTH]: _, ...traits }, ...shape }: OperationShape) => ({ ...shape, traits });
  return { old: without(old), now: without(now) };
}

/** Returns an operation in two models with one `@http` where the same requests meet both (Smithy 2.0, "http trait"). */
export function settleHttp(old: OperationShape, now: OperationShape) {
  const [before, after] = [formOf(old), formOf(now)];
  const value = trait(now, HTTP);
  if (before === undefined || before !== after || value === undefined) return undefined;
  return {
    old: { ...old, traits: { ...old.traits, [HTTP]: value } },
    now: { ...now, traits: { ...now.traits, [HTTP]: value } },
  };
}

/** Returns what requests and responses show: labels are known by their place. */
function formOf(operation: OperationShape): string | undefined {
  const http = trait(operation, HTTP);
  if (!isNodeObject(http) || typeof http.uri !== "string") return undefined;
  const uri = http.uri.replace(/\{[^}]*?(\+?)\}/g, "{$1}");
  return printJson([http.method ?? null, uri, http.code ?? 200]);
}

const STATUS = "smithy.api#httpError";

/** Returns an error in two models without the status that its kind has by itself in the other. */
export function settleStatus(old: AggregateShape, now: AggregateShape) {
  if (old.kind !== "structure" || now.kind !== "structure") return undefined;
  if (!hasTrait(old, "error") || !hasTrait(now, "error")) return undefined;
  if (equalNodes(trait(old, STATUS), trait(now, STATUS)) || errorStatus(old) !== errorStatus(now))
    return undefined;
  const without = ({ traits: { [STATUS]: _, ...traits }, ...shape }: AggregateShape) => ({
    ...shape,
    traits,
  });
  return { old: without(old), now: without(now) };
}
