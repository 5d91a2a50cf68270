import { Option } from "commander";
import type { CheckOptions } from "../check/check-run.js";
import { cliDiagnostics } from "../diagnostics.js";
import { failOnOption, formatOption, serviceOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

interface CheckFlags extends CheckOptions {
  readonly page?: string | undefined;
  readonly history?: string | undefined;
  readonly date?: string | undefined;
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
      "check --impact",
      "check --impact --consumer apps/server/tsconfig.json --format github",
    ],
  })
    .addOption(serviceOption())
    .addOption(formatOption())
    .addOption(failOnOption())
    .option("--verbose", "list each generated file, and each of many warnings of one kind", false)
    .option(
      "--impact",
      "compile the programs that use the packages, where the model is not as it was released last",
      false,
    )
    .option(
      "--consumer <paths...>",
      "with --impact: the programs, each a tsconfig.json or a folder (default: the configuration's, or those that depend on the package)",
    )
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
      const misuse = findMisuse({ page, history, date, ...options });
      if (misuse) {
        const { refuse } = await import("../commands/context.js");
        done(refuse(terminal, [cliDiagnostics.create("bad-option", undefined, misuse)]));
        return;
      }
      if (page !== undefined) {
        const { checkPageCommand } = await import("../commands/check-page.js");
        const given = {
          ...(history === undefined ? {} : { history }),
          ...(date === undefined ? {} : { date }),
        };
        done(await checkPageCommand(terminal, { ...options, page, ...given }));
        return;
      }
      const { check } = await import("../commands/check.js");
      done(await check(terminal, options));
    });
};

/** Returns an option that says nothing beside the others, and why. */
function findMisuse({ page, history, date, impact, consumer }: CheckFlags) {
  if (page === undefined) {
    if (history !== undefined) return { option: "--history", reason: "it goes with --page" };
    if (date !== undefined) return { option: "--date", reason: "it goes with --page" };
  } else if (impact) return { option: "--impact", reason: "a page is held against the record, not programs" };
  if (consumer !== undefined && !impact) return { option: "--consumer", reason: "it goes with --impact" };
  return undefined;
}
