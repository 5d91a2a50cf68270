// What two revisions of a service differ in, from the data that its comparisons are made of. Pure: no page, no fetch.

const BEST = 3;

/** Returns what changed after revision `from` and up to revision `to`, worst first; `compose.d.ts` says of what. */
export function compose(data, from, to) {
  const isWithin = (revision) => revision > from && revision <= to;
  const wasThere = (stretch, time) =>
    stretch.some(([start, end]) => start <= time && (end === null || time < end));
  const isAtBoth = ([stretches]) => [from, to].every((time) => wasThere(data.stretches[stretches], time));
  const reach = (places) => {
    const left = places.filter(isAtBoth);
    const operations = left.flatMap(([, , ...named]) => named);
    return { holds: left.length > 0, operations, count: left.reduce((sum, [, count]) => sum + count, 0) };
  };
  const told = new Map();
  for (const cell of data.cells) {
    for (const row of composeCell(cell, data.findings, isWithin, reach)) {
      // What is said of several things is in the cell of each.
      told.set(JSON.stringify([row.verdict, row.direction, row.name, row.sentence, row.operations]), row);
    }
  }
  const rows = [...data.lists.flatMap((list) => composeList(list, isWithin, reach)), ...told.values()];
  return rows.sort((a, b) => a.verdict - b.verdict);
}

/** What is there at both ends is told by the first and the last thing that happened to it. */
function composeList({ name, kind, direction, steps }, isWithin, reach) {
  const items = new Map();
  for (const [revision, verdict, places, anchor, added, own] of steps) {
    if (!isWithin(revision)) continue;
    for (const item of own) {
      const known = items.get(item) ?? { first: added, changes: [] };
      known.changes.push([revision, anchor]);
      items.set(item, { ...known, added, verdict, places });
    }
  }
  const row = { verdict: BEST, direction, name, kind, removed: [], added: [], operations: [], count: 0 };
  const changes = new Map();
  for (const [item, { first, added, verdict, places, changes: own }] of items) {
    const { holds, operations, count } = reach(places);
    if (first !== added || !holds) continue;
    (added ? row.added : row.removed).push(item);
    row.verdict = Math.min(row.verdict, verdict);
    if (count >= row.count) Object.assign(row, { operations, count });
    for (const change of own) changes.set(change.join(), change);
  }
  return changes.size === 0 ? [] : [{ ...row, changes: [...changes.values()] }];
}

/** What one revision told holds; what comes of several is in `nets`, unless they are too many. */
function composeCell({ steps, nets }, findings, isWithin, reach) {
  const told = steps.filter(([revision]) => isWithin(revision));
  if (told.length === 0) return [];
  const [first, last] = [told[0][0], told.at(-1)[0]];
  const chosen =
    told.length === 1 ? told[0][1] : nets?.find(([start, end]) => start === first && end === last)?.[2];
  const changes = told.map(([revision, [number]]) => [revision, findings[number]?.[5] ?? ""]);
  if (!chosen) return composeUnjudged(told, findings, reach);
  return chosen.flatMap((number) => {
    const [verdict, direction, name, sentence, places, anchor] = findings[number];
    const { holds, operations, count } = reach(places);
    const own = told.length === 1 ? [[first, anchor]] : changes;
    return holds ? [{ verdict, direction, name, sentence, operations, count, changes: own }] : [];
  });
}

/** Tells that something changed, at the worst that it was said of it, and when. */
function composeUnjudged(told, findings, reach) {
  const holding = told.flatMap(([revision, numbers]) =>
    numbers.flatMap((number) => {
      const found = reach(findings[number][4]);
      return found.holds ? [{ revision, finding: findings[number], ...found }] : [];
    }),
  );
  if (holding.length === 0) return [];
  const [{ finding, operations, count }] = holding;
  const verdict = Math.min(...holding.map((each) => each.finding[0]));
  const changes = new Map(holding.map((each) => [each.revision, [each.revision, each.finding[5]]]));
  const about = { verdict, direction: finding[1], name: finding[2], operations, count };
  return [{ ...about, unjudged: true, changes: [...changes.values()] }];
}
