import { Option } from "commander";
import { ACCESS, type InitOptions, PACKAGE_MANAGERS } from "../init/answers.js";
import { splitNames } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

const INIT_HELP = `On a terminal what no option says is asked for; elsewhere, and with --yes, it is what is usual. Nothing that is there is
replaced: package.json, pnpm-workspace.yaml, .gitignore and shapelog.config.json are added to. Run again, it adds what is
lacking, or with --service another service.`;

/** Adds `shapelog init`. */
export const addInit: AddCommand = (program, terminal, done) => {
  subcommand(program, "init", {
    description: "Set a repository up: configuration, first model, changesets, a job of CI.",
    examples: [
      "init",
      "init --service events --package @example/events --access public",
      "init --model models/events.smithy --no-package",
      "init --from service-2.json --operations ListUsers,GetUser --package @example/users",
      "init --yes --hook --dry-run",
    ],
  })
    .option("--service <name>", "what the service is called (default: as its model, or the folder)")
    .addOption(
      new Option(
        "--model <path>",
        "the model, which is there: a file or a folder in the repository",
      ).conflicts("from"),
    )
    .option("--from <source>", "copy a vendor's model: a file, a folder, or git:REVISION:PATH")
    .option("--operations <names>", "with --from: comma-separated operation names (default: all)", splitNames)
    .option("--package <name>", "what its package is called on npm")
    .option("--no-package", "make no package: diff, ledger and pages alone")
    .option("--folder <path>", "the package's folder (default: packages/ and the service's name)")
    .addOption(
      new Option("--access <who>", "who may install it (default: as npm has it)").choices([...ACCESS]),
    )
    .addOption(
      new Option("--package-manager <name>", "default: by packageManager and lock files").choices([
        ...PACKAGE_MANAGERS,
      ]),
    )
    .option("--ci", "write a job for GitHub Actions (default: where no other system's file is there)")
    .option("--no-ci", "write none")
    .option("--hook", "write a hook that runs shapelog check before each commit")
    .option("--no-hook", "write none (default)")
    .option("-y, --yes", "ask nothing")
    .option("--dry-run", "say what would be written, and write nothing")
    .addHelpText("after", `\n${INIT_HELP}`)
    .action(async (options: InitOptions) => {
      const { init } = await import("../commands/init.js");
      done(await init(terminal, options, program.version() ?? ""));
    });
};
