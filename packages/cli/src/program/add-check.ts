import type { Severity } from "@shapelog/diagnostics";
import { Option } from "commander";
import { DIAGNOSTIC_FORMATS, type DiagnosticFormat } from "../diagnostic-formats.js";
import { failOnOption, serviceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog check`. */
export const addCheck: AddCommand = (program, terminal, done) => {
  subcommand(program, "check", "Check that models, ledgers, changelogs and generated files agree.", [
    "check",
    "check --service cognito-identity-provider --format github",
  ])
    .addOption(serviceOption())
    .addOption(
      new Option("--format <format>", "how to print what is found")
        .choices([...DIAGNOSTIC_FORMATS])
        .default("text"),
    )
    .addOption(failOnOption())
    .action(async (options: { service?: string; format: DiagnosticFormat; failOn: Severity | "never" }) => {
      const { check } = await import("../commands/check.js");
      done(await check(terminal, options));
    });
};
