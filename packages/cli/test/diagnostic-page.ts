import { readFileSync } from "node:fs";

/** An example on a page: what it is written in, and whether it gives the page's diagnostic. */
export interface DiagnosticExample {
  readonly language: string;
  readonly isWrong: boolean;
  readonly text: string;
}

/** The page of one diagnostic. */
export interface DiagnosticPage {
  readonly code: string;
  /** The line that says the severity and what a command exits with. */
  readonly facts: string;
  readonly body: string;
  readonly examples: readonly DiagnosticExample[];
}

const EXAMPLE = /^```(\w+) (wrong|right)\n([\s\S]*?)^```$/gm;

/** Returns the title of a package's `diagnostics.md`, and its pages. */
export function readDiagnosticPages(name: string): { title: string; pages: readonly DiagnosticPage[] } {
  const text = readFileSync(new URL(`../../${name}/src/diagnostics.md`, import.meta.url), "utf8");
  const [title = "", ...sections] = text.split(/^(?=## )/m);
  return { title: title.trim(), pages: sections.map(readPage) };
}

function readPage(section: string): DiagnosticPage {
  const [heading = "", , facts = "", ...lines] = section.trimEnd().split("\n");
  const examples = [...section.matchAll(EXAMPLE)].map(([, language = "", verdict, text = ""]) => {
    return { language, isWrong: verdict === "wrong", text };
  });
  const code = /^## `(\S+)`$/.exec(heading)?.[1] ?? heading;
  return { code, facts, body: lines.join("\n").trim(), examples };
}
