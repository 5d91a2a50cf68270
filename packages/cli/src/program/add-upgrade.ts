import { Option } from "commander";
import type { UpgradeOptions } from "../upgrade/upgrade-options.js";
import { failOnOption, operationsOption, trafficOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

/** Adds `shapelog upgrade`. */
export const addUpgrade: AddCommand = (program, terminal, done) => {
  subcommand(program, "upgrade", {
    description: "Say what a dependency's new version changes in the APIs that it is a client of.",
    examples: [
      "upgrade botocore 1.27.54..1.27.55 --history history",
      "upgrade botocore 1.27.54..1.27.55 --history history --service cognito-idp --format markdown",
      "upgrade @aws-sdk/client-cognito-identity-provider 3.145..3.154 --history history --dates dates.json",
      "upgrade --lock package-lock.json --before origin/main --history history --online",
      "upgrade --lock poetry.lock --before HEAD~1 --history history --operations ListUsers,SignUp",
      "upgrade botocore 1.27.54..1.27.55 --history history --traffic events.jsonl --operations used",
      "upgrade --lock package-lock.json --history history --dates dates.json --consumer .",
      "upgrade --lock package-lock.json --history history --dates dates.json --consumer . --fix --write",
      "upgrade cognito-identity-provider 2022-08-17..2022-08-18",
    ],
  })
    .argument(
      "[name]",
      "a package or a service: @aws-sdk/client-s3, botocore, s3 (default: all of the lock file)",
    )
    .argument("[range]", "FROM..TO: two versions, or two days (default: what the lock file says)")
    .option("--history <folder>", "what shapelog history wrote (default: the configuration's ledgers)")
    .option("--service <names>", "these services of the record alone, with commas between them")
    .option(
      "--lock <file>",
      "take the versions from a lock file: of npm, pnpm, Yarn, Poetry, uv, PDM, Pipenv, or requirements.txt",
    )
    .option("--before <ref>", "with --lock: the commit that has the versions before (default: HEAD)")
    .option(
      "--after <ref>",
      "with --lock: the commit that has the versions after (default: the file as it is)",
    )
    .option(
      "--dates <date>",
      "release dates: a file that npm view NAME time --json printed, or VERSION=YYYY-MM-DD; may be given more than once",
      collect,
      [],
    )
    .option("--online", "let npm ask its registry for release dates", false)
    .option("--policy <policy>", "default, strict, smithy, or a file (default: the configuration's policy)")
    .option(
      "--consumer <paths...>",
      "say which lines of these programs it breaks, leaves dead or changes: each a tsconfig.json or a folder",
    )
    .option("--fix", "with --consumer: show edits that are safe, as a diff", false)
    .option("--write", "with --fix: make the edits", false)
    .option("--force", "with --write: also in files with changes that are not committed", false)
    .addOption(operationsOption())
    .addOption(trafficOption())
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["text", "markdown", "json"])
        .default("text"),
    )
    .addOption(failOnOption())
    .action(async (name: string | undefined, range: string | undefined, options: UpgradeOptions) => {
      const { upgrade } = await import("../commands/upgrade.js");
      done(await upgrade(terminal, { name, range }, options));
    });
};

function collect(value: string, values: readonly string[]): string[] {
  return [...values, value];
}
