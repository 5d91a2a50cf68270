import type { Stretch } from "../record/timeline.js";

/** Something in a tree with the times it was there. */
export interface Dated {
  readonly stretches: readonly Stretch[];
  readonly present: boolean;
}

/** Returns whether something came after the whole it is in; what came with it needs no date of its own. */
export function isLater({ stretches, present }: Dated, born: number): boolean {
  return present && (stretches.at(-1)?.from ?? 0) > born;
}
