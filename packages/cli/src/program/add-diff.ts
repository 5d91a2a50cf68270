import { Option } from "commander";
import type { DiffOptions } from "../commands/diff-options.js";
import { DIFF_HELP, DIFF_VIEWS } from "../diff-views.js";
import { INPUT_HELP } from "../inputs/input-help.js";
import { failOnOption, operationsOption, serviceOption, trafficOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog diff`. */
export const addDiff: AddCommand = (program, terminal, done) => {
  subcommand(program, "diff", {
    description: "Say what changed between two models, whom it breaks and what to do.",
    examples: [
      "diff",
      "diff ledger:cognito-identity-provider@1.2.0",
      "diff git:origin/main:models/cognito-identity-provider",
      "diff git:HEAD~1:models/cognito-identity-provider/model.smithy models/cognito-identity-provider",
      "diff ledger:cognito-identity-provider@2022-08-17 ledger:cognito-identity-provider@2022-08-18",
      "diff old/service-2.json new/service-2.json --format json",
      "diff old.json new.json --witness",
      "diff --ids",
      "diff old.json new.json --traffic cloudtrail.json.gz --operations used",
      "diff old.json new.json --view github --policy strict --operations GetObject,PutObject",
    ],
  })
    .argument("[before]", "the model before (default: the last recorded one of each service)")
    .argument("[after]", "the model after (default: the service's model as it is now)")
    .addOption(serviceOption())
    .addOption(
      new Option("--view <view>", "what to print (default: text, or json with --format json)").choices([
        ...DIFF_VIEWS,
      ]),
    )
    .addOption(
      new Option("--format <format>", "text or JSON, for --view aws and --view smithy").choices([
        "text",
        "json",
      ]),
    )
    .addOption(failOnOption())
    .option("--policy <policy>", "default, strict, smithy, or a file (default: the configuration's policy)")
    .addOption(operationsOption())
    .addOption(trafficOption())
    .option("--all", "print every safe change and notice in full, with --view text", false)
    .option("--ids", "print the id of each finding, by which it is accepted, with --view text")
    .option(
      "--witness",
      "show each finding that is Breaking or to be checked, and lower what nothing shows",
      false,
    )
    .option("--force", "compare models of two different services", false)
    .addOption(
      new Option("--color <when>", "colours, with --view text")
        .choices(["auto", "always", "never"])
        .default("auto"),
    )
    .option("--title <title>", "the service's name, for --view aws")
    .option("--date <date>", "the day of the change, for --view aws (YYYY-MM-DD)")
    .option("--note <text>", "what the change is about, for --view aws")
    .addHelpText("after", `\n${INPUT_HELP}\n\n${DIFF_HELP}`)
    .action(async (before: string | undefined, after: string | undefined, options: DiffOptions) => {
      const { diff } = await import("../commands/diff.js");
      done(await diff(terminal, { before, after }, options));
    });
};
