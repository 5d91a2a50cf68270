import { printable } from "@shapelog/diagnostics";
import { code } from "../words.js";
import { splitCodeSpans } from "./code-spans.js";

/**
 * Returns a sentence of Markdown in which nothing but its code spans has a meaning.
 *
 * @internal
 */
export function inlineMarkdown(markdown: string): string {
  return splitCodeSpans(printable(markdown))
    .map((span) => (span.kind === "code" ? code(span.text) : escapeMarkdown(span.text)))
    .join("");
}

/**
 * Returns text that Markdown shows as it is: on one line, every mark escaped, no mention of a user, and no number that a
 * forge takes for one of its issues, merge requests or snippets.
 *
 * @internal
 */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]<>#|~!&]/g, "\\$&")
    .replaceAll("@", "@\u200b")
    .replace(REFERENCE, "$1\u200b")
    .replace(/\b(https?|ftp|www)([:.])/gi, "$1\u200b$2");
}

/** Forges look for references in what is shown, where a backslash is gone: #1, !1, $1, %1, ~1, &1, GH-1, GL-1. */
const REFERENCE = /([#!$%~&]|\bG[HL]-)(?=\d)/gi;
