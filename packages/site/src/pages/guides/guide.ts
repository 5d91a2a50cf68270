/** A text of a team that is a page of its own: `/guides/{id}/`. */
export interface Guide {
  /** Parts of lower-case letters, digits and single hyphens, with `/` between them. */
  readonly id: string;
  /** Default: the text's first heading. */
  readonly title?: string;
  /** The heading under which it is listed. Groups stand in the order of their first guides. */
  readonly group: string;
  /** CommonMark with tables. HTML in it is left out. */
  readonly markdown: string;
  /** The file it was read from, with `/` between parts, to which links in it are relative. Default: none; such links lead nowhere. */
  readonly file?: string;
}

/** The guides of a site. */
export interface GuideSet {
  /** In the order in which they are read. */
  readonly guides: readonly Guide[];
  /**
   * Addresses of files that are no guides, by their paths: where they can be read on the web, or, of images, where they
   * are in the site (`/guides/images/…`). A path that leads to neither is reported. Default: none.
   */
  readonly targets?: ReadonlyMap<string, string>;
}

/** Returns the address of a guide's page. */
export function guideUrl(id: string): string {
  return `/guides/${id}/`;
}
