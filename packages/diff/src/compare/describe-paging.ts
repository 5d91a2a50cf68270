import { equalNodes, isNodeArray, isNodeObject, type NodeValue, type Shape } from "@shapelog/model";
import type { Difference } from "../rule/rule.js";
import type { TraitDelta } from "../rule/select.js";
import { codeList, joinAnd } from "../words.js";
import { describeTrait } from "./describe-trait.js";

/** A part of what is said of pages: under its names in `@paginated` and in botocore's paginators. */
interface PagingPart {
  readonly keys: readonly [paginated: string, paginator: string];
  readonly one: string;
  readonly many: string;
}

const ENTRIES: PagingPart = {
  keys: ["items", "result_key"],
  one: "the list of entries",
  many: "the lists of entries",
};
const PARTS: readonly PagingPart[] = [
  {
    keys: ["inputToken", "input_token"],
    one: "the token that is sent",
    many: "the tokens that are sent",
  },
  {
    keys: ["outputToken", "output_token"],
    one: "the token that is returned",
    many: "the tokens that are returned",
  },
  ENTRIES,
  { keys: ["pageSize", "limit_key"], one: "the page size", many: "the page sizes" },
];

/** What changed of an operation's pages. */
export interface PagingChange {
  /** As clauses. */
  readonly text: string;
  /** Whether nothing changed but the lists that hold the entries. */
  readonly isOfEntries: boolean;
}

/** Returns what changed of an operation's pages, whichever of the two traits says so. */
export function describePaging(deltas: readonly TraitDelta[], { before, after }: Difference): PagingChange {
  const changed = PARTS.flatMap((part) => {
    const [old, now] = [partOf(before, part), partOf(after, part)];
    return equalNodes(old, now) ? [] : [{ part, text: describePart(part, old, now) }];
  });
  if (changed.length === 0) return { text: deltas.map(describeTrait).join(", "), isOfEntries: false };
  return {
    text: joinAnd(changed.map(({ text }) => text)),
    isOfEntries: changed.every(({ part }) => part === ENTRIES),
  };
}

function partOf(shape: Shape | undefined, { keys }: PagingPart): NodeValue | undefined {
  const sides = [shape?.traits["smithy.api#paginated"], shape?.traits["shapelog.botocore#paginator"]];
  const values = sides.map((value, index) => (isNodeObject(value) ? value[keys[index] ?? ""] : undefined));
  return values.find((value) => value !== undefined);
}

function describePart(
  { one, many }: PagingPart,
  old: NodeValue | undefined,
  now: NodeValue | undefined,
): string {
  const isMany = [old, now].some((value) => isNodeArray(value) && value.length > 1);
  const [noun, be] = isMany ? [many, "are"] : [one, "is"];
  if (now === undefined) return `${noun} ${be} no longer ${listOf(old)}`;
  return old === undefined ? `${noun} ${be} ${listOf(now)} now` : `${noun} ${listOf(old)} → ${listOf(now)}`;
}

function listOf(value: NodeValue | undefined): string {
  const values = isNodeArray(value) ? value : [value];
  return codeList(values.map((each) => (typeof each === "string" ? each : "an expression")));
}
