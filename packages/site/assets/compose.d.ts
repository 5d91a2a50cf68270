/** When some places were there, how many operations have them, and some of those with the anchor of the first place. */
export type Place = readonly [
  stretches: number,
  operations: number,
  ...named: readonly (readonly [operation: number, anchor: string])[],
];

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
  readonly operations: readonly (readonly [operation: number, anchor: string])[];
  /** How many operations there are. */
  readonly count: number;
  readonly changes: readonly (readonly [revision: number, anchor: string])[];
  /** Whether it changed too often to be judged from end to end. */
  readonly unjudged?: true;
}

/** Returns what changed after revision `from` and up to revision `to`, worst first, without what came and went again. */
export function compose(data: CompareData, from: number, to: number): ComparedRow[];
