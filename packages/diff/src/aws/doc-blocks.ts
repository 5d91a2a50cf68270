import { type HtmlToken, readHtml } from "./html-tokens.js";

/** A part of a page that stands by itself. */
export type DocBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly (readonly DocBlock[])[] };

/** A documentation text. */
export interface DocText {
  /** Text before the first paragraph, which goes on in the line of what is documented. */
  readonly lead: string;
  readonly blocks: readonly DocBlock[];
}

const ADMONITIONS: ReadonlyMap<string, string> = new Map([
  ["note", "Note"],
  ["important", "Warning"],
  ["danger", "!DANGER!"],
]);
const LISTS: ReadonlySet<string> = new Set(["ul", "ol"]);
/** Tags whose text is not shown. */
const HIDDEN: ReadonlySet<string> = new Set(["examples", "fullname"]);

/** Lists nested deeper than this are paragraphs: no documentation has them, and the page indents every level. */
const MAX_OPEN = 40;

/** Backticks in the text itself are marks, too: botocore's documentation is reStructuredText. */
const QUOTED = /(?<![\w`])(`{1,2})([^`\s]|[^`\s][^`]*[^`\s])\1(?![\w`])/g;

/**
 * Returns a model's documentation as text: paragraphs, lists and notes are kept, bold, italic and code marks vanish,
 * white space collapses. It follows botocore (`botocore/docs/bcdoc`), which knows few tags and ignores the others.
 */
export function readDocText(html: string): DocText {
  const root: DocBlock[] = [];
  const state: State = {
    open: [{ blocks: root, tag: "" }],
    line: [],
    lead: undefined,
    inItem: false,
    inLink: false,
  };
  for (const token of readHtml(html)) addToken(state, token);
  endLine(state);
  return { lead: state.lead ?? "", blocks: root };
}

interface State {
  /** Where blocks are added, from the outermost. */
  readonly open: Open[];
  line: string[];
  /** The text before the first block; `undefined` until it is known. */
  lead: string | undefined;
  /** Whether paragraphs go on in the line of their list item. */
  inItem: boolean;
  /** Whether a link is open, whose text has no blanks at its ends. */
  inLink: boolean;
}

interface Open {
  readonly tag: string;
  readonly blocks: DocBlock[];
  /** The items of a list. */
  readonly items?: DocBlock[][];
  /** Whether text in it is not shown. */
  readonly hidden?: boolean;
}

function addToken(state: State, token: HtmlToken): void {
  switch (token.kind) {
    case "text":
      if (!state.open.some(({ hidden }) => hidden)) state.line.push(token.text);
      return;
    case "start":
      startTag(state, token.tag);
      if (token.isLink) state.inLink = true;
      return;
    case "end":
      endTag(state, token.tag);
      return;
  }
}

function startTag(state: State, tag: string): void {
  const { open } = state;
  const { blocks } = top(state);
  const isNesting = tag === "li" || LISTS.has(tag) || HIDDEN.has(tag);
  if (isNesting && open.length >= MAX_OPEN) endLine(state);
  // Inline code and links are kept apart from the text before them.
  else if (tag === "code" || tag === "a")
    state.line.push(/^\S/.test(state.line.at(-1)?.at(-1) ?? "") ? " " : "");
  else if (tag === "p" && !state.inItem) endLine(state);
  else if (LISTS.has(tag)) {
    endLine(state);
    openList(state, tag);
  } else if (tag === "li") {
    endLine(state);
    closeTo(state, (each) => each.items !== undefined);
    const item: DocBlock[] = [];
    (top(state).items ?? openList(state, "ul")).push(item);
    open.push({ tag, blocks: item });
    state.inItem = true;
  } else if (ADMONITIONS.has(tag)) {
    endLine(state);
    // A note ends the list it stands in.
    if (state.inItem) {
      closeTo(state, (each) => each.items !== undefined);
      if (top(state).items) open.pop();
    }
    top(state).blocks.push({ kind: "paragraph", text: ADMONITIONS.get(tag) ?? "" });
  } else if (HIDDEN.has(tag)) open.push({ tag, blocks, hidden: true });
}

function endTag(state: State, tag: string): void {
  if (tag === "a" && state.inLink) {
    state.inLink = false;
    trimLine(state.line);
  }
  if (tag === "p" && !state.inItem) endLine(state);
  else if (ADMONITIONS.has(tag)) endLine(state);
  else if (tag === "li" || LISTS.has(tag)) {
    endLine(state);
    state.inItem = false;
    closeTag(state, tag);
  } else if (HIDDEN.has(tag)) closeTag(state, tag);
}

/** Closes a tag and all that is open in it; does nothing where it is not open. */
function closeTag(state: State, tag: string): void {
  if (!state.open.some((each) => each.tag === tag)) return;
  while (state.open.pop()?.tag !== tag);
}

/** Closes what is open inside the innermost that fits; does nothing where none does. */
function closeTo(state: State, fits: (open: Open) => boolean): void {
  if (!state.open.some(fits)) return;
  while (!fits(top(state))) state.open.pop();
}

/** Begins a list and returns its items. */
function openList(state: State, tag: string): DocBlock[][] {
  const { blocks } = top(state);
  const items: DocBlock[][] = [];
  blocks.push({ kind: "list", items });
  state.open.push({ tag, blocks, items });
  return items;
}

/** Takes the blanks off the end of a line. */
function trimLine(line: string[]): void {
  for (let last = line.pop(); last !== undefined; last = line.pop()) {
    const trimmed = last.trimEnd();
    if (trimmed === "") continue;
    line.push(trimmed);
    return;
  }
}

/** Ends the line being written: it is the lead, a paragraph, or nothing. */
function endLine(state: State): void {
  const text = state.line.join("").replaceAll(/\s+/g, " ").trim().replaceAll(QUOTED, "$2");
  state.line = [];
  const isFirst = state.lead === undefined && top(state).tag === "";
  if (isFirst) {
    const { blocks } = top(state);
    if (blocks.length === 0) {
      state.lead = text;
      return;
    }
  }
  state.lead ??= "";
  if (text !== "") top(state).blocks.push({ kind: "paragraph", text });
}

/** The root is never closed. */
function top({ open }: State): Open {
  const last = open.at(-1);
  if (!last) throw new Error("the root was closed");
  return last;
}
