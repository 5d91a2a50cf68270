import {
  type AggregateShape,
  authSchemes,
  equalNodes,
  errorStatus,
  findMember,
  findServices,
  findShape,
  hasTrait,
  isNodeObject,
  type Member,
  type Model,
  type NodeValue,
  type OperationShape,
  printJson,
  type ServiceShape,
  type Shape,
  stringTrait,
  type Traits,
  timestampFormat,
  trait,
} from "@shapelog/model";
import { compareTexts } from "@shapelog/patterns";
import { CALL_NAME, callName, callTarget, TARGET_PREFIX } from "../compare/call-target.js";
import { isFollowed } from "../compare/wire-traits.js";
import type { MixedModels } from "../resolve-models.js";

/** A member in two models. */
export interface Members {
  readonly old: Member;
  readonly now: Member;
  /** Whether it is the entry of a list or map, which has no name in JSON. */
  readonly isEntry?: boolean;
}

const JSON_NAME = "smithy.api#jsonName";
const NAMES = [JSON_NAME, "smithy.api#xmlName"] as const;
const HEADER = "smithy.api#httpHeader";
const HTTP = "smithy.api#http";
const CHECKSUM = "aws.protocols#httpChecksum";
const DEMAND = "smithy.api#httpChecksumRequired";
/** The traits that can demand a checksum. */
export const CHECKSUMS: ReadonlySet<string> = new Set([CHECKSUM, DEMAND]);
/** Traits of services, operations and errors, of which something else may say the same. */
export const OWN_TRAITS: ReadonlySet<string> = new Set([
  "smithy.api#http",
  "smithy.api#auth",
  TARGET_PREFIX,
  CALL_NAME,
  "smithy.api#httpError",
  "smithy.api#idempotent",
  "smithy.api#readonly",
  ...CHECKSUMS,
]);
export const FORMAT = "smithy.api#timestampFormat";

/**
 * Returns a member in two models without those traits that say in one what holds without them in the other: a wire name
 * that is the member's own, the case of a header's name (RFC 9110, 5.1), a format that the protocol has anyway.
 */
export function settleForm(models: MixedModels, { old, now, isEntry = false }: Members): Members {
  const isNameless = (id: string) => isEntry && id === JSON_NAME;
  const same = NAMES.filter(
    (id) => old.traits[id] !== now.traits[id] && (isNameless(id) || nameOf(old, id) === nameOf(now, id)),
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

/** An operation in two models. */
interface Operations {
  readonly old: OperationShape;
  readonly now: OperationShape;
}

/** Returns an operation in two models with one of each trait that says the same in both; `undefined` where none does. */
export function settleOperation(models: MixedModels, given: Operations): Operations | undefined {
  const settled = [settleHttp, settleAuth, settleSafety, settleName, settleChecksum].reduce<Operations>(
    (operations, settle) => settle(operations, models) ?? operations,
    given,
  );
  return settled === given ? undefined : settled;
}

/** Returns a service in two models without what says in one what holds without it in the other; `undefined` where nothing does. */
export function settleService(old: ServiceShape, now: ServiceShape) {
  const isRestated = (id: string, hold: (service: ServiceShape) => NodeValue) =>
    !equalNodes(trait(old, id), trait(now, id)) && equalNodes(hold(old), hold(now));
  const said = [
    ...(isRestated(AUTH, authSchemes) ? [AUTH] : []),
    ...(isRestated(TARGET_PREFIX, callTarget) ? [TARGET_PREFIX] : []),
  ];
  return said.length === 0 ? undefined : { old: without(old, said), now: without(now, said) };
}

function without<S extends Shape>(shape: S, ids: readonly string[]): S {
  const kept = Object.entries(shape.traits).filter(([id]) => !ids.includes(id));
  return { ...shape, traits: Object.fromEntries(kept) as Traits };
}

/** Returns an operation in two models without the name in calls where both call it by the same. */
function settleName({ old, now }: Operations): Operations | undefined {
  if (equalNodes(trait(old, CALL_NAME), trait(now, CALL_NAME)) || callName(old) !== callName(now))
    return undefined;
  return { old: without(old, [CALL_NAME]), now: without(now, [CALL_NAME]) };
}

/**
 * Returns an operation in two models of which each says by one trait alone that a checksum is demanded, where it is on one
 * side only: both traits can say so (Smithy 2.0, "httpChecksumRequired trait" and "httpChecksum trait").
 */
function settleChecksum({ old, now }: Operations): Operations | undefined {
  if ([...CHECKSUMS].every((id) => equalNodes(trait(old, id), trait(now, id)))) return undefined;
  const isAlike = isDemanding(old) === isDemanding(now);
  const settle = (operation: OperationShape): OperationShape => {
    const { requestChecksumRequired: _, ...others } = checksumOf(operation) ?? {};
    const { traits } = without(operation, [...CHECKSUMS]);
    return {
      ...operation,
      traits: {
        ...traits,
        ...(Object.keys(others).length > 0 ? { [CHECKSUM]: others } : {}),
        ...(isDemanding(operation) && !isAlike ? { [DEMAND]: {} } : {}),
      },
    };
  };
  return { old: settle(old), now: settle(now) };
}

function checksumOf(operation: OperationShape) {
  const checksum = trait(operation, CHECKSUM);
  return isNodeObject(checksum) ? checksum : undefined;
}

function isDemanding(operation: OperationShape): boolean {
  return hasTrait(operation, DEMAND) || checksumOf(operation)?.requestChecksumRequired === true;
}

/** Returns an operation in two models without `@auth` where it says what holds for its services without it. */
function settleAuth({ old, now }: Operations, { before, after }: MixedModels): Operations | undefined {
  if (equalNodes(trait(old, AUTH), trait(now, AUTH))) return undefined;
  const services = findServices(after);
  const isSame = services.every((service) => {
    const known = findServices(before).find(({ id }) => id === service.id) ?? findServices(before)[0];
    return known !== undefined && equalNodes(authSchemes(known, old), authSchemes(service, now));
  });
  if (services.length === 0 || !isSame) return undefined;
  return { old: without(old, [AUTH]), now: without(now, [AUTH]) };
}

/** Returns an operation in two models with one `@http` where the same requests meet both (Smithy 2.0, "http trait"). */
function settleHttp({ old, now }: Operations, models: MixedModels): Operations | undefined {
  const [before, after] = [formOf(models.before, old), formOf(models.after, now)];
  const value = trait(now, HTTP);
  if (before === undefined || before !== after || value === undefined) return undefined;
  return {
    old: { ...old, traits: { ...old.traits, [HTTP]: value } },
    now: { ...now, traits: { ...now.traits, [HTTP]: value } },
  };
}

/** What says of an operation what a mark as safe to repeat says: methods of HTTP (RFC 9110, 9.2), and a stronger mark. */
const SAFETY: Readonly<
  Record<string, { readonly methods: readonly string[]; readonly marks: readonly string[] }>
> = {
  "smithy.api#readonly": { methods: ["GET", "HEAD", "OPTIONS", "TRACE"], marks: [] },
  "smithy.api#idempotent": {
    methods: ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"],
    marks: ["smithy.api#readonly"],
  },
};

/** Returns an operation in two models without those marks as safe to repeat that something else says in the other. */
function settleSafety({ old, now }: Operations, models: MixedModels): Operations | undefined {
  const isBound = isFollowed(models, HTTP);
  const said = Object.entries(SAFETY).flatMap(([id, { methods, marks }]) => {
    const isSaid = (operation: OperationShape) =>
      (isBound && methods.includes(methodOf(operation) ?? "")) ||
      [id, ...marks].some((mark) => hasTrait(operation, mark));
    return hasTrait(old, id) !== hasTrait(now, id) && isSaid(old) && isSaid(now) ? [id] : [];
  });
  if (said.length === 0) return undefined;
  return { old: without(old, said), now: without(now, said) };
}

function methodOf(operation: OperationShape): string | undefined {
  const http = trait(operation, HTTP);
  return isNodeObject(http) && typeof http.method === "string" ? http.method : undefined;
}

/**
 * Returns what requests and responses show: labels are known by their place, a last slash is optional, and a greedy label
 * is one like others where its value has no slash.
 */
function formOf(model: Model, operation: OperationShape): string | undefined {
  const http = trait(operation, HTTP);
  if (!isNodeObject(http) || typeof http.uri !== "string") return undefined;
  const uri = http.uri
    .replace(/\{([^}]*?)(\+?)\}/g, (_, name: string, greedy: string) =>
      greedy !== "" && canHoldSlash(model, operation, name) ? "{+}" : "{}",
    )
    .replace(/(?<=.)\/(?=\?|$)/, "");
  return printJson([http.method ?? null, uri, http.code ?? 200]);
}

function canHoldSlash(model: Model, { input }: OperationShape, label: string): boolean {
  const container = findShape(model, input);
  const member = container && findMember(container, label);
  const target = member && findShape(model, member.target);
  const pattern = member && (stringTrait(member, "pattern") ?? (target && stringTrait(target, "pattern")));
  if (pattern === undefined) return true;
  return compareTexts({ patterns: [pattern] }, { patterns: [pattern, "^[^/]*$"] }).relation !== "same";
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
