/** @import { CompileError } from "../apps/copy-apps.mjs" */

/**
 * Returns lines that do not compile, by app and file, each with its number.
 * @param {readonly CompileError[]} errors
 */
export function printBroken(errors) {
  /** @type {Map<string, CompileError[]>} */
  const files = new Map();
  for (const error of errors) {
    const path = `apps/${error.app}/${error.file}`;
    files.set(path, [...(files.get(path) ?? []), error]);
  }
  return [...files]
    .map(([path, found]) =>
      [path, ...found.map(({ line, code }) => `${String(line).padStart(6)}  ${code}`)].join("\n"),
    )
    .join("\n");
}
