import type { Diagnostic, RulePage } from "@shapelog/diagnostics";
import type { BumpScope } from "@shapelog/diff";
import type { Ledger } from "@shapelog/ledger";
import type { Model } from "@shapelog/model";
import type { GuideSet } from "./pages/guides/guide.js";

/** One service of a site: its model as it is, and the record of how it became so. */
export interface SiteService {
  /** The service's part of addresses: lower-case letters, digits and single hyphens, a letter first. */
  readonly id: string;
  /** Default: what the ledger ends with. */
  readonly model?: Model;
  readonly ledger: Ledger;
  /** The generated package that samples import. Without it pages have no sample. */
  readonly packageName?: string;
  /** Default: the service's `@title`, else its name. */
  readonly title?: string;
  /** Ids that the service had before. They lead to it in searches, and their addresses do. Default: none. */
  readonly formerIds?: readonly string[];
  /** What the releases of the package follow. Default: `all`. */
  readonly bump?: BumpScope;
}

/**
 * How pages are given to machines: as Markdown and JSON beside each page, or packed as JSON lines, some files for each
 * service with an index, which takes a third of the files.
 */
export type Twins = "beside" | "packed";

/** An address of another site, and the change that it told of. */
export interface OldAddress {
  /** A path from the host's root, such as `/archive/changes/1a2b3c-ec2.html`. */
  readonly from: string;
  /** The service's id, or one that it had before. */
  readonly service: string;
  /** `YYYY-MM-DD`. Without it, or where there is no change of that day, the address leads to the service's changes. */
  readonly date?: string;
  /** The release, which tells several changes of a day apart. */
  readonly version?: string;
}

/**
 * Where versions and commits of sources can be read: addresses with `{version}` or `{commit}` in them, which are
 * replaced by what a revision names.
 */
export interface SourceLinks {
  readonly version?: string;
  readonly commit?: string;
}

/** What holds for all pages of a site. */
export interface SiteAbout {
  /** The site's name, shown on each page. */
  readonly title: string;
  /** The absolute address the site will have. Feeds, the sitemap and canonical links need it and are left out without it. */
  readonly baseUrl?: string;
  /** Default: none; versions and commits are text. */
  readonly links?: SourceLinks;
  /** Default: `beside`. */
  readonly twins?: Twins;
}

/** What a site is made of. */
export interface SiteOptions extends SiteAbout {
  readonly services: readonly SiteService[];
  /** Pages of ids beside those of the rules about changes, which each site has. Default: none. */
  readonly rules?: readonly RulePage[];
  /** Addresses of a site before this one. Default: none. */
  readonly redirects?: readonly OldAddress[];
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
