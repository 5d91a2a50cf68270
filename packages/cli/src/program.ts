import { SEVERITIES, type Severity } from "@shapelog/diagnostics";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { DiffOptions } from "./commands/diff.js";
import { DIAGNOSTIC_FORMATS, type DiagnosticFormat } from "./diagnostic-formats.js";
import { DIFF_HELP, DIFF_VIEWS } from "./diff-views.js";
import { INPUT_HELP } from "./inputs/input-help.js";
import { EXIT, type ExitCode, type Terminal } from "./terminal.js";

const EXIT_HELP = `
Exit codes: 0 nothing found at or above --fail-on, 1 findings, 2 wrong use, 3 our bug.`;

/** Runs the command with its arguments (without `node` and the script) and returns its exit code. */
export async function run(args: readonly string[], terminal: Terminal, version: string): Promise<ExitCode> {
  let exit: ExitCode = EXIT.ok;
  const done = (code: ExitCode) => {
    exit = code;
  };
  const program = createProgram(terminal, version, done);
  try {
    await program.parseAsync([...args], { from: "user" });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    throw error;
  }
}

type Done = (code: ExitCode) => void;

function createProgram(terminal: Terminal, version: string, done: Done): Command {
  const program = new Command("shapelog")
    .description("Keeps an API's model, everything made from it, and the record of how it changed, in step.")
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("Run with --help for the options and examples.")
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) })
    .addHelpText("after", EXIT_HELP);
  addCheck(program, terminal, done);
  addBuild(program, terminal, done);
  addDiff(program, terminal, done);
  addRecord(program, terminal, done);
  addImport(program, terminal, done);
  addHistory(program, terminal, done);
  addAst(program, terminal, done);
  return program;
}

/** Returns a new subcommand; `copyInheritedSettings` gives it the program's output and exit behaviour. */
function subcommand(
  program: Command,
  usage: string,
  description: string,
  examples: readonly string[],
): Command {
  const list = examples.map((example) => `  $ shapelog ${example}`).join("\n");
  return program.command(usage).description(description).addHelpText("after", `\nExamples:\n${list}`);
}

function failOnOption(): Option {
  return new Option("--fail-on <severity>", "exit 1 at findings this severe")
    .choices([...SEVERITIES, "never"])
    .default("error");
}

function serviceOption(): Option {
  return new Option("--service <name>", "work on this service of shapelog.config.json alone");
}

function addCheck(program: Command, terminal: Terminal, done: Done): void {
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
      const { check } = await import("./commands/check.js");
      done(await check(terminal, options));
    });
}

function addBuild(program: Command, terminal: Terminal, done: Done): void {
  subcommand(program, "build", "Make the packages of the configured services.", [
    "build",
    "build --service cognito-identity-provider",
    "build --service cognito-identity-provider --at 2022-08-17 --out /tmp/before",
  ])
    .addOption(serviceOption())
    .option("--at <date>", "build the model of this day, from the ledger (YYYY-MM-DD)")
    .option("--out <folder>", "write the package here instead of its configured folder")
    .action(async (options: { service?: string; at?: string; out?: string }) => {
      const { build } = await import("./commands/build.js");
      done(await build(terminal, options));
    });
}

function addDiff(program: Command, terminal: Terminal, done: Done): void {
  subcommand(program, "diff", "Say what changed between two models, whom it breaks and what to do.", [
    "diff git:HEAD~1:models/cognito-identity-provider/model.json models/cognito-identity-provider",
    "diff ledger:cognito-identity-provider@2022-08-17 ledger:cognito-identity-provider@2022-08-18",
    "diff old/service-2.json new/service-2.json --format json",
    "diff old.json new.json --view github --policy strict --operations GetObject,PutObject",
  ])
    .argument("<before>", "the model before")
    .argument("<after>", "the model after")
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
    .option(
      "--operations <names>",
      "your operations, comma-separated; the others are shown, not counted",
      splitNames,
    )
    .option("--all", "print every safe change and notice in full, with --view text", false)
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
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diff } = await import("./commands/diff.js");
      done(await diff(terminal, before, after, options));
    });
}

interface RecordFlags {
  readonly service?: string;
  readonly date?: string;
  readonly note?: string;
  readonly source?: string;
  readonly sourceVersion?: string;
  readonly sourceCommit?: string;
  readonly changeset: boolean;
  readonly changesetOnly?: boolean;
}

function addRecord(program: Command, terminal: Terminal, done: Done): void {
  subcommand(program, "record", "Append a model edit to the ledger and write its changeset.", [
    'record --service cognito-identity-provider --note "AuthEventType has RiskScore."',
    "record --date 2026-06-01 --source botocore --source-version 1.43.19 --source-commit ffc371cd8",
    "record --changeset-only",
  ])
    .addOption(serviceOption())
    .option("--date <date>", "the day of the change, YYYY-MM-DD (default: today)")
    .option("--note <text>", "what the change is about, as Markdown")
    .option("--source <name>", "where the model came from, such as botocore")
    .option("--source-version <version>", "the release it came in")
    .option("--source-commit <commit>", "the commit it came in")
    .option("--no-changeset", "write the ledger entry alone")
    .option("--changeset-only", "record nothing; put changesets and facts blocks right")
    .action(async (flags: RecordFlags) => {
      const { record } = await import("./commands/record.js");
      done(await record(terminal, recordOptions(flags)));
    });
}

function recordOptions(flags: RecordFlags) {
  const { service, date, note, source, sourceVersion, sourceCommit, changeset, changesetOnly } = flags;
  if (source === undefined && (sourceVersion !== undefined || sourceCommit !== undefined)) {
    throw new InvalidArgumentError("--source-version and --source-commit need --source.");
  }
  return {
    ...(service === undefined ? {} : { service }),
    ...(date === undefined ? {} : { date }),
    ...(note === undefined ? {} : { note }),
    ...(source === undefined
      ? {}
      : {
          source: {
            name: source,
            ...(sourceVersion === undefined ? {} : { version: sourceVersion }),
            ...(sourceCommit === undefined ? {} : { commit: sourceCommit }),
          },
        }),
    changeset,
    changesetOnly: changesetOnly ?? false,
  };
}

function addImport(program: Command, terminal: Terminal, done: Done): void {
  subcommand(
    program,
    "import",
    "Write a model file from a botocore or Smithy file and a list of operations.",
    [
      "import service-2.json --service cognito-identity-provider --operations AdminListUserAuthEvents",
      "import git:HEAD:models/s3.json --out models/s3/model.json --operations GetObject,PutObject --no-docs",
    ],
  )
    .argument("<source>", "the model to take from")
    .option("--service <name>", "write the model file of this service of shapelog.config.json")
    .option("--out <file>", "write this file")
    .option("--operations <names>", "comma-separated operation names (default: all)", splitNames)
    .option("--no-docs", "leave the source's documentation out; texts the model file already has are kept")
    .addHelpText("after", `\n${INPUT_HELP}`)
    .action(
      async (
        source: string,
        options: { service?: string; out?: string; operations?: string[]; docs: boolean },
      ) => {
        const { importModel } = await import("./commands/import.js");
        done(await importModel(terminal, source, options));
      },
    );
}

function splitNames(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) throw new InvalidArgumentError("Expected names with commas between them.");
  return names;
}

interface HistoryFlags {
  readonly out: string;
  readonly ref: string;
  readonly since?: string;
  readonly service: readonly string[];
  readonly shard?: { readonly index: number; readonly count: number };
  readonly workers?: number;
  readonly verify: boolean;
  readonly silent: boolean;
  readonly format: "text" | "json";
  readonly failOn: Severity | "never";
}

function addHistory(program: Command, terminal: Terminal, done: Done): void {
  subcommand(program, "history", "Write a ledger per service from a git history of models.", [
    "history ../botocore --out history",
    "history ../botocore --out history --service cognito-idp --service s3 --since 2024-01-01",
    "history ../botocore --out history --shard 1/4",
    "history ../botocore --out history --silent --format json",
  ])
    .argument("<repository>", "a git repository of models, such as a clone of botocore")
    .requiredOption("--out <folder>", "write the ledgers here; run again with the same folder to go on")
    .option("--ref <ref>", "the commit to end at", "HEAD")
    .option("--since <date>", "leave out what is older than this day (YYYY-MM-DD)", parseDay)
    .option("--service <name>", "walk this service alone; may be given more than once", collect, [])
    .option("--shard <i/n>", "walk the i-th of n parts; the union of all parts is the whole", parseShard)
    .option("--workers <count>", "how many threads (default: one for each core)", parseCount)
    .option("--no-verify", "do not check that the changes give back both models")
    .option("--silent", "list Breaking changes that the vendor's note does not name", false)
    .addOption(
      new Option("--format <format>", "how to print the result").choices(["text", "json"]).default("text"),
    )
    .addOption(failOnOption())
    .action(async (repository: string, flags: HistoryFlags) => {
      const { history } = await import("./commands/history.js");
      done(await history(terminal, repository, flags));
    });
}

function parseDay(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) {
    throw new InvalidArgumentError("Expected a day as YYYY-MM-DD.");
  }
  return text;
}

function collect(name: string, names: readonly string[]): string[] {
  return [...names, name];
}

function parseShard(text: string): { readonly index: number; readonly count: number } {
  const [, first = "", second = ""] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  const [index, count] = [Number(first), Number(second)];
  if (second === "" || index > count) throw new InvalidArgumentError("Expected i/n, such as 1/4.");
  return { index, count };
}

function parseCount(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError("Expected a number.");
  return Number(text);
}

function addAst(program: Command, terminal: Terminal, done: Done): void {
  subcommand(program, "ast", "Print a model as Smithy JSON AST 2.0.", [
    "ast service-2.json",
    "ast - < model.json",
  ])
    .argument("<input>", "the model")
    .addHelpText("after", `\n${INPUT_HELP}`)
    .action(async (input: string) => {
      const { ast } = await import("./commands/ast.js");
      done(await ast(terminal, input));
    });
}
