import type { CheckOptions } from "../commands/check.js";
import { failOnOption, formatOption, serviceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog check`. */
export const addCheck: AddCommand = (program, terminal, done) => {
  subcommand(program, "check", {
    description:
      "Check that models are valid, that ledgers, changelogs and generated files agree with them, and that releases are big enough.",
    examples: [
      "check",
      "check --verbose",
      "check --service cognito-identity-provider --format github",
      "check --format junit > shapelog.xml",
    ],
  })
    .addOption(serviceOption())
    .addOption(formatOption())
    .addOption(failOnOption())
    .option("--verbose", "list each generated file, and each of many warnings of one kind", false)
    .action(async (options: CheckOptions) => {
      const { check } = await import("../commands/check.js");
      done(await check(terminal, options));
    });
};
