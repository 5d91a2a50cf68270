import { serviceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog build`. */
export const addBuild: AddCommand = (program, terminal, done) => {
  subcommand(program, "build", {
    description: "Make the packages of the configured services.",
    examples: [
      "build",
      "build --service cognito-identity-provider",
      "build --service cognito-identity-provider --at 2022-08-17 --out /tmp/before",
    ],
  })
    .addOption(serviceOption())
    .option("--at <date>", "build the model of this day, from the ledger (YYYY-MM-DD)")
    .option("--out <folder>", "write the package here instead of its configured folder")
    .action(async (options: { service?: string; at?: string; out?: string }) => {
      const { build } = await import("../commands/build.js");
      done(await build(terminal, options));
    });
};
