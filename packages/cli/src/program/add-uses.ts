import { Option } from "commander";
import type { UsesOptions } from "../commands/uses.js";
import { splitNames } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog uses`. */
export const addUses: AddCommand = (program, terminal, done) => {
  subcommand(program, "uses", {
    description: "List what programs use of an API: operations, members, values, errors, with file and line.",
    examples: ["uses", "uses apps/*/tsconfig.json", "uses packages/server --format json", "uses scripts"],
  })
    .argument("[consumers...]", "each a tsconfig.json, or a folder (default: the current one)")
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["text", "json", "markdown"])
        .default("text"),
    )
    .option("--package <names>", "these packages alone, comma-separated (default: all of APIs)", splitNames)
    .addHelpText(
      "after",
      `
Generated packages and clients of the AWS SDK for JavaScript (@aws-sdk/client-*) are looked for. Programs are read with the
TypeScript that is installed for them, 5.0 to 6, else with the command's own. Nothing is written, and nothing of theirs is run.`,
    )
    .action(async (consumers: string[], options: UsesOptions) => {
      const { uses } = await import("../commands/uses.js");
      done(await uses(terminal, consumers, options));
    });
};
