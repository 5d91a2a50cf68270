import { isAbsolute, relative, resolve } from "node:path";
import { parseGitInput } from "../git/git-address.js";

/** Returns an input whose paths start at one folder as one whose paths start at another. */
export function placeInput(
  input: string,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const place = (path: string) =>
    isAbsolute(path) ? path : relative(to, resolve(from, path)).replaceAll("\\", "/") || ".";
  const placeFolder = (path: string) => {
    const placed = place(path);
    return isAbsolute(placed) || /^\.\.?(?:\/|$)/.test(placed) ? placed : `./${placed}`;
  };
  if (input === "-" || /^(?:npm|ledger):/.test(input)) return input;
  if (!input.startsWith("git:")) return place(input);
  const address = parseGitInput(input);
  if (!address) return input;
  const { folder, ref, path } = address;
  if (folder !== undefined) return `git:${placeFolder(folder)}#${ref}:${path}`;
  return /^\.\.?(?:\/|$)/.test(path) && from !== to ? `git:${placeFolder(".")}#${ref}:${path}` : input;
}
