import type ts from "typescript";
import type { TypeScript } from "../program/typescript.js";

/** Texts that stand in place of files, by the paths that TypeScript has for them. Nothing is written. */
export type Overlay = ReadonlyMap<string, string>;

/** Files that several programs read, each parsed once. */
export type SharedSources = Map<string, ts.SourceFile | undefined>;

/** Returns a host that has an overlay's texts in place of files, and shares all other files with hosts of the same `shared`. */
export function createOverlayHost(
  ts: TypeScript,
  base: ts.CompilerHost,
  { overlay, shared }: { readonly overlay: Overlay; readonly shared: SharedSources },
): ts.CompilerHost {
  return {
    ...base,
    fileExists: (path) => overlay.has(path) || base.fileExists(path),
    readFile: (path) => overlay.get(path) ?? base.readFile(path),
    getSourceFile(path, options, onError) {
      const text = overlay.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, options, false);
      if (!shared.has(path)) shared.set(path, base.getSourceFile(path, options, onError));
      return shared.get(path);
    },
    writeFile: () => {},
  };
}
