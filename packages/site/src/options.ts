import type { Diagnostic, RulePage } from "@shapelog/diagnostics";
import type { BumpScope } from "@shapelog/diff";
import type { Ledger } from "@shapelog/ledger";
import type { Model } from "@shapelog/model";
import type { GuideSet } from "./pages/guides/guide.js";

/** One service of a site: its model as it is, and the record of how it became so. */
export interface SiteService {
  /** The service's part of addresses: lower-case letters, digits and single hyphens, a letter first. */
  readonly id: string;
  readonly model: Model;
  readonly ledger: Ledger;
  /** The generated package that samples import. Without it pages have no sample. */
  readonly packageName?: string;
  /** Default: the service's `@title`, else its name. */
  readonly title?: string;
  /** Ids that the service had before. They lead to it in searches. Default: none. */
  readonly formerIds?: readonly string[];
  /** What the releases of the package follow. Default: `all`. */
  readonly bump?: BumpScope;
}

/**
 * Where versions and commits of sources can be read: addresses with `{version}` or `{commit}` in them, which are
 * replaced by what a revision names.
 */
export interface SourceLinks {
  readonly version?: string;
  readonly commit?: string;
}

/** What a site is made of. */
export interface SiteOptions {
  /** The site's name, shown on each page. */
  readonly title: string;
  /** The absolute address the site will have. Feeds, the sitemap and canonical links need it and are left out without it. */
  readonly baseUrl?: string;
  readonly services: readonly SiteService[];
  /** Default: none; versions and commits are text. */
  readonly links?: SourceLinks;
  /** Pages of ids beside those of the rules about changes, which each site has. Default: none. */
  readonly rules?: readonly RulePage[];
  /** Texts of the team as pages, and what they lead to. Default: none. */
  readonly guides?: GuideSet;
}

/** One file of a site. `path` is relative, with `/` between its parts, and safe on any file system. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

/** A site as it is being made. */
export interface RenderedSite {
  /** The site's files, made as they are asked for. To be read once. */
  readonly pages: Iterable<SiteFile>;
  /** What was found; complete once `pages` has been read to its end. */
  readonly diagnostics: readonly Diagnostic[];
}
