/** A side of a file that git shows the difference of. */
export interface DriverSide {
  /** From the top of the repository. */
  readonly path: string;
  /** Where its content can be read: the working file or a temporary one; `/dev/null` where the side has no such file. */
  readonly file: string;
  /** The object's id; zeros where git has not made one of the working file, `.` where the side has no such file. */
  readonly hex: string;
  /** The mode in octal digits; `.` where the side has no such file. */
  readonly mode: string;
}

/** What git asks a diff driver to show (git(1), `GIT_EXTERNAL_DIFF`). */
export type DriverCall =
  | { readonly kind: "unmerged"; readonly path: string }
  | {
      readonly kind: "changed";
      readonly before: DriverSide;
      readonly after: DriverSide;
      /** What git says of a rename or copy, in its own words: a line each. */
      readonly moved: readonly string[];
    };

/**
 * Returns what git asks for by its parameters: the path alone of a file that is not merged; else the path, and file, hex and
 * mode of both sides; and after a rename or copy the new path and what git says of it. Nothing for another number of them.
 */
export function readDriverCall(parameters: readonly string[]): DriverCall | undefined {
  const [path, oldFile, oldHex, oldMode, newFile, newHex, newMode, newPath, moved] = parameters;
  if (path === undefined) return undefined;
  if (parameters.length === 1) return { kind: "unmerged", path };
  if (parameters.length !== 7 && parameters.length !== 9) return undefined;
  const sideOf = (name: string, file = "", hex = "", mode = ""): DriverSide => ({
    path: name,
    file,
    hex,
    mode,
  });
  return {
    kind: "changed",
    before: sideOf(path, oldFile, oldHex, oldMode),
    after: sideOf(newPath ?? path, newFile, newHex, newMode),
    moved: (moved ?? "").split("\n").filter((line) => line !== "" && !line.startsWith("index ")),
  };
}

/** Returns whether a side has no such file: it was added, or is gone. */
export function isNowhere({ file, mode }: DriverSide): boolean {
  return mode === "." || file === "/dev/null" || file === "nul";
}
