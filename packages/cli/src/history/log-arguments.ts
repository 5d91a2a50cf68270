import { LOG_FORMAT } from "@shapelog/history";

/** How a log tells of files that moved: by looking into them, or as a removal and a new file. */
export type Moves = "found" | "not-looked-for";

/**
 * Returns the arguments of the `git` that prints what `parseLog` reads: the changes of models and notes in a range of
 * commits, oldest first. The first parents are the line that users see; a merge counts as one commit.
 */
export function logArguments(range: string, moves: Moves = "found"): string[] {
  const settings = ["core.quotePath=false", "diff.renameLimit=5000"];
  const walk = ["-z", "--reverse", "--first-parent", "-m", "--raw", "--no-abbrev"];
  const renames = moves === "found" ? "--find-renames=60%" : "--no-renames";
  return [
    ...settings.flatMap((setting) => ["-c", setting]),
    ...["log", ...walk, renames, `--format=${LOG_FORMAT}`],
    ...["--end-of-options", range, "--", "*.json", "*/model.smithy"],
  ];
}
