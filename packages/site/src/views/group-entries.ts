import { type Verdict, worstVerdict } from "@shapelog/diff";
import { addToGroup } from "../record/add-to-group.js";
import type { EntryView } from "./entry-view.js";
import type { Fact } from "./facts.js";
import type { Ref } from "./service-ref.js";

/** What happened to one member or shape, in all directions. */
export interface EntryGroup {
  /** The anchor of its first entry. */
  readonly id: string;
  readonly verdict: Verdict;
  readonly name: string;
  /** All shapes that it happened to. */
  readonly shapes: readonly Ref[];
  readonly removed: readonly (string | number)[];
  readonly added: readonly (string | number)[];
  readonly facts: readonly Fact[];
  readonly entries: readonly EntryView[];
  /** The entries that say something of their own; the others say the same of another shape. */
  readonly sides: readonly EntryView[];
}

/**
 * Returns entries with those of one subject together, the worst first; subjects of which the same is told are one, such
 * as a member that all inputs gained.
 */
export function groupEntries(entries: readonly EntryView[]): EntryGroup[] {
  const subjects = new Map<string, EntryView[]>();
  for (const entry of entries) addToGroup(subjects, entry.subject, entry);
  const groups = new Map<string, EntryView[]>();
  for (const own of subjects.values()) {
    const told = own.map(({ findings, direction, name }) => [
      direction,
      name,
      findings.map(({ message }) => message),
    ]);
    for (const entry of own) addToGroup(groups, JSON.stringify(told), entry);
  }
  return [...groups.values()].map(createGroup);
}

function createGroup(entries: readonly EntryView[]): EntryGroup {
  const [first] = entries as readonly [EntryView, ...EntryView[]]; // groups are made with their first entry
  const names = new Set(entries.map(({ name }) => name));
  const shapes = new Map(entries.map(({ shape }) => [shape.name, shape]));
  const facts = entries.flatMap((entry) => entry.facts);
  return {
    id: first.id,
    verdict: worstVerdict(entries.map(({ verdict }) => verdict)),
    name: names.size === 1 ? first.name : memberName(first),
    shapes: [...shapes.values()],
    removed: [...new Set(entries.flatMap(({ removed }) => removed))],
    added: [...new Set(entries.flatMap(({ added }) => added))],
    facts: [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()],
    entries,
    sides: [...new Map(entries.toReversed().map((entry) => [sideKey(entry), entry])).values()].reverse(),
  };
}

/** What is told of an entry, which is said once. */
function sideKey({ direction, findings }: EntryView): string {
  return JSON.stringify([
    direction,
    findings.map(({ message, action, affected }) => [message, action, affected]),
  ]);
}

/** Paths differ by direction; the shape and its member are the same. */
function memberName({ subject, shape }: EntryView): string {
  const member = subject.slice(subject.indexOf(" ") + 1);
  return member === "" ? shape.name : `${shape.name}.${member}`;
}

/** Returns what happened in a few words: `+193 values`. */
export function describeGroup({ removed, added, facts }: EntryGroup): string {
  const values = (sign: string, list: readonly (string | number)[]) =>
    list.length === 0
      ? []
      : [
          list.length <= 2
            ? `${sign} ${list.join(", ")}`
            : `${sign} ${list.length.toLocaleString("en-US")} values`,
        ];
  const words = { added: "+", removed: "−", changed: "±" } as const;
  const labels = new Set(facts.map(({ sign, label }) => `${words[sign]} ${label}`));
  const all = [...values("−", removed), ...values("+", added), ...labels];
  return all.slice(0, 3).join(", ");
}

/** Returns whom a group reaches: `14 operations`, or the only one by name. */
export function countOperations({ entries }: EntryGroup): { readonly count: number; readonly only?: string } {
  const names = new Set(entries.flatMap(({ operations }) => operations.map(({ name }) => name)));
  const [only] = names;
  return names.size === 1 && only !== undefined ? { count: 1, only } : { count: names.size };
}
