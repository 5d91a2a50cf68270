/** When some places were there, how many operations have them, and some of those with the anchor of the first place. */
export type Place = readonly [stretches: number, operations: number, ...named: readonly NamedOperation[]];

/** An operation by its number, and an anchor on its page. */
export type NamedOperation = readonly [operation: number, anchor: string];

/** A revision by its number, and the anchor of its entry; empty for its page. */
export type Change = readonly [revision: number, anchor: string];

/** What a rule told, with the anchor of its entry. */
export type Finding = readonly [
  verdict: number,
  direction: number,
  name: string,
  sentence: string,
  places: readonly Place[],
  anchor: string,
];

/** What came and went in one enum or in the errors of one operation. */
export interface List {
  readonly name: string;
  readonly kind: "values" | "errors";
  readonly direction: number;
  readonly steps: readonly (readonly [
    revision: number,
    verdict: number,
    places: readonly Place[],
    anchor: string,
    added: 0 | 1,
    items: readonly string[],
  ])[];
}

/** What revisions told of one thing, and what comes of each run of them. */
export interface Cell {
  readonly steps: readonly (readonly [revision: number, findings: readonly number[]])[];
  readonly nets?: readonly (readonly [first: number, last: number, findings: readonly number[]])[];
}

/** The data that two revisions are compared with: `shapelog-compare/1`. */
export interface CompareData {
  readonly revisions: readonly {
    readonly id: string;
    readonly date: string;
    readonly version?: string;
    readonly url: string;
  }[];
  readonly operations: readonly (readonly [name: string, url: string])[];
  /** From the first revision with something to the first one without. */
  readonly stretches: readonly (readonly (readonly [from: number, to: number | null])[])[];
  readonly lists: readonly List[];
  readonly findings: readonly Finding[];
  readonly cells: readonly Cell[];
}

/** Something that differs between two revisions. */
export interface ComparedRow {
  readonly verdict: number;
  readonly direction: number;
  readonly name: string;
  /** Absent for lists and for what could not be judged. */
  readonly sentence?: string;
  readonly kind?: "values" | "errors";
  readonly removed?: readonly string[];
  readonly added?: readonly string[];
  readonly operations: readonly NamedOperation[];
  /** How many operations there are. */
  readonly count: number;
  readonly changes: readonly Change[];
  /** Whether it changed too often to be judged from end to end. */
  readonly unjudged?: true;
}

/** Returns which places both revisions have. */
type Reach = (places: readonly Place[]) => {
  readonly holds: boolean;
  readonly operations: readonly NamedOperation[];
  readonly count: number;
};
type IsWithin = (revision: number) => boolean;

/** Returns what changed after revision `from` and up to revision `to`, worst first, without what came and went again. */
export function compose(data: CompareData, from: number, to: number): ComparedRow[] {
  const isWithin = (revision: number) => revision > from && revision <= to;
  const wasThere = (stretch: CompareData["stretches"][number], time: number) =>
    stretch.some(([start, end]) => start <= time && (end === null || time < end));
  const isAtBoth = ([stretches]: Place) =>
    [from, to].every((time) => wasThere(data.stretches[stretches] ?? [], time));
  const reach: Reach = (places) => {
    const left = places.filter(isAtBoth);
    const operations = left.flatMap(([, , ...named]) => named);
    return { holds: left.length > 0, operations, count: left.reduce((sum, [, count]) => sum + count, 0) };
  };
  const told = new Map<string, ComparedRow>();
  for (const cell of data.cells) {
    for (const row of composeCell(cell, data.findings, { isWithin, reach })) {
      // What is said of several things is in the cell of each.
      told.set(JSON.stringify([row.verdict, row.direction, row.name, row.sentence, row.operations]), row);
    }
  }
  const rows = [...data.lists.flatMap((list) => composeList(list, isWithin, reach)), ...told.values()];
  return rows.sort((a, b) => a.verdict - b.verdict);
}

/** What became of one item of a list. */
interface ItemStory {
  readonly first: 0 | 1;
  readonly added: 0 | 1;
  readonly verdict: number;
  readonly places: readonly Place[];
  readonly changes: readonly Change[];
}

/** What is there at both ends is told by the first and the last thing that happened to it. */
function composeList(
  { name, kind, direction, steps }: List,
  isWithin: IsWithin,
  reach: Reach,
): ComparedRow[] {
  const items = new Map<string, ItemStory>();
  for (const [revision, verdict, places, anchor, added, own] of steps) {
    if (!isWithin(revision)) continue;
    for (const item of own) {
      const { first = added, changes = [] } = items.get(item) ?? {};
      items.set(item, { first, added, verdict, places, changes: [...changes, [revision, anchor]] });
    }
  }
  const left = [...items].flatMap(([item, { first, added, verdict, places, changes }]) => {
    const { holds, operations, count } = reach(places);
    return first === added && holds ? [{ item, added, verdict, operations, count, changes }] : [];
  });
  const [widest] = left.toSorted((a, b) => b.count - a.count);
  if (!widest) return [];
  const changes = left.flatMap((each) => each.changes).map((change) => [change.join(), change] as const);
  return [
    {
      verdict: Math.min(...left.map(({ verdict }) => verdict)),
      ...{ direction, name, kind },
      removed: left.flatMap(({ item, added }) => (added ? [] : [item])),
      added: left.flatMap(({ item, added }) => (added ? [item] : [])),
      operations: widest.operations,
      count: widest.count,
      changes: [...new Map(changes).values()],
    },
  ];
}

/** What revisions told of a cell, within what is compared. */
type Told = Cell["steps"];

/** What one revision told holds; what comes of several is in `nets`, unless they are too many. */
function composeCell(
  { steps, nets }: Cell,
  findings: readonly Finding[],
  { isWithin, reach }: { readonly isWithin: IsWithin; readonly reach: Reach },
): ComparedRow[] {
  const told = steps.filter(([revision]) => isWithin(revision));
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return [];
  const net = nets?.find(([start, end]) => start === first[0] && end === last[0]);
  const chosen = told.length === 1 ? first[1] : net?.[2];
  if (!chosen) return composeUnjudged(told, findings, reach);
  const changes = told.map(([revision, [number = -1]]): Change => [revision, findings[number]?.[5] ?? ""]);
  return chosen.flatMap((number): ComparedRow[] => {
    const finding = findings[number];
    if (!finding) return [];
    const [verdict, direction, name, sentence, places, anchor] = finding;
    const { holds, operations, count } = reach(places);
    const own: readonly Change[] = told.length === 1 ? [[first[0], anchor]] : changes;
    return holds ? [{ verdict, direction, name, sentence, operations, count, changes: own }] : [];
  });
}

/** Tells that something changed, at the worst that was said of it, and when. */
function composeUnjudged(told: Told, findings: readonly Finding[], reach: Reach): ComparedRow[] {
  const holding = told.flatMap(([revision, numbers]) =>
    numbers.flatMap((number) => {
      const finding = findings[number];
      if (!finding) return [];
      const found = reach(finding[4]);
      return found.holds ? [{ revision, finding, ...found }] : [];
    }),
  );
  const [first] = holding;
  if (!first) return [];
  const { finding, operations, count } = first;
  const changes = holding.map((each) => [each.revision, [each.revision, each.finding[5]]] as const);
  const row = { direction: finding[1], name: finding[2], operations, count, unjudged: true } as const;
  const verdict = Math.min(...holding.map((each) => each.finding[0]));
  return [{ ...row, verdict, changes: [...new Map<number, Change>(changes).values()] }];
}
