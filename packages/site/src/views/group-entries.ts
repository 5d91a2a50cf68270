import { type Verdict, worstVerdict } from "@shapelog/diff";
import type { EntryView } from "./entry-view.js";
import type { Fact } from "./facts.js";
import type { Ref } from "./service-ref.js";

/** What happened to one member or shape, in all directions. */
export interface EntryGroup {
  /** The anchor of its first entry. */
  readonly id: string;
  readonly verdict: Verdict;
  readonly name: string;
  readonly shape: Ref;
  readonly removed: readonly (string | number)[];
  readonly added: readonly (string | number)[];
  readonly facts: readonly Fact[];
  readonly entries: readonly EntryView[];
}

/** Returns entries with those of one subject together, the worst first. */
export function groupEntries(entries: readonly EntryView[]): EntryGroup[] {
  const groups = new Map<string, EntryView[]>();
  for (const entry of entries) {
    const own = groups.get(entry.subject);
    if (own) own.push(entry);
    else groups.set(entry.subject, [entry]);
  }
  return [...groups.values()].map(createGroup);
}

function createGroup(entries: readonly EntryView[]): EntryGroup {
  const [first] = entries as readonly [EntryView, ...EntryView[]]; // groups are made with their first entry
  const names = new Set(entries.map(({ name }) => name));
  return {
    id: first.id,
    verdict: worstVerdict(entries.map(({ verdict }) => verdict)),
    name: names.size === 1 ? first.name : memberName(first),
    shape: first.shape,
    removed: [...new Set(entries.flatMap(({ removed }) => removed))],
    added: [...new Set(entries.flatMap(({ added }) => added))],
    facts: [
      ...new Map(entries.flatMap(({ facts }) => facts).map((fact) => [JSON.stringify(fact), fact])).values(),
    ],
    entries,
  };
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
