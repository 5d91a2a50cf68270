/** What pages lead to, gathered page by page so that no page has to be kept. */
export interface Crawl {
  readonly add: (path: string, html: string) => void;
  /** Returns the links that lead to no page, or to no anchor of it; each with the page it stands on. */
  readonly findBroken: () => string[];
}

/** Links go by their target, with the first page that has them. */
export function createCrawl(): Crawl {
  const anchors = new Map<string, ReadonlySet<string>>();
  const links = new Map<string, string>();
  return {
    add(path, html) {
      anchors.set(path, new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id)));
      for (const [, href = ""] of html.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
        const url = new URL(href.replaceAll("&amp;", "&"), `http://site/${path}`);
        const file = decodeURIComponent(url.pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
        const target = `${file}#${decodeURIComponent(url.hash.slice(1))}`;
        if (url.origin === "http://site" && !links.has(target)) links.set(target, path);
      }
    },
    findBroken() {
      return [...links].flatMap(([target, from]) => {
        const [file = "", id = ""] = target.split(/#(.*)/s, 2);
        if (!/\.html$/.test(file)) return [];
        const found = anchors.get(file);
        return found && (id === "" || found.has(id)) ? [] : [`${from}: ${target}`];
      });
    },
  };
}
