import { Option } from "commander";
import type { GitDiffOptions } from "../commands/git-diff.js";
import { type AddCommand, subcommand } from "./subcommand.js";

const GIT_DIFF_HELP = `Have git show what an edit of a model means:
  echo 'models/**/*.smithy diff=shapelog' >> .gitattributes
  git config diff.shapelog.command 'npx shapelog git-diff'

git diff runs it from then on; git log -p and git show do with --ext-diff. --no-ext-diff shows the lines alone.
The lines follow what they mean with: git config diff.shapelog.command 'npx shapelog git-diff --patch'`;

/** Adds `shapelog git-diff`. */
export const addGitDiff: AddCommand = (program, terminal, done) => {
  subcommand(program, "git-diff", {
    description: "Show what an edit of a model means, for git to run (an external diff driver).",
    examples: ["git-diff --patch models/events.smithy old.smithy 0123456 100644 new.smithy 89abcde 100644"],
  })
    .argument("<parameters...>", "what git gives: the path, and file, id and mode of both sides")
    // A path that git names may begin with a hyphen.
    .allowUnknownOption()
    .option("--patch", "print the lines that differ, too", false)
    .addOption(
      new Option("--color <when>", "colours: auto has them on a terminal and in git's pager")
        .choices(["auto", "always", "never"])
        .default("auto"),
    )
    .addHelpText("after", `\n${GIT_DIFF_HELP}`)
    .action(async (_: string[], options: GitDiffOptions, command: { readonly args: readonly string[] }) => {
      const { gitDiff } = await import("../commands/git-diff.js");
      done(await gitDiff(terminal, command.args, options));
    });
};
