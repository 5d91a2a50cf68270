/** What a spreadsheet, a browser or a terminal could take for more than text. */
export declare const HOSTILE_TEXTS: readonly string[];

export interface EventLinesOptions {
  readonly count: number;
  /** Default: 1. */
  readonly seed?: number;
  /** Whether texts are hostile. */
  readonly hostile?: boolean;
  /** Every so many lines is none; 0 for no such line. */
  readonly broken?: number;
  /** Default: true. Without ids nothing but where they stand tells events apart. */
  readonly hasIds?: boolean;
}

/** Yields JSON lines of events, the same for the same seed, in pieces of 1,000. */
export declare function createEventLines(options: EventLinesOptions): Generator<string, void>;

/** Returns a generator of numbers from 0 up to 1 that gives the same for the same seed. */
export declare function createRandom(seed: number): () => number;
