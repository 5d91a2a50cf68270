import type { Severity } from "@shapelog/diagnostics";
import { InvalidArgumentError, Option } from "commander";
import { failOnOption } from "./shared-options.js";
import { type AddCommand, subcommand } from "./subcommand.js";

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

/** Adds `shapelog history`. */
export const addHistory: AddCommand = (program, terminal, done) => {
  subcommand(program, "history", {
    description: "Write a ledger per service from a git history of models.",
    examples: [
      "history ../botocore --out history",
      "history ../botocore --out history --service cognito-idp --service s3 --since 2024-01-01",
      "history ../botocore --out history --shard 1/4",
      "history ../botocore --out history --silent --format json",
    ],
  })
    .argument("<repository>", "a git repository of models, such as a clone of botocore")
    .requiredOption("--out <folder>", "write the ledgers here; run again with the same folder to go on")
    .option("--ref <ref>", "the commit to end at", "HEAD")
    .option("--since <date>", "leave out what is older than this day (YYYY-MM-DD)", parseDay)
    .option("--service <name>", "walk this service alone; may be given more than once", collect, [])
    .option("--shard <i/n>", "walk the i-th of n parts; the union of all parts is the whole", parseShard)
    .option("--workers <count>", "how many threads (default: one for each core)", parseCount)
    .option("--no-verify", "do not check that the changes give back both models")
    .option("--silent", "list what broke without the vendor's note naming it", false)
    .addOption(
      new Option("--format <format>", "how to print the result").choices(["text", "json"]).default("text"),
    )
    .addOption(failOnOption())
    .action(async (repository: string, flags: HistoryFlags) => {
      const { history } = await import("../commands/history.js");
      done(await history(terminal, repository, flags));
    });
};

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
