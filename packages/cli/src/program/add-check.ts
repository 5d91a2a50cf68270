import type { Severity } from "@shapelog/diagnostics";
import type { DiagnosticFormat } from "../diagnostic-formats.js";
import { failOnOption, formatOption, serviceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog check`. */
export const addCheck: AddCommand = (program, terminal, done) => {
  subcommand(program, "check", {
    description:
      "Check that models are valid, that ledgers, changelogs and generated files agree with them, and that releases are big enough.",
    examples: ["check", "check --service cognito-identity-provider --format github"],
  })
    .addOption(serviceOption())
    .addOption(formatOption())
    .addOption(failOnOption())
    .action(async (options: { service?: string; format: DiagnosticFormat; failOn: Severity | "never" }) => {
      const { check } = await import("../commands/check.js");
      done(await check(terminal, options));
    });
};
