import { realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

/** What an address stands for: a file, the same address with a slash at its end, or nothing. */
export type FoundFile =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "none" };

const NONE: FoundFile = { kind: "none" };

/**
 * Finds what a request's target (`/path?query`) stands for in a folder: a file, or the `index.html` of a folder. Hidden
 * names, `..`, and links that lead out of the folder stand for nothing.
 */
export async function findSiteFile(folder: string, target: string): Promise<FoundFile> {
  const [, written = "", query = ""] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? [];
  const parts = readParts(written);
  if (parts === undefined) return NONE;
  const isFolder = written.endsWith("/");
  const path = await findInside(folder, join(folder, ...parts));
  const kind = path === undefined ? "none" : await findKind(path);
  if (path === undefined || kind === "none") return NONE;
  if (kind === "file") return isFolder ? NONE : { kind: "file", path };
  const index = await findInside(folder, join(path, "index.html"));
  if (index === undefined || (await findKind(index)) !== "file") return NONE;
  if (isFolder) return { kind: "file", path: index };
  return { kind: "redirect", location: `/${parts.map(encodeURIComponent).join("/")}/${query}` };
}

/** Returns the names of a path, decoded; `undefined` for a path that no page of a site has. */
function readParts(written: string): readonly string[] | undefined {
  const path = decode(written);
  if (!path?.startsWith("/") || /[\0\\]/.test(path)) return undefined;
  const parts = path.slice(1).split("/");
  if (parts.at(-1) === "") parts.pop();
  return parts.some((part) => part === "" || part.startsWith(".")) ? undefined : parts;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Returns where a path really is, if that is in the folder. */
async function findInside(folder: string, path: string): Promise<string | undefined> {
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(path)]);
    return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep) ? real : undefined;
  } catch {
    return undefined;
  }
}

async function findKind(path: string): Promise<"file" | "folder" | "none"> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return "file";
  return found?.isDirectory() ? "folder" : "none";
}
