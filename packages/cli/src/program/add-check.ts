import { Option } from "commander";
import type { CheckOptions } from "../commands/check.js";
import { cliDiagnostics } from "../diagnostics.js";
import { failOnOption, formatOption, serviceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

interface CheckFlags extends CheckOptions {
  readonly page?: string;
  readonly history?: string;
  readonly date?: string;
}

/** Adds `shapelog check`. */
export const addCheck: AddCommand = (program, terminal, done) => {
  subcommand(program, "check", {
    description:
      "Check that models are valid, that ledgers, changelogs and generated files agree with them, and that releases are big enough; or what a published page about changes omits.",
    examples: [
      "check",
      "check --verbose",
      "check --service cognito-identity-provider --format github",
      "check --page saved-page.html",
      "check --page CHANGELOG.md --service cognito-identity-provider --date 2022-08-18",
      "check --page saved-page.txt --history history",
      "check --format junit > shapelog.xml",
    ],
  })
    .addOption(serviceOption())
    .addOption(formatOption())
    .addOption(failOnOption())
    .option("--verbose", "list each generated file, and each of many warnings of one kind", false)
    .option(
      "--page <file>",
      "hold a page about changes against the record instead: awsapichanges.com's (HTML or text) or a changelog; - for the standard input",
    )
    .addOption(
      new Option(
        "--history <folder>",
        "with --page: what shapelog history wrote (default: the configuration's ledgers)",
      ),
    )
    .addOption(
      new Option("--date <date>", "with --page: the day of the revision (YYYY-MM-DD; default: the page's)"),
    )
    .action(async ({ page, history, date, ...options }: CheckFlags) => {
      if (page !== undefined) {
        const { checkPageCommand } = await import("../commands/check-page.js");
        const given = {
          ...(history === undefined ? {} : { history }),
          ...(date === undefined ? {} : { date }),
        };
        done(await checkPageCommand(terminal, { ...options, page, ...given }));
        return;
      }
      const [option] = [
        ...(history === undefined ? [] : ["--history"]),
        ...(date === undefined ? [] : ["--date"]),
      ];
      if (option !== undefined) {
        const { refuse } = await import("../commands/context.js");
        const reason = "it goes with --page";
        done(refuse(terminal, [cliDiagnostics.create("bad-option", undefined, { option, reason })]));
        return;
      }
      const { check } = await import("../commands/check.js");
      done(await check(terminal, options));
    });
};
