import type { Diagnostic } from "@shapelog/diagnostics";
import { type ChildNode, type Element, isTag } from "domhandler";
import { parseDocument } from "htmlparser2";
import { renderSite, type SiteOptions } from "../src/index.js";

/** A rendered site as a map from path to text. */
export interface SiteMap {
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Returns a file's text; throws where there is none. */
  text(path: string): string;
}

export function readSite(options: SiteOptions): SiteMap {
  const { pages, diagnostics } = renderSite(options);
  const files = new Map<string, string>();
  for (const { path, text } of pages) {
    if (files.has(path)) throw new Error(`${path} is there twice`);
    files.set(path, text);
  }
  const text = (path: string) => {
    const found = files.get(path);
    if (found === undefined) throw new Error(`there is no ${path}; there are ${[...files.keys()].join(" ")}`);
    return found;
  };
  return { files, diagnostics, text };
}

/** Returns every element of an HTML text. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const visit = (nodes: readonly ChildNode[]) => {
    for (const node of nodes) {
      if (!isTag(node)) continue;
      found.push(node);
      visit(node.children);
    }
  };
  visit(parseDocument(html).children);
  return found;
}
