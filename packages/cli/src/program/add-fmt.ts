import { InvalidArgumentError } from "commander";
import type { FmtOptions } from "../commands/fmt.js";
import { failOnOption, formatOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

const PATHS_HELP = `A path is a file that ends in .smithy, a folder with all such files below it, or - for standard input, which is
printed. Files with syntax errors, and links in folders, are left as they are.`;

/** Adds `shapelog fmt`. */
export const addFmt: AddCommand = (program, terminal, done) => {
  subcommand(program, "fmt", {
    description: "Put Smithy IDL files into canonical form.",
    examples: ["fmt", "fmt models/s3/model.smithy", "fmt --check models", "fmt --stdin < model.smithy"],
  })
    .argument("[paths...]", "what to format (default: the current folder)")
    .option(
      "--check",
      "change nothing; list the files that are not formatted, and exit 1 where there are any",
      false,
    )
    .option("--stdin", "format the standard input and print it, as - does", false)
    .addOption(formatOption())
    .addOption(failOnOption())
    .addHelpText("after", `\n${PATHS_HELP}`)
    .action(async (paths: string[], { stdin, ...options }: FmtOptions & { readonly stdin: boolean }) => {
      if (stdin && paths.length > 0) throw new InvalidArgumentError("--stdin takes no paths.");
      const { fmt } = await import("../commands/fmt.js");
      done(await fmt(terminal, stdin ? ["-"] : paths, options));
    });
};
