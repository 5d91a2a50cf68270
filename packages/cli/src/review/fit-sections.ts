/** What can be left out where there is no room. */
export interface Item {
  readonly text: string;
  /** Items with a lower number are taken first. */
  readonly rank: number;
}

/** Items with what stands before and behind them, which is left out with the last of them. */
export interface Group {
  readonly before: string;
  readonly items: readonly Item[];
  readonly after: string;
}

/** A part of a report: what opens it, and its groups. */
export interface Section {
  readonly lead: readonly string[];
  readonly groups: readonly Group[];
}

/** What fits of sections, and how many items do not. */
export interface Fitted {
  readonly text: string;
  readonly left: number;
}

/** How many items of a group are taken before it is the turn of the next one. */
const TURN = 10;
/** The bytes of the blank lines around a paragraph. */
const BLANK = 4;

/**
 * Returns the sections with those of their items that fit in `room` bytes: what matters most first, and in turns, so that
 * one long group leaves room for others. Items are whole or left out.
 */
export function fitSections(sections: readonly Section[], room: number): Fitted {
  const taken = new Set<Item>();
  const opened = new Set<Section | Group>();
  let left = room;
  const cost = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + Buffer.byteLength(text) + BLANK, 0);
  const open = sections.filter(({ groups }) => groups.length === 0);
  for (const section of open) {
    const needed = cost(section.lead);
    if (needed > left) continue;
    left -= needed;
    opened.add(section);
  }
  const all = listInOrder(sections);
  for (const { section, group, item } of all) {
    const needed =
      cost([item.text]) +
      (opened.has(section) ? 0 : cost(section.lead)) +
      (opened.has(group) ? 0 : cost([group.before, group.after]));
    if (needed > left) continue;
    left -= needed;
    taken.add(item);
    opened.add(section).add(group);
  }
  const texts = sections.filter((each) => opened.has(each)).map((each) => printSection(each, taken));
  const lost = open.filter((each) => !opened.has(each)).length;
  return { text: texts.join("\n\n"), left: all.length - taken.size + lost };
}

interface Placed {
  readonly section: Section;
  readonly group: Group;
  readonly item: Item;
  readonly turn: number;
}

function listInOrder(sections: readonly Section[]): readonly Placed[] {
  const all = sections.flatMap((section) =>
    section.groups.flatMap((group) =>
      group.items.map((item, index): Placed => ({ section, group, item, turn: Math.floor(index / TURN) })),
    ),
  );
  return all.sort((a, b) => a.item.rank - b.item.rank || a.turn - b.turn);
}

function printSection({ lead, groups }: Section, taken: ReadonlySet<Item>): string {
  const printed = groups.flatMap(({ before, items, after }) => {
    const texts = items.filter((item) => taken.has(item)).map(({ text }) => text);
    return texts.length === 0 ? [] : [before, texts.join("\n"), ...(after === "" ? [] : [after])];
  });
  return [...lead, ...printed].join("\n\n");
}
