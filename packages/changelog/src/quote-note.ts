import { printableLines } from "@shapelog/diagnostics";

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/**
 * Returns a note, which is Markdown, such that what follows it stays what it is: no HTML comment begins in it, a fence
 * that it leaves open is closed, and nothing in it acts on a terminal. Line breaks become LF.
 */
export function quoteNote(note: string): string {
  const text = printableLines(note.replace(/\r\n?/g, "\n").replaceAll("\t", "    ")).trim();
  const fence = findOpenFence(text);
  return `${text.replaceAll("<!", "<\\!")}${fence === undefined ? "" : `\n${fence}`}`;
}

/** Returns the fence of a code block that is not closed (CommonMark, "Fenced code blocks"). */
function findOpenFence(text: string): string | undefined {
  let open: string | undefined;
  for (const line of text.split("\n")) {
    const [, fence = "", info = ""] = FENCE.exec(line) ?? [];
    if (fence === "") continue;
    if (open === undefined) {
      if (fence.startsWith("~") || !info.includes("`")) open = fence;
    } else if (fence.startsWith(open) && info.trim() === "") open = undefined;
  }
  return open;
}
