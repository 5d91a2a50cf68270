/** Returns the address to write in a page for a page of the site, given as a path from the site's root. */
export type Link = (url: string) => string;

/** Returns a link from one page of the site to others, relative, so that a site works under any prefix. */
export function relativeLink(from: string): Link {
  const folders = from.slice(0, from.lastIndexOf("/") + 1);
  const start = folders.split("/").slice(1, -1);
  return (url) => {
    const hash = url.indexOf("#");
    const path = hash === -1 ? url : url.slice(0, hash);
    const fragment = hash === -1 ? "" : url.slice(hash);
    if (path === from && fragment !== "") return fragment;
    const target = path.split("/").slice(1);
    const file = target.pop() ?? "";
    let common = 0;
    while (common < start.length && common < target.length && start[common] === target[common]) common++;
    const up = "../".repeat(start.length - common);
    const down = target
      .slice(common)
      .map((part) => `${part}/`)
      .join("");
    return `${up}${down}${file}${fragment}` === fragment ? `./${fragment}` : `${up}${down}${file}${fragment}`;
  };
}

/** Returns a link made of the site's base address, for feeds and for pages whose own address is not known. */
export function absoluteLink(base: string): Link {
  return (url) => `${base}${url.slice(1)}`;
}
