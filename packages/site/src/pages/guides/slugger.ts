/** Ids that a page has of its own. */
const OWN = new Set(["main", "search"]);

/** Gives headings their ids. */
export interface Slugger {
  /** Returns the id of the next heading. */
  readonly assign: (text: string) => string;
  /** The ids given so far, by what hosts of repositories make of the headings. */
  readonly anchors: ReadonlyMap<string, string>;
}

/**
 * Returns what gives headings their ids: as GitHub does, lower-case words with hyphens between them, and a number where
 * two are the same.
 */
export function createSlugger(): Slugger {
  const anchors = new Map<string, string>();
  const assign = (text: string): string => {
    const words = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    const plain = words === "" ? "section" : words;
    let slug = plain;
    for (let count = 1; anchors.has(slug); count++) slug = `${plain}-${count}`;
    const id = OWN.has(slug) ? `${slug}-section` : slug;
    anchors.set(slug, id);
    return id;
  };
  return { assign, anchors };
}
