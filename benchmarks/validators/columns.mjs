/**
 * What is measured. `limit` is the most that the generated validators may take, as a ratio to the checks by hand; `unit`
 * is that of the figure of those. Where these do not tell what is wrong, the ratio is to the column `base`.
 *
 * @typedef {{ id: string, name: string, tells: string, unit: "ns" | "ms" | "bytes", limit?: number, base?: string }} Column
 * @type {readonly Column[]}
 */
export const COLUMNS = [
  { id: "page", name: "page", tells: "a right page, yes or no", unit: "ns", limit: 0.95 },
  { id: "wrongPage", name: "wrong page", tells: "a wrong page, yes or no", unit: "ns", limit: 1.1 },
  {
    id: "wrongPageError",
    name: "wrong page, its error",
    tells: "with its path and message, against yes or no by hand",
    unit: "ns",
    base: "wrongPage",
    limit: 1.1,
  },
  { id: "request", name: "request", tells: "a right request, yes or no", unit: "ns", limit: 1.05 },
  { id: "firstCall", name: "first call", tells: "the first page of a new process", unit: "ms" },
  { id: "import", name: "import", tells: "the import before it, with all that is made then", unit: "ms" },
  { id: "size", name: "size", tells: "the code, minified and gzipped", unit: "bytes" },
];
