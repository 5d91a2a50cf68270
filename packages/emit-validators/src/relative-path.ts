/** Returns how a module imports another; both are paths below the same folder, without extension. */
export function relativePath(from: string, to: string): string {
  const [folders, parts] = [from.split("/").slice(0, -1), to.split("/")];
  while (folders.length > 0 && folders[0] === parts[0]) {
    folders.shift();
    parts.shift();
  }
  return `${folders.length === 0 ? "./" : "../".repeat(folders.length)}${parts.join("/")}.js`;
}
