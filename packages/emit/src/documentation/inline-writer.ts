import { decodeHTML } from "entities";

/** A paragraph that is being written: text with emphasis, code spans and links. */
export interface InlineWriter {
  /** Adds text in which entities are still encoded. */
  text(text: string): void;
  /** Adds a code span. */
  code(text: string): void;
  open(mark: Mark, href?: string): void;
  close(mark: Mark): void;
  /** Returns the paragraph as Markdown, with all that is still open closed, and starts a new one. */
  take(): string;
}

export type Mark = "emphasis" | "strong" | "link" | "code";

interface Frame {
  readonly mark: Mark | undefined;
  readonly href: string | undefined;
  text: string;
}

const SIGNS: Readonly<Partial<Record<Mark, string>>> = { emphasis: "*", strong: "**" };

/** Creates an empty paragraph. No mark is nested in itself, so the depth is at most that of the marks there are. */
export function createInlineWriter(): InlineWriter {
  let frames: Frame[] = [{ mark: undefined, href: undefined, text: "" }];
  const add = (text: string) => {
    const top = frames.at(-1);
    if (!top) return;
    // Two code spans that touch would be read as one longer run of backticks, and their content as text.
    const touches = top.mark !== "code" && text.startsWith("`") && top.text.endsWith("`");
    top.text += touches ? ` ${text}` : text;
  };
  const inCode = () => frames.at(-1)?.mark === "code";
  const pop = () => {
    const frame = frames.pop();
    if (frame) add(printFrame(frame));
  };
  return {
    text: (text) => add(inCode() ? decodeHTML(text) : escapeText(decodeHTML(text))),
    code: (text) => add(inCode() ? text : printCode(text)),
    open(mark, href) {
      if (inCode() || frames.some((frame) => frame.mark === mark)) return;
      frames.push({ mark, href, text: "" });
    },
    close(mark) {
      if (!frames.some((frame) => frame.mark === mark)) return;
      while (frames.at(-1)?.mark !== mark) pop();
      pop();
    },
    take() {
      while (frames.length > 1) pop();
      const text = frames[0]?.text ?? "";
      frames = [{ mark: undefined, href: undefined, text: "" }];
      return text;
    },
  };
}

function printFrame({ mark, href, text }: Frame): string {
  if (mark === "code") return printCode(text);
  const inner = text.trim();
  const before = /^\s/.test(text) ? " " : "";
  const after = /\s$/.test(text) ? " " : "";
  if (inner === "") return before;
  if (mark === "link") {
    const target = safeTarget(href);
    return `${before}${target === undefined ? inner : `[${inner.replace(/\s+/g, " ")}](${target})`}${after}`;
  }
  const sign = (mark && SIGNS[mark]) ?? "";
  return `${before}${sign}${inner}${sign}${after}`;
}

/** Returns a code span whose backticks are more than any run within it (CommonMark, "Code spans"). */
export function printCode(text: string): string {
  const inner = text.replace(/\s+/g, " ").trim();
  if (inner === "") return " ";
  const longest = (inner.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const ticks = "`".repeat(longest + 1);
  const space = inner.startsWith("`") || inner.endsWith("`") ? " " : "";
  return `${ticks}${space}${inner}${space}${ticks}`;
}

/** Returns the address of a link where its scheme is `http`, `https` or `mailto`, fit to stand in a Markdown link. */
export function safeTarget(href: string | undefined): string | undefined {
  const address = decodeHTML(href ?? "").trim();
  if (!/^(?:https?:\/\/|mailto:)[^\s]/i.test(address)) return undefined;
  return address.replace(/[\s()<>"'`\\[\]{}|^*_~]/g, (character) =>
    character === "_" || character === "~"
      ? character
      : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

const SPECIAL = /\\+(?=[<&`]|$)|<(?=[A-Za-z/!?]|$)|&(?=#?\w*(?:;|$))|`/g;

/**
 * Escapes what Markdown would take for HTML, an entity or the start of a code span, here or with the text that follows.
 */
function escapeText(text: string): string {
  return text.replace(SPECIAL, (found) => (found.startsWith("\\") ? found + found : `\\${found}`));
}
