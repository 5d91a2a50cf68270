import { decodeHTML } from "entities";
import { cleanCharacters } from "./clean-characters.js";
import { createInlineWriter, type InlineWriter, type Mark, safeTarget } from "./inline-writer.js";
import { type Markup, readMarkup } from "./read-markup.js";

const MARKS: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ["a", "link"],
  ["b", "strong"],
  ["code", "code"],
  ["em", "emphasis"],
  ["i", "emphasis"],
  ["kbd", "code"],
  ["replaceable", "emphasis"],
  ["samp", "code"],
  ["strong", "strong"],
  ["tt", "code"],
  ["var", "emphasis"],
]);

/** Elements that start and end a paragraph. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form " +
    "fullname h1 h2 h3 h4 h5 h6 header hr html important li main nav note ol p para pre section shortdesc summary table " +
    "tbody td tfoot th thead tr ul warning"
  ).split(" "),
);

/** Elements that say nothing in Markdown; their content stays. */
const IGNORED: ReadonlySet<string> = new Set(
  "abbr big cite del dfn font img input ins label link mark meta q s small span sub sup u wbr".split(" "),
);

const LEADS: ReadonlyMap<string, string> = new Map([
  ["important", "**Important:**"],
  ["note", "**Note:**"],
  ["warning", "**Warning:**"],
]);

/** Lists deeper than this are written as if they were this deep. */
const DEEPEST = 6;

interface Block {
  readonly text: string;
  /** Whether the block starts a list item. */
  readonly item: boolean;
  readonly depth: number;
}

interface Writing {
  readonly blocks: Block[];
  readonly inline: InlineWriter;
  /** The lists that are open, with the number of the last item. */
  readonly lists: { readonly ordered: boolean; number: number }[];
  /** What goes before the next block: the marker of a list item, or the words before a note. */
  marker: string;
  lead: string;
  /** Whether an HTML block was opened: from there on line breaks mean nothing. */
  html: boolean;
  /** What `<pre>` holds so far, where one is open: its lines stay as they are. */
  preformatted: string | undefined;
}

/**
 * Returns documentation (CommonMark with HTML, as Smithy models have it) as Markdown without HTML. Links go to `http`,
 * `https` and `mailto` addresses only; other links, scripts, styles and comments are left out, tags that HTML does not
 * have (`<instance-id>`) stay as text. Takes time that grows with the length of the text.
 */
export function documentationText(doc: string): string {
  const writing: Writing = {
    blocks: [],
    inline: createInlineWriter(),
    lists: [],
    marker: "",
    lead: "",
    html: false,
    preformatted: undefined,
  };
  for (const markup of readMarkup(cleanCharacters(doc))) {
    if (writing.preformatted !== undefined) continuePreformatted(writing, writing.preformatted, markup);
    else if (markup.kind === "text") {
      writing.inline.text(writing.html ? markup.text.replace(/\s+/g, " ") : markup.text);
    } else if (markup.kind === "code") writing.inline.code(markup.text);
    else if (markup.kind === "fence") writeFence(writing, markup.text, markup.language);
    else if (markup.kind === "open") openElement(writing, markup.name, markup.raw);
    else closeElement(writing, markup.name, markup.raw);
  }
  endPreformatted(writing);
  endBlock(writing);
  return printBlocks(writing.blocks);
}

/** Adds to `<pre>`: its text without entities and tags, but for those that HTML does not have. */
function continuePreformatted(writing: Writing, before: string, markup: Markup): void {
  if (markup.kind === "close" && markup.name === "pre") {
    endPreformatted(writing);
    return;
  }
  writing.preformatted = before + preformattedText(markup);
}

function preformattedText(markup: Markup): string {
  if (markup.kind === "text") return decodeHTML(markup.text);
  if (markup.kind === "code") return `\`${markup.text}\``;
  if (markup.kind === "fence") return markup.text;
  if (markup.name === "br") return "\n";
  return MARKS.has(markup.name) || BLOCKS.has(markup.name) || IGNORED.has(markup.name) ? "" : markup.raw;
}

function endPreformatted(writing: Writing): void {
  const lines = (writing.preformatted ?? "").split("\n").map((line) => line.trimEnd());
  writing.preformatted = undefined;
  while (lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  if (lines.length > 0) writeFence(writing, cleanCharacters(lines.join("\n")), "");
}

function openElement(writing: Writing, name: string, raw: string): void {
  const mark = MARKS.get(name);
  if (mark) writing.inline.open(mark, mark === "link" ? readHref(raw) : undefined);
  else if (BLOCKS.has(name)) openBlock(writing, name);
  else if (!IGNORED.has(name)) writeUnknown(writing, raw);
}

function openBlock(writing: Writing, name: string): void {
  endBlock(writing);
  writing.html = true;
  if (name === "pre") writing.preformatted = "";
  writing.lead = LEADS.get(name) ?? writing.lead;
  if (name === "ul" || name === "ol" || name === "dl") {
    if (writing.lead !== "") pushBlock(writing, writing.lead);
    writing.lead = "";
    writing.lists.push({ ordered: name === "ol", number: 0 });
  }
  if (name === "li" || name === "dt") startItem(writing);
}

function closeElement(writing: Writing, name: string, raw: string): void {
  const mark = MARKS.get(name);
  if (mark) writing.inline.close(mark);
  else if (BLOCKS.has(name)) closeBlock(writing, name);
  else if (!IGNORED.has(name)) writeUnknown(writing, raw);
}

function closeBlock(writing: Writing, name: string): void {
  endBlock(writing);
  if (name === "ul" || name === "ol" || name === "dl") writing.lists.pop();
}

function writeUnknown(writing: Writing, raw: string): void {
  const address = safeTarget(raw.slice(1, -1));
  if (address !== undefined)
    writing.inline.text(address); // an autolink of CommonMark
  else writing.inline.text(raw.replaceAll("&", "&amp;"));
}

function readHref(raw: string): string | undefined {
  const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(raw);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function startItem(writing: Writing): void {
  const list = writing.lists.at(-1);
  if (!list) writing.lists.push({ ordered: false, number: 1 });
  else list.number++;
  writing.marker = list?.ordered ? `${list.number}. ` : "- ";
}

function writeFence(writing: Writing, text: string, language: string): void {
  endBlock(writing);
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  pushBlock(writing, `${fence}${language}\n${text}\n${fence}`);
}

function endBlock(writing: Writing): void {
  const written = writing.inline.take();
  const text = writing.html ? written.replace(/\s+/g, " ").trim() : trimLines(written);
  const neutral = neutralize(writing.html ? text.replace(/^[#>+-](?=\s|$)/, "\\$&") : text);
  if (neutral === "") return;
  pushBlock(writing, writing.lead === "" ? neutral : `${writing.lead} ${neutral}`);
  writing.lead = "";
}

function pushBlock(writing: Writing, text: string): void {
  const depth = Math.min(writing.lists.length, DEEPEST);
  const outer = writing.lists.slice(0, Math.max(0, depth - 1));
  const indentOf = (list: { readonly ordered: boolean }) => (list.ordered ? "   " : "  ");
  const indent = outer.map(indentOf).join("");
  const hanging = indent + (depth > 0 ? indentOf(writing.lists[depth - 1] ?? { ordered: false }) : "");
  const first = writing.marker === "" ? hanging : indent + writing.marker;
  const lines = text.split("\n");
  const printed = lines.map((line, index) => (line === "" ? "" : `${index === 0 ? first : hanging}${line}`));
  writing.blocks.push({ text: printed.join("\n"), item: writing.marker !== "", depth });
  writing.marker = "";
}

function printBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      if (!before) return block.text;
      return (block.item && before.depth > 0 ? "\n" : "\n\n") + block.text;
    })
    .join("");
}

/** The marker of a list's item. */
const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/**
 * Lines of a CommonMark text: those that continue a paragraph lose their indentation, those of an indented code block keep
 * it, and two spaces at the end of a line are a backslash, which breaks it as well and is seen.
 */
function trimLines(text: string): string {
  const lines = text.split("\n");
  let inCode = false;
  let inList = false;
  const kept = lines.map((line, index) => {
    if (line.trim() === "") return "";
    const isFirst = (lines[index - 1] ?? "").trim() === "";
    const isIndented = /^(?: {4}|\t)/.test(line);
    inList = ITEM.test(line) && !(inCode && isIndented) ? true : inList && (!isFirst || /^\s/.test(line));
    inCode = isIndented && !inList && (inCode || isFirst);
    if (inCode) return line.trimEnd();
    const isBroken = /[^\s\\] {2,}$/.test(line) && (lines[index + 1] ?? "").trim() !== "";
    const plain = `${line.trimEnd().replace(/(?<=\S) {2,}/g, " ")}${isBroken ? "\\" : ""}`;
    return (!isFirst && !ITEM.test(line)) || index === 0 ? plain.trimStart() : plain;
  });
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\s+$/g, "");
}

const UNSAFE_LINK = /\\[\s\S]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\](?=[(:](?!\s*<?(?:https?:\/\/|mailto:)))/gi;

/** Takes the meaning from links and link definitions of CommonMark that go anywhere but to a safe address. */
function neutralize(text: string): string {
  return text.replace(UNSAFE_LINK, (found) => (found === "]" ? "\\]" : found));
}
