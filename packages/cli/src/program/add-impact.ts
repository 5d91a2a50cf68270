import { Option } from "commander";
import type { ImpactOptions } from "../commands/impact-options.js";
import { INPUT_HELP } from "../inputs/input-help.js";
import { serviceOption, splitNames } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

const IMPACT_HELP = `A place breaks where the compiler refuses it, is dead where it is never met by new data again, and changes silently where
it does something else from now on. Programs are compiled against both packages, in memory, with the TypeScript that is
installed for them, 5.0 to 6, else with the command's own. Errors that a program has anyway are counted apart.

Exit codes: 0 no place, 1 places, 2 wrong use or could not look.`;

/** Adds `shapelog impact`. */
export const addImpact: AddCommand = (program, terminal, done) => {
  subcommand(program, "impact", {
    description: "Say which lines of programs a change breaks, leaves dead or changes silently.",
    examples: [
      "impact",
      "impact ledger:cognito-identity-provider@2022-08-17 ledger:cognito-identity-provider@2022-08-18",
      "impact git:origin/main:models/events models/events --consumer apps/server/tsconfig.json",
      "impact old/service-2.json new/service-2.json --consumer . --format markdown",
    ],
  })
    .argument("[before]", "the model before (default: the last recorded one of each service)")
    .argument("[after]", "the model after (default: the service's model as it is now)")
    .addOption(serviceOption())
    .option(
      "--consumer <paths...>",
      "the programs, each a tsconfig.json or a folder (default: those that depend on the package)",
    )
    .option(
      "--package <names>",
      "the API's packages, comma-separated (default: the configuration's, and the AWS SDK's client)",
      splitNames,
    )
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["text", "json", "markdown", "sarif", "github"])
        .default("text"),
    )
    .addOption(
      new Option("--written-for <side>", "the side that the programs are written for")
        .choices(["auto", "before", "after"])
        .default("auto"),
    )
    .addOption(
      new Option("--color <when>", "colours, with --format text")
        .choices(["auto", "always", "never"])
        .default("auto"),
    )
    .addHelpText("after", `\n${INPUT_HELP}\n\n${IMPACT_HELP}`)
    .action(async (before: string | undefined, after: string | undefined, options: ImpactOptions) => {
      const { impact } = await import("../commands/impact.js");
      done(await impact(terminal, { before, after }, options));
    });
};
