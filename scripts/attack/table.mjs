/** What was tried of a kind, and what failed of it: each a line that tells how to see it again. */
export class Tally {
  /** @type {Map<string, { tried: number, failures: string[] }>} */
  #rows = new Map();

  /**
   * @param {string} kind
   * @param {string | undefined} failure `undefined` where all is well.
   */
  add(kind, failure) {
    const row = this.#rows.get(kind) ?? { tried: 0, failures: [] };
    this.#rows.set(kind, row);
    row.tried++;
    if (failure !== undefined) row.failures.push(failure);
  }

  get failed() {
    return [...this.#rows.values()].reduce((sum, { failures }) => sum + failures.length, 0);
  }

  /** Returns a table of all kinds, and the first failures of each. */
  print() {
    const rows = [...this.#rows].map(([kind, { tried, failures }]) => [
      kind,
      String(tried),
      String(failures.length),
    ]);
    const total = rows.reduce((sum, [, tried]) => sum + Number(tried), 0);
    const all = [["attack", "tried", "failed"], ...rows, ["all", String(total), String(this.failed)]];
    const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
    const lines = all.map(([kind = "", ...figures]) =>
      [
        kind.padEnd(widths[0] ?? 0),
        ...figures.map((figure, at) => figure.padStart(widths[at + 1] ?? 0)),
      ].join("  "),
    );
    const failures = [...this.#rows].flatMap(([kind, row]) =>
      row.failures.slice(0, 5).map((text) => `${kind}: ${text}`),
    );
    return `${[...lines, ...failures].join("\n")}\n`;
  }
}
