import type { ApiPackage } from "../program/api-package.js";
import type { Overlay } from "./overlay-host.js";

/** One side's generated package, as far as it was emitted. */
export interface EmittedSide {
  /** Texts by path in the package: `src/enums.ts`. */
  readonly files: ReadonlyMap<string, string>;
  readonly operations: ReadonlySet<string>;
}

export interface EmittedSides {
  readonly before: EmittedSide;
  readonly after: EmittedSide;
}

/**
 * Returns what stands in place of a generated package's files on each side. Sources stand in place of declarations: these
 * are read for their types alone. What was not emitted stays as it is installed, but for files of operations that a side
 * does not have.
 */
export function overlayGenerated(
  { folder }: ApiPackage,
  paths: readonly string[],
  { before, after }: EmittedSides,
): { readonly before: Overlay; readonly after: Overlay } {
  const known = new Set([...before.operations, ...after.operations]);
  return {
    before: overlaySide(folder, paths, { side: before, known }),
    after: overlaySide(folder, paths, { side: after, known }),
  };
}

function overlaySide(
  folder: string,
  paths: readonly string[],
  { side, known }: { readonly side: EmittedSide; readonly known: ReadonlySet<string> },
): Overlay {
  const overlay = new Map<string, string>();
  const index = paths.find((path) => sourceOf(folder, path) === "src/index.ts");
  for (const path of paths) {
    const source = sourceOf(folder, path);
    const text = side.files.get(source);
    const operation = /([^/]+)\.ts$/.exec(source)?.[1] ?? "";
    if (text !== undefined) overlay.set(path, text);
    else if (known.has(operation) && !side.operations.has(operation)) overlay.set(path, "export {};\n");
  }
  // What a side has besides stands beside the others.
  const [, root = "", ending = ""] = /^(.*\/)index(\.[\w.]+)$/.exec(index ?? "") ?? [];
  if (root !== "")
    for (const [source, text] of side.files) {
      const path = `${root}${source.replace(/^src\//, "").replace(/\.ts$/, ending)}`;
      if (source.endsWith(".ts") && !overlay.has(path)) overlay.set(path, text);
    }
  return overlay;
}

/** Returns the source that a file was built from. */
function sourceOf(folder: string, path: string): string {
  const below = path.slice(folder.length + 1);
  return below.replace(/^[^/]+\//, "src/").replace(/(?:\.d)?\.[cm]?ts$/, ".ts");
}
