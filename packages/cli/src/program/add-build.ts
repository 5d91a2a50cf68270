import type { BuildOptions } from "../commands/build.js";
import { replaceOption, serviceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

const BUILD_HELP = `A package's folder keeps a list of what was written there, .shapelog-files, which belongs into version control. Only
files of that list that nobody has changed since are replaced and removed; all others stay.`;

/** Adds `shapelog build`. */
export const addBuild: AddCommand = (program, terminal, done) => {
  subcommand(program, "build", {
    description: "Make the packages of the configured services.",
    examples: [
      "build",
      "build --service cognito-identity-provider",
      "build --watch",
      "build --service cognito-identity-provider --at 2022-08-17 --out /tmp/before",
    ],
  })
    .addOption(serviceOption())
    .option("--at <date>", "build the model of this day, from the ledger (YYYY-MM-DD)")
    .option("--out <folder>", "write the package here instead of its configured folder")
    .addOption(replaceOption())
    .option("--watch", "build again when a model, a ledger or the configuration changes, until Ctrl+C", false)
    .option("--verbose", "tell of each of many warnings of one kind", false)
    .addHelpText("after", `\n${BUILD_HELP}`)
    .action(async (options: BuildOptions) => {
      const { build } = await import("../commands/build.js");
      done(await build(terminal, options));
    });
};
