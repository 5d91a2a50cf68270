import { SEVERITIES } from "@shapelog/diagnostics";
import { Option } from "commander";
import type { ValidateOptions } from "../commands/validate.js";
import { INPUTS_HELP } from "../inputs/input-help.js";
import { failOnOption, formatOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog validate`. */
export const addValidate: AddCommand = (program, terminal, done) => {
  subcommand(program, "validate", {
    description: "Check a model against Smithy's rules, with Smithy's event ids.",
    examples: [
      "validate",
      "validate model.smithy common.smithy",
      "validate models/s3 --severity danger --fail-on danger",
      "validate service-2.json --format sarif > validation.sarif",
    ],
  })
    .argument("[inputs...]", "the model; several are one model")
    .addOption(formatOption())
    .addOption(
      new Option("--severity <severity>", "the least severe events to show; all are counted")
        .choices([...SEVERITIES])
        .default("warning"),
    )
    .option("--show-suppressed", "show suppressed events too, with the reasons", false)
    .addOption(failOnOption())
    .addHelpText("after", `\n${INPUTS_HELP}`)
    .action(async (inputs: string[], options: ValidateOptions) => {
      const { validate } = await import("../commands/validate.js");
      done(await validate(terminal, inputs, options));
    });
};
