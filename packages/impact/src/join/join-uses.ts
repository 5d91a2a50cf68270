import type { Finding } from "@shapelog/diff";
import type { Place, PlaceEffect } from "../place.js";
import { sortPlaces } from "../sort-places.js";
import type {
  BuildUse,
  CallUse,
  CatchUse,
  CoverUse,
  NameUse,
  ReadUse,
  Use,
  ValueUse,
  WriteUse,
} from "../use.js";
import { type FindingIndex, type IndexOptions, indexFindings, type LimitChange } from "./index-findings.js";
import {
  changedMemberWords,
  constantWords,
  defaultWords,
  goneErrorWords,
  goneMemberWords,
  goneWords,
  limitWords,
  lostValueWords,
  missingMemberWords,
  optionalMemberWords,
  refusedValueWords,
  uncoveredWords,
  type Words,
} from "./words.js";

export type JoinOptions = IndexOptions;

/**
 * Returns the places that findings affect, worst first. What breaks is what the compiler would refuse, as far as the types
 * of uses say; whoever has a compiler asks it, too.
 */
export function joinUses(
  uses: readonly Use[],
  findings: readonly Finding[],
  options: JoinOptions = {},
): Place[] {
  const index = indexFindings(findings, options);
  return sortPlaces(uses.flatMap((use) => joinUse(use, index)));
}

function joinUse(use: Use, index: FindingIndex): Place[] {
  switch (use.kind) {
    case "call":
      return joinCall(use, index);
    case "build":
      return joinBuild(use, index);
    case "write":
      return joinWrite(use, index);
    case "read":
      return joinRead(use, index);
    case "value":
      return joinValue(use, index);
    case "cover":
      return joinCover(use, index);
    case "catch":
      return joinCatch(use, index);
    case "name":
      return joinName(use, index);
    case "unfollowed":
      return [];
  }
}

function place(use: Use, finding: Finding | undefined, effect: PlaceEffect, words: Words): Place[] {
  return finding ? [{ effect, at: use.at, use, finding, ...words }] : [];
}

function joinCall(use: CallUse, { goneOperations }: FindingIndex): Place[] {
  return place(use, goneOperations.get(use.operation)?.[0], "breaks", goneWords(use.operation));
}

function joinBuild(use: BuildUse, index: FindingIndex): Place[] {
  if (use.isOpen) return [];
  const lacking = (changes: readonly { readonly member: string; readonly finding: Finding }[] = []) =>
    changes.filter(({ member }) => !use.members.includes(member));
  return [
    ...lacking(index.required.get(use.shape)).flatMap(({ member, finding }) =>
      place(use, finding, use.checked ? "breaks" : "silent", missingMemberWords(use.shape, member)),
    ),
    ...lacking(index.defaults.get(use.shape)).flatMap(({ member, finding }) =>
      place(use, finding, "silent", defaultWords(use.shape, member)),
    ),
  ];
}

function joinWrite(use: WriteUse, index: FindingIndex): Place[] {
  const key = `${use.shape}.${use.member}`;
  const [gone] = index.goneMembers.get(key) ?? [];
  if (gone) return place(use, gone, use.checked ? "breaks" : "silent", goneMemberWords(use));
  const places = joinChangedMember(use, index);
  for (const limit of index.limits.get(key) ?? []) {
    const size = sizeOf(use, limit);
    if (size !== undefined && isOutside(size, limit))
      places.push(...place(use, limit.finding, "silent", limitWords(use, size, limit)));
  }
  return places;
}

function sizeOf({ constant }: WriteUse, { of }: LimitChange): number | undefined {
  switch (constant?.kind) {
    case "number":
      return of === "number" ? constant.value : undefined;
    case "text":
      return of === "length" ? [...constant.value].length : undefined;
    case "list":
      return of === "length" ? constant.length : undefined;
    case undefined:
      return undefined;
  }
}

function isOutside(size: number, { min, max }: LimitChange): boolean {
  return (min !== undefined && size < min) || (max !== undefined && size > max);
}

function joinRead(use: ReadUse, index: FindingIndex): Place[] {
  const key = `${use.shape}.${use.member}`;
  const [gone] = index.goneMembers.get(key) ?? [];
  if (gone) return place(use, gone, use.checked ? "breaks" : "dead", goneMemberWords(use));
  const [optional] = use.guarded ? [] : (index.optionalMembers.get(key) ?? []);
  return [...place(use, optional, "silent", optionalMemberWords(use)), ...joinChangedMember(use, index)];
}

/** Where the compiler looks, it says whether another type is a problem. */
function joinChangedMember(use: ReadUse | WriteUse, { changedMembers }: FindingIndex): Place[] {
  if (use.checked) return [];
  const [finding] = changedMembers.get(`${use.shape}.${use.member}`) ?? [];
  return place(use, finding, "silent", changedMemberWords(use));
}

function joinValue(use: ValueUse, index: FindingIndex): Place[] {
  const constant = use.constant === undefined ? undefined : `${use.shape}.${use.constant}`;
  const [renamed] = (constant !== undefined && index.constants.get(constant)) || [];
  const lost = findLost(use, use.shape, index);
  if (!lost)
    return renamed ? place(use, renamed, "breaks", constantWords(use.shape, use.constant ?? "")) : [];
  if (use.others?.some((other) => !findLost(use, other, index))) return [];
  const { finding } = lost;
  if (finding.direction === "request" && use.form === "argument")
    return place(use, finding, use.checked ? "breaks" : "silent", refusedValueWords(use));
  const gained = finding.changes.flatMap((change) =>
    change.kind === "enum.value.added" ? [change.value] : [],
  );
  const breaks = use.checked || use.constant !== undefined;
  return place(use, finding, breaks ? "breaks" : "dead", lostValueWords({ ...use, checked: breaks }, gained));
}

function findLost({ value }: ValueUse, shape: string, { lost }: FindingIndex) {
  return lost.get(shape)?.find(({ values }) => values.includes(value));
}

/** A table or switch over what a program sends is complete without values that it never sends, unless the compiler wants them. */
function joinCover(use: CoverUse, { gained }: FindingIndex): Place[] {
  const found = gained.get(use.shape) ?? [];
  const change = found.find(({ finding }) => finding.direction === "response") ?? found[0];
  if (!change) return [];
  const missing = change.values.filter((value) => !use.values.includes(value));
  if (missing.length === 0) return [];
  const breaks = use.checked && use.rest === "never";
  if (!breaks && change.finding.direction === "request") return [];
  return place(use, change.finding, breaks ? "breaks" : "silent", uncoveredWords(use, missing));
}

function joinCatch(use: CatchUse, { goneShapes }: FindingIndex): Place[] {
  const [gone] = goneShapes.get(use.error) ?? [];
  const breaks = use.form !== "name" || use.checked;
  return place(use, gone, breaks ? "breaks" : "dead", goneErrorWords(use));
}

function joinName(use: NameUse, { goneShapes, goneOperations }: FindingIndex): Place[] {
  const [gone] = goneShapes.get(use.name) ?? goneOperations.get(use.name) ?? [];
  return place(use, gone, "breaks", goneWords(use.name));
}
