import { count } from "@shapelog/diff";
import type { Guide } from "./guide.js";
import { guideUrl } from "./guide.js";
import { type GuideBlock, guideText } from "./guide-blocks.js";
import type { OpenGuide } from "./resolve-links.js";

/** A guide as other pages list it. */
export interface GuideRef {
  readonly title: string;
  readonly url: string;
}

/** Guides under one heading. */
export interface GuideGroup<Row extends GuideRef = GuideRef> {
  readonly title: string;
  readonly guides: readonly Row[];
}

/** A heading of a guide, for its table of contents. */
export interface GuideHeading {
  readonly id: string;
  readonly text: string;
}

/** What a guide's page shows. */
export interface GuideView {
  readonly kind: "guide";
  readonly title: string;
  readonly blocks: readonly GuideBlock[];
  /** What was left out of a text that is too long for a page, in words. */
  readonly rest: string | undefined;
  readonly headings: readonly GuideHeading[];
  readonly groups: readonly GuideGroup[];
  readonly previous: GuideRef | undefined;
  readonly next: GuideRef | undefined;
}

/** A row of the list of guides. */
export interface GuideRow extends GuideRef {
  /** The text's first words. */
  readonly summary: string;
}

/** What the list of guides shows. */
export interface GuidesView {
  readonly kind: "guides";
  readonly groups: readonly GuideGroup<GuideRow>[];
}

/** What a page holds: it stays under 250 KB and 5,000 elements. */
const MOST = { elements: 3800, characters: 170_000 };

/** Returns a guide's title: its own, its first heading, or its id. */
export function titleOf({ guide, read }: OpenGuide): string {
  return guide.title ?? read.title ?? guide.id;
}

/** Returns how pages list a guide. */
export function guideRef(open: OpenGuide): GuideRef {
  return { title: titleOf(open), url: guideUrl(open.guide.id) };
}

/** Returns guides by their groups, each as a function makes it. */
export function groupGuides<Row extends GuideRef>(
  open: readonly OpenGuide[],
  rowOf: (each: OpenGuide) => Row,
): GuideGroup<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const each of open) {
    const rows = groups.get(each.guide.group) ?? [];
    rows.push(rowOf(each));
    groups.set(each.guide.group, rows);
  }
  return [...groups].map(([title, guides]) => ({ title, guides }));
}

/** Returns what the list of guides shows. */
export function createGuidesView(open: readonly OpenGuide[]): GuidesView {
  const rowOf = (each: OpenGuide) => ({ ...guideRef(each), summary: summarizeGuide(each.read.blocks) });
  return { kind: "guides", groups: groupGuides(open, rowOf) };
}

const LONGEST_SUMMARY = 200;

/** Returns the first sentence of a text. */
export function summarizeGuide(blocks: readonly GuideBlock[]): string {
  const paragraph = blocks.find((block) => block.kind === "paragraph");
  const text = paragraph?.kind === "paragraph" ? guideText(paragraph.content).trim() : "";
  const [sentence = text] = /^[\s\S]*?[.!?:](?=\s+\p{Lu}|\s*$)/u.exec(text) ?? [];
  return sentence.length <= LONGEST_SUMMARY ? sentence : `${sentence.slice(0, LONGEST_SUMMARY)}…`;
}

/** Where a guide stands among the others. */
export interface GuidePlace {
  readonly groups: readonly GuideGroup[];
  readonly previous: GuideRef | undefined;
  readonly next: GuideRef | undefined;
}

/** Returns what a guide's page shows. `blocks` have their links resolved. */
export function createGuideView(
  open: OpenGuide,
  blocks: readonly GuideBlock[],
  place: GuidePlace,
): GuideView {
  const shown = fitBlocks(blocks);
  const left = blocks.length - shown.length;
  return {
    kind: "guide",
    title: titleOf(open),
    blocks: shown,
    rest:
      left > 0
        ? `${count(left, "more block")} of this text ${left === 1 ? "is" : "are"} too much for one page.`
        : undefined,
    headings: shown.flatMap((block) =>
      block.kind === "heading" && block.level === 2 ? [{ id: block.id, text: guideText(block.content) }] : [],
    ),
    ...place,
  };
}

/** Returns the blocks from the first on that a page can hold. */
function fitBlocks(blocks: readonly GuideBlock[]): readonly GuideBlock[] {
  const left = { ...MOST };
  const end = blocks.findIndex((block) => {
    const text = JSON.stringify(block);
    left.characters -= text.length;
    left.elements -= 2 + (text.match(/"kind"|\[\[|\],\[/g)?.length ?? 0);
    return left.characters < 0 || left.elements < 0;
  });
  return end === -1 ? blocks : blocks.slice(0, end);
}

/** Returns guides without those whose ids cannot be addresses, or are another one's. */
export function chooseGuides(guides: readonly Guide[], refuse: (id: string) => void): Guide[] {
  const seen = new Set<string>(["images"]);
  return guides.filter(({ id }) => {
    const isGood =
      /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/.test(id) &&
      id.length <= 120 &&
      !seen.has(id);
    if (!isGood) refuse(id);
    seen.add(id);
    return isGood;
  });
}
