import {
  findSimilar,
  pageUri,
  printable,
  type RulePage,
  stringifyJson,
  summarizePage,
} from "@shapelog/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import { findPage } from "../pages/find-page.js";
import { loadPages } from "../pages/load-pages.js";
import { printed } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse } from "./context.js";

export interface ExplainOptions {
  readonly list?: boolean;
  readonly format: "text" | "json";
}

/** `shapelog explain ID`: prints the page of a rule, a validation event or a diagnostic; `--list` names them all. */
export async function explain(
  terminal: Terminal,
  id: string | undefined,
  { list = false, format }: ExplainOptions,
): Promise<ExitCode> {
  if (list === (id !== undefined)) {
    const reason = list ? "it lists all ids; leave the id out" : "expected an id, or --list";
    const option = list ? "--list" : "explain";
    return refuse(terminal, [cliDiagnostics.create("bad-option", undefined, { option, reason })]);
  }
  const pages = await loadPages();
  if (id === undefined) {
    terminal.out(printed(format === "json" ? printJson(pages.map(describe)) : printList(pages)));
    return EXIT.ok;
  }
  const page = findPage(pages, id);
  if (!page) {
    const similar = findSimilar(
      id,
      pages.flatMap((each) => [each.id, ...each.covers]),
    );
    return refuse(terminal, [cliDiagnostics.create("unknown-page", undefined, { id, similar })]);
  }
  if (format === "json") terminal.out(printed(printJson({ ...describe(page), text: page.text })));
  else terminal.out(printed(terminal.color ? colorPage(page.text) : page.text));
  return EXIT.ok;
}

function describe(page: RulePage) {
  return { id: page.id, covers: page.covers, uri: pageUri(page), summary: summarizePage(page) };
}

function printJson(value: unknown): string {
  return `${stringifyJson(value, 2)}\n`;
}

function printList(pages: readonly RulePage[]): string {
  return pages
    .map((page) => `${page.id}\n    ${printable(summarizePage(page).replaceAll("`", ""))}\n`)
    .join("");
}

/** Returns Markdown with headings in bold and the lines of fences dimmed. */
function colorPage(text: string): string {
  const paint = (line: string, code: number) => `\u001b[${code}m${line}\u001b[0m`;
  return text
    .split("\n")
    .map((line) => {
      if (/^#{1,6} /.test(line)) return paint(line, 1);
      return line.startsWith("```") ? paint(line, 2) : line;
    })
    .join("\n");
}
