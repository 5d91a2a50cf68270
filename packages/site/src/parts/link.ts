/** Returns the address to write in a page for a page of the site, given as a path from the site's root. */
export type Link = (url: string) => string;

/** Returns a link from one page of the site to others, relative, so that a site works under any prefix. */
export function relativeLink(from: string): Link {
  const folders = from.slice(0, from.lastIndexOf("/") + 1);
  return (url) => {
    const hash = url.indexOf("#");
    const path = hash === -1 ? url : url.slice(0, hash);
    const fragment = hash === -1 ? "" : url.slice(hash);
    if (path === from && fragment !== "") return fragment;
    const common = sharedFolder(folders, path);
    const address = `${"../".repeat(countSlashes(folders, common))}${path.slice(common)}`;
    return `${address === "" ? "./" : address}${fragment}`;
  };
}

/** Returns the length of the folder that two paths begin with. */
function sharedFolder(folders: string, path: string): number {
  let common = 0;
  for (let at = 0; at < folders.length && folders[at] === path[at]; at++)
    if (folders[at] === "/") common = at + 1;
  return common;
}

function countSlashes(text: string, from: number): number {
  let count = 0;
  for (let at = from; at < text.length; at++) if (text[at] === "/") count++;
  return count;
}

/** Returns a link made of the site's base address, for feeds and for pages whose own address is not known. */
export function absoluteLink(base: string): Link {
  return (url) => `${base}${url.slice(1)}`;
}
