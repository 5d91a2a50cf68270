import type { SourceText } from "@shapelog/model";
import { changelogDiagnostics } from "../diagnostics.js";
import { readChangeSections } from "./change-sections.js";
import { readChangelogSections } from "./changelog-sections.js";
import { readHtmlText } from "./html-text.js";
import type { PublishedPage } from "./page.js";
import { placeText } from "./placed-text.js";

const HTML_FILE = /\.x?html?$/i;
const PROSE_FILE = /\.(?:md|markdown|rst)$/i;
/** A page begins with a tag, or a comment before it. */
const HTML_START =
  /^[\s\ufeff]*(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|article|main|section|div|details|h[1-6]|p|span|pre|table|ul)\b/i;

/**
 * Reads a page that somebody published about changes of an API: awsapichanges.com's, as HTML or as the text that a browser
 * copies, or sections of a changelog in Markdown, reStructuredText or HTML. Never throws: a text without anything of that
 * is reported, and so is each printed value that cannot be read; the rest of the page is there. The time it takes grows
 * with the text's length.
 */
export function readPage({ file, text }: SourceText): PublishedPage {
  const isHtml = HTML_FILE.test(file) || (!PROSE_FILE.test(file) && HTML_START.test(text));
  const source = isHtml ? readHtmlText(text) : placeText(text);
  const isBinary = source.text.slice(0, 4096).includes("\0");
  const changes = isBinary ? { sections: [], diagnostics: [] } : readChangeSections(source, file);
  if (changes.sections.length > 0) return { file, kind: "changes", ...changes };
  const sections = isBinary ? [] : readChangelogSections(source);
  const diagnostics =
    sections.length > 0 ? [] : [changelogDiagnostics.create("page-unreadable", { file }, { file })];
  return { file, kind: "changelog", sections, diagnostics };
}
