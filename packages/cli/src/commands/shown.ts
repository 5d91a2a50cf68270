/** What `shapelog select` can show of a match besides its id. */
export const SHOWN = ["type", "file", "vars"] as const;

export type Shown = (typeof SHOWN)[number];
