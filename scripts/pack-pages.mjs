// Packs the pages of a package, its folder the working one, into dist/pages.js: `shapelog explain`, the site and SARIF
// logs show them. A page is a Markdown file beside the code: of a rule (`# id`), of a validator with a section for each
// of its events (`## Event (severity)`), or of a catalog's diagnostics (diagnostics.md, `## code`), which are a page each.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import process from "node:process";

/**
 * Returns the pages in the text of a file.
 * @param {string} file
 * @param {string} text
 */
export function readPages(file, text) {
  if (basename(file) === "diagnostics.md") {
    return text
      .split(/^(?=## )/m)
      .slice(1)
      .map((section) => section.slice(1).trimEnd())
      .map((section) => ({ id: titleOf(section), covers: [], text: `${section}\n` }));
  }
  const covers = [...text.matchAll(/^## (\S+) \((?:error|danger|warning|note)\)$/gm)].map(([, id]) => id);
  return [{ id: titleOf(text), covers, text }];
}

/** @param {string} text */
function titleOf(text) {
  const [, title] = /^# `?([^`\n]+)`?$/m.exec(text) ?? [];
  if (title === undefined) throw new Error(`a page has no title: ${text.slice(0, 80)}`);
  return title;
}

/** @param {string} folder */
function packPages(folder) {
  const files = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".md"),
  );
  const pages = files.flatMap((file) => readPages(file, readFileSync(join(folder, "src", file), "utf8")));
  pages.sort((a, b) => (a.id < b.id ? -1 : 1));
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(join(folder, "dist/pages.js"), `export const PAGES = ${JSON.stringify(pages, null, 1)};\n`);
  const types =
    'import type { RulePage } from "@shapelog/diagnostics";\nexport declare const PAGES: readonly RulePage[];\n';
  writeFileSync(join(folder, "dist/pages.d.ts"), types);
}

packPages(process.cwd());
