import type { Diagnostic, RulePage } from "@shapelog/diagnostics";
import { siteDiagnostics } from "../../diagnostics.js";
import { safeHref } from "../../doc/safe-href.js";
import { ruleUrl } from "../rules/rule-view.js";
import { type Guide, type GuideSet, guideUrl } from "./guide.js";
import { type GuideBlock, type GuideInline, mapInlines } from "./guide-blocks.js";
import { type ReadGuide, readGuide } from "./read-guide.js";

/** A guide with its text as it is shown. */
export interface OpenGuide {
  readonly guide: Guide;
  readonly read: ReadGuide;
}

/** What links of guides may lead to. */
export interface LinkTargets {
  readonly guides: ReadonlyMap<string, OpenGuide>;
  readonly files: ReadonlyMap<string, string>;
  /** The ids of pages of rules. */
  readonly rules: ReadonlySet<string>;
}

/** Returns what the links of guides may lead to. */
export function createLinkTargets(
  { targets = new Map() }: GuideSet,
  open: readonly OpenGuide[],
  rules: readonly RulePage[],
): LinkTargets {
  const byFile = open.flatMap((each) =>
    each.guide.file === undefined ? [] : [[each.guide.file, each] as const],
  );
  return { guides: new Map(byFile), files: targets, rules: new Set(rules.map(({ id }) => id)) };
}

/** Returns the paths of all files that links and images of a guide lead to, but for the guide itself. */
export function findGuideFiles(guide: Guide): string[] {
  const found = new Set<string>();
  mapInlines(readGuide(guide.markdown).blocks, (inline) => {
    const written = inline.kind === "link" ? inline.href : inline.kind === "image" ? inline.src : "";
    const file = written === "" || written.startsWith("#") ? undefined : splitHref(guide, written)?.file;
    if (file !== undefined) found.add(file);
    return inline;
  });
  return [...found];
}

/**
 * Returns a guide's blocks with each link as an address: of the site's page for a file that is a guide, a heading or a
 * rule, else on the web. What leads nowhere is text, and is reported with its place.
 */
export function resolveLinks(
  { guide, read }: OpenGuide,
  targets: LinkTargets,
  diagnostics: Diagnostic[],
): GuideBlock[] {
  const report = (href: string, line: number): void => {
    const offset = findOffset(guide.markdown, href, line);
    const location = guide.file === undefined ? undefined : { file: guide.file, offset };
    diagnostics.push(siteDiagnostics.create("broken-guide-link", location, { guide: guide.id, href }));
  };
  return mapInlines(read.blocks, (inline, line): GuideInline => {
    if (inline.kind === "image") {
      const file = splitHref(guide, inline.src)?.file;
      const src = file === undefined ? undefined : targets.files.get(file);
      if (src?.startsWith("/")) return { ...inline, src };
      report(inline.src, line);
      return { kind: "text", text: inline.text };
    }
    if (inline.kind !== "link") return inline;
    const href = findAddress(inline, { guide, read }, targets);
    if (href !== undefined) return { ...inline, href };
    report(inline.href, line);
    return { kind: "strong", content: inline.content };
  });
}

function findAddress(
  { href, content }: Extract<GuideInline, { kind: "link" }>,
  { guide, read }: OpenGuide,
  { guides, files, rules }: LinkTargets,
): string | undefined {
  const safe = safeHref(href);
  if (safe !== undefined) return safe;
  const [only] = content;
  // A rule that is named in a link has a page here, wherever its text stands.
  if (content.length === 1 && only?.kind === "code" && rules.has(only.text)) return ruleUrl(only.text);
  if (href.startsWith("#")) return anchorOf(read, href.slice(1));
  const split = splitHref(guide, href);
  if (!split) return undefined;
  const { file, fragment } = split;
  const other = guides.get(file);
  if (other) {
    const anchor = fragment === "" ? "" : anchorOf(other.read, fragment);
    return anchor === undefined ? undefined : `${guideUrl(other.guide.id)}${anchor}`;
  }
  const target = files.get(file);
  if (target === undefined) return undefined;
  return fragment === "" || target.startsWith("/") ? target : `${target}#${fragment}`;
}

function anchorOf({ anchors }: ReadGuide, fragment: string): string | undefined {
  const id = anchors.get(decode(fragment).toLowerCase());
  return id === undefined ? undefined : `#${encodeURIComponent(id)}`;
}

/** Returns the file that a relative address leads to from a guide's own, and the part of it. */
function splitHref(
  { file }: Guide,
  href: string,
): { readonly file: string; readonly fragment: string } | undefined {
  if (file === undefined || /^[a-z][a-z0-9+.-]*:|^\/|^\\/i.test(href)) return undefined;
  const base = `http://guide/${file.split("/").map(encodeURIComponent).join("/")}`;
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return { file: decode(url.pathname.slice(1)), fragment: url.hash.slice(1) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns where an address stands in a text, at a line or after it. */
function findOffset(text: string, href: string, line: number): number {
  let start = 0;
  for (let count = 0; count < line; count++) start = text.indexOf("\n", start) + 1;
  const found = text.indexOf(decode(href), start);
  return found === -1 ? start : found;
}
