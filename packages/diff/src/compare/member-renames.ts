import {
  bindsHttp,
  compareCodeUnits,
  findOperations,
  findServices,
  hasTrait,
  isNodeObject,
  type Member,
  type Model,
  printJson,
  type ServiceShape,
  stringTrait,
  trait,
} from "@shapelog/model";
import type { Difference, RuleContext } from "../rule/rule.js";
import { ofKind } from "../rule/select.js";

/** A member that went, and one that came in its place. */
export interface MemberRename {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly Difference["changes"][number][];
}

/**
 * Returns members that are renamed, which the name that they travel under proves: it is the same in every protocol of
 * the model's services, and so are the target and all that is said of the data.
 */
export function findMemberRenames(difference: Difference, { stated }: RuleContext): MemberRename[] {
  if (difference.after?.kind !== "structure") return [];
  const added = ofKind(difference, "member.added");
  if (added.length === 0) return [];
  const removed = ofKind(difference, "member.removed");
  const { shape } = difference;
  const after = new Map(added.map((change) => [keyOf(stated.after, shape, change.after), change]));
  return removed.flatMap((old) => {
    const key = keyOf(stated.before, shape, old.before);
    const now = key === undefined ? undefined : after.get(key);
    return now ? [{ before: old.member, after: now.member, changes: [old, now] }] : [];
  });
}

/** Returns what a member travels under, its target and what is said of it; `undefined` where no protocol is known. */
function keyOf(model: Model, container: string, member: Member): string | undefined {
  const services = findServices(model);
  const names = services.map((service) => wireName(model, service, { container, member }));
  if (names.length === 0 || names.includes(undefined)) return undefined;
  const telling = Object.entries(member.traits).filter(([id]) => !NAMING.has(id));
  return printJson([names, member.target, telling.sort(([a], [b]) => compareCodeUnits(a, b))]);
}

const NAMING: ReadonlySet<string> = new Set([
  "smithy.api#documentation",
  "smithy.api#jsonName",
  "smithy.api#xmlName",
]);

interface MemberOf {
  readonly container: string;
  readonly member: Member;
}

/** Smithy 2.0, "HTTP bindings", "jsonName trait" and "xmlName trait". */
function wireName(model: Model, service: ServiceShape, { container, member }: MemberOf): string | undefined {
  if (bindsHttp(service)) {
    for (const id of ["httpHeader", "httpQuery"]) {
      const name = stringTrait(member, id);
      if (name !== undefined) return `${id} ${id === "httpHeader" ? name.toLowerCase() : name}`;
    }
    if (hasTrait(member, "httpLabel")) return labelPlace(model, container, member.name);
    if (hasTrait(member, "httpPayload")) return "httpPayload";
  }
  if (hasTrait(service, "aws.protocols#restJson1"))
    return `body ${stringTrait(member, "jsonName") ?? member.name}`;
  if (["restXml", "awsQuery"].some((name) => hasTrait(service, `aws.protocols#${name}`)))
    return `body ${stringTrait(member, "xmlName") ?? member.name}`;
  const isPlain = ["aws.protocols#awsJson1_0", "aws.protocols#awsJson1_1", "smithy.protocols#rpcv2Cbor"];
  return isPlain.some((id) => hasTrait(service, id)) ? `body ${member.name}` : undefined;
}

/** Returns which of the labels in the operation's URI a member is. */
function labelPlace(model: Model, container: string, name: string): string | undefined {
  const operation = findOperations(model).find(({ input }) => input === container);
  const http = operation && trait(operation, "http");
  if (!isNodeObject(http) || typeof http.uri !== "string") return undefined;
  const labels = [...http.uri.matchAll(/\{([^}+]*)\+?\}/g)].map(([, label]) => label);
  const at = labels.indexOf(name);
  return at === -1 ? undefined : `label ${at} of ${http.uri.replace(/\{[^}]*\}/g, "{}")}`;
}

/**
 * Returns members that look renamed: one went and one came with the same target and traits, neither is like another
 * one, and their names share a word or its beginning.
 */
export function findProbableRenames(difference: Difference): MemberRename[] {
  if (difference.after?.kind !== "structure") return [];
  const removed = groupAlike(ofKind(difference, "member.removed"), ({ before }) => before);
  const added = groupAlike(ofKind(difference, "member.added"), ({ after }) => after);
  return [...removed].flatMap(([key, [old, ...othersGone]]) => {
    const [now, ...othersNew] = added.get(key) ?? [];
    if (!old || !now || othersGone.length > 0 || othersNew.length > 0) return [];
    if (!shareWord(old.member, now.member)) return [];
    return [{ before: old.member, after: now.member, changes: [old, now] }];
  });
}

/** Groups changes by the target and the traits of their members, texts aside. */
function groupAlike<T>(changes: readonly T[], memberOf: (change: T) => Member): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const change of changes) {
    const { target, traits } = memberOf(change);
    const telling = Object.entries(traits).filter(([id]) => id !== "smithy.api#documentation");
    const key = printJson([target, telling.sort(([a], [b]) => compareCodeUnits(a, b))]);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return groups;
}

function shareWord(a: string, b: string): boolean {
  const words = wordsOf(a);
  return wordsOf(b).some((word) => words.some((other) => isAkin(word, other)));
}

/** `created` and `creation` are. */
function isAkin(a: string, b: string): boolean {
  return a === b || (a.length > 4 && b.length > 4 && a.slice(0, 4) === b.slice(0, 4));
}

/** Returns the words of `userPool_id`: `user`, `pool`; those under three letters say too little. */
function wordsOf(name: string): string[] {
  const parts = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(/[^A-Za-z0-9]+/);
  return parts.map((part) => part.toLowerCase()).filter((part) => part.length > 2);
}
