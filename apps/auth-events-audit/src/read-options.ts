import { availableParallelism } from "node:os";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { REPORTS } from "./reports/all-reports.js";

const FORMATS = ["table", "json", "csv", "parquet"] as const;
export type Format = (typeof FORMATS)[number];

/** What the user asks for. */
export interface Options {
  /** Files and patterns of them; `-` is the standard input. */
  readonly files: readonly string[];
  readonly database?: string;
  readonly events: readonly string[];
  readonly userPool?: string;
  readonly username: readonly string[];
  readonly users?: string;
  readonly userFromFileName: boolean;
  readonly region?: string;
  readonly concurrency: number;
  readonly report: readonly string[];
  readonly sql?: string;
  readonly format: Format;
  readonly output?: string;
  readonly rejects?: string;
  /** How many rows of a table are shown. */
  readonly rows: number;
  readonly speed: number;
  /** Whether drift counts as a finding. */
  readonly strict: boolean;
  /** Whether findings end in exit code 0. */
  readonly exitZero: boolean;
  readonly memory: string;
  readonly workers: number;
  /** How many events are kept at once. */
  readonly commit: number;
}

export type Arguments =
  | { readonly kind: "run"; readonly options: Options }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "wrong"; readonly message: string };

/** Reads the arguments of the program, without `node` and the script. */
export function readArguments(args: readonly string[]): Arguments {
  let text = "";
  const command = createCommand().exitOverride();
  command.configureOutput({ writeOut: (part) => (text += part), writeErr: () => undefined });
  try {
    command.parse([...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "help", text };
    return { kind: "wrong", message: error.message.replace(/^error: /, "") };
  }
  const options: Options = { ...command.opts<Omit<Options, "files">>(), files: command.args };
  const message = findConflict(options);
  return message === undefined ? { kind: "run", options } : { kind: "wrong", message };
}

function createCommand(): Command {
  const collect = (value: string, all: readonly string[]) => [...all, value];
  return new Command("auth-events-audit")
    .description("Audits the auth events of a Cognito user pool.")
    .argument(
      "[file...]",
      'JSON lines of events or pages, packed by gzip or not; patterns; s3://bucket/key; "-" is the standard input',
    )
    .helpOption("-h, --help", "show this")
    .optionsGroup("Where events come from:")
    .option("--database <file>", "keep events there, and go on where an earlier run ended")
    .option("--user-pool <id>", "ask AWS, with the credentials of the environment")
    .option("--username <name>", "a user to ask for; may be repeated", collect, [])
    .option("--users <file>", 'users to ask for, one a line; "-" is the standard input')
    .option("--region <region>", "the region of the user pool (default: that of its ID)")
    .option("--concurrency <n>", "users to ask for at once", wholeNumber(1, 64), 4)
    .option("--user-from-file-name", "a file is called by the user whose events it holds", false)
    .option(
      "--events <pattern>",
      "Parquet files that --report events wrote, s3:// too; may be repeated",
      collect,
      [],
    )
    .optionsGroup("What is asked:")
    .addOption(
      new Option("--report <name>", "a report; may be repeated (default: all but events)")
        .choices(REPORTS.map(({ name }) => name))
        .argParser((value: string, all: readonly string[]) => collect(readReport(value), all))
        .default([], "all but events"),
    )
    .option("--sql <query>", "a question of your own, of the tables events, drift, rejects and sources")
    .option("--speed <km/h>", "who goes faster cannot have travelled", wholeNumber(1, 1e6), 1000)
    .optionsGroup("What is written:")
    .addOption(new Option("--format <format>", "how results are written").choices(FORMATS).default("table"))
    .option("--output <file>", "where results are written (default: the standard output)")
    .option("--rejects <file>", "write file, line and reason of what is broken there, as JSON lines")
    .option("--rows <n>", "rows of each table; the other formats have all", wholeNumber(1, 1e6), 20)
    .optionsGroup("How it runs:")
    .option("--strict", "exit 1 on drift too", false)
    .option("--exit-zero", "exit 0 whatever is found", false)
    .option("--memory <size>", "what the database may take", memorySize, "512MB")
    .option("--workers <n>", "threads that check lines", wholeNumber(0, 64), defaultWorkers())
    .option(
      "--commit <n>",
      "events that are kept at once, and read again after a crash",
      wholeNumber(1, 1e8),
      250_000,
    )
    .addHelpText(
      "after",
      "\nExit codes: 0 all lines were read, 1 some were broken (with --strict: or there was drift), 2 it could not be done.",
    );
}

function defaultWorkers(): number {
  return Math.min(4, availableParallelism());
}

function readReport(value: string): string {
  if (REPORTS.some(({ name }) => name === value)) return value;
  throw new InvalidArgumentError(`Allowed choices are ${REPORTS.map(({ name }) => name).join(", ")}.`);
}

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  };
}

function memorySize(value: string): string {
  if (/^\d{1,6}(?:MB|MiB|GB|GiB)$/i.test(value)) return value;
  throw new InvalidArgumentError("It is a size such as 512MB or 2GB.");
}

/** Returns what does not go together. */
function findConflict(options: Options): string | undefined {
  const { files, userPool, username, users, region, events, report, sql, format, output, database } = options;
  const hasUsers = username.length > 0 || users !== undefined;
  if (hasUsers !== (userPool !== undefined)) return "--user-pool goes with --username or --users";
  if (region !== undefined && userPool === undefined) return "--region goes with --user-pool";
  if (events.length > 0 && (files.length > 0 || userPool !== undefined || database !== undefined)) {
    return "--events are read where they are; they go with no other events and no --database";
  }
  if (files.includes("-") && users === "-") return "the standard input is events or users, not both";
  if (sql !== undefined && report.length > 0) return "--sql or --report, not both";
  const isOne = sql !== undefined || report.length === 1;
  if ((format === "csv" || format === "parquet") && !isOne) {
    return `--format ${format} holds one table; name one --report, or ask with --sql`;
  }
  if (format === "parquet" && output === undefined) return "--format parquet goes with --output";
  return undefined;
}
