/** A cell; numbers stand at the right, their digits in groups. */
export type Cell = string | number;

/** Space between columns, and before the first. */
const GAP = 2;

/** Columns are not made narrower than this. */
const NARROW = 8;

/**
 * Returns the lines of a table whose columns line up. Text has to be escaped: one column of the screen for each
 * character. Where the table is wider than `width`, its widest columns are made narrower and their cells go on below.
 */
export function printTable(rows: readonly (readonly Cell[])[], width: number | undefined): string[] {
  const texts = rows.map((row) => row.map(printCell));
  const widths = fitWidths(measureColumns(texts), width);
  return texts.flatMap((row, index) => {
    const cells = row.map((text, column) => cutText(text, widths[column] ?? NARROW));
    const height = Math.max(...cells.map((pieces) => pieces.length));
    return Array.from({ length: height }, (_, line) => {
      const padded = cells.map((pieces, column) => {
        const piece = pieces[line] ?? "";
        const space = widths[column] ?? NARROW;
        return typeof rows[index]?.[column] === "number" ? piece.padStart(space) : piece.padEnd(space);
      });
      return `${" ".repeat(GAP)}${padded.join(" ".repeat(GAP))}`.trimEnd();
    });
  });
}

function printCell(cell: Cell): string {
  return typeof cell === "number" ? cell.toLocaleString("en-US") : cell;
}

function measureColumns(texts: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of texts) {
    row.forEach((text, column) => {
      widths[column] = Math.max(widths[column] ?? 0, text.length);
    });
  }
  return widths;
}

function fitWidths(widths: readonly number[], width: number | undefined): number[] {
  const fitted = [...widths];
  if (width === undefined) return fitted;
  let over = fitted.reduce((sum, column) => sum + column + GAP, 0) - width;
  for (; over > 0; over--) {
    const widest = Math.max(...fitted);
    if (widest <= NARROW) break;
    fitted[fitted.indexOf(widest)] = widest - 1;
  }
  return fitted;
}

/** Returns the pieces of a text of at most `width` characters, cut at spaces where there are some. */
function cutText(text: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const space = rest.lastIndexOf(" ", width);
    const end = space > 0 ? space : width;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...pieces, rest];
}
