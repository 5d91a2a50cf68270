import { printable } from "@shapelog/diagnostics";
import { Command, CommanderError } from "commander";
import { guardTerminal } from "./guard-terminal.js";
import { printed } from "./printed.js";
import { addAst } from "./program/add-ast.js";
import { addBuild } from "./program/add-build.js";
import { addCheck } from "./program/add-check.js";
import { addCompletion } from "./program/add-completion.js";
import { addDiff } from "./program/add-diff.js";
import { addExplain } from "./program/add-explain.js";
import { addFmt } from "./program/add-fmt.js";
import { addGitDiff } from "./program/add-git-diff.js";
import { addHistory } from "./program/add-history.js";
import { addImpact } from "./program/add-impact.js";
import { addImport } from "./program/add-import.js";
import { addInit } from "./program/add-init.js";
import { addRecord } from "./program/add-record.js";
import { addReview } from "./program/add-review.js";
import { addSelect } from "./program/add-select.js";
import { addSince } from "./program/add-since.js";
import { addSite } from "./program/add-site.js";
import { addUpgrade } from "./program/add-upgrade.js";
import { addUses } from "./program/add-uses.js";
import { addValidate } from "./program/add-validate.js";
import type { AddCommand } from "./program/subcommand.js";
import { EXIT, type ExitCode, type Printed, type Terminal } from "./terminal.js";

const EXIT_HELP = `
Exit codes: 0 nothing found at or above --fail-on, 1 findings, 2 wrong use or could not check, 3 our bug.`;

/** The commands by name, in the order of the help text. */
const COMMANDS: ReadonlyMap<string, AddCommand> = new Map([
  ["init", addInit],
  ["check", addCheck],
  ["build", addBuild],
  ["diff", addDiff],
  ["review", addReview],
  ["record", addRecord],
  ["import", addImport],
  ["explain", addExplain],
  ["since", addSince],
  ["history", addHistory],
  ["site", addSite],
  ["uses", addUses],
  ["impact", addImpact],
  ["upgrade", addUpgrade],
  ["validate", addValidate],
  ["fmt", addFmt],
  ["select", addSelect],
  ["ast", addAst],
  ["git-diff", addGitDiff],
  ["completion", addCompletion],
]);

/** Those that ask what all others are. */
const ABOUT_ALL: readonly string[] = ["completion", "complete", "site"];

/** Runs the command with its arguments (without `node` and the script) and returns its exit code. */
export async function run(args: readonly string[], terminal: Terminal, version: string): Promise<ExitCode> {
  let exit: ExitCode = EXIT.ok;
  const done = (code: ExitCode) => {
    exit = code;
  };
  const guarded = guardTerminal(terminal);
  const program = createProgram(guarded, version);
  for (const add of selectCommands(args)) add(program, guarded, done);
  try {
    await program.parseAsync([...args], { from: "user" });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    throw error;
  }
}

/** Returns the command that the arguments name; all of them where they name none, for help and suggestions. */
function selectCommands([name = ""]: readonly string[]): readonly AddCommand[] {
  const named = ABOUT_ALL.includes(name) ? undefined : COMMANDS.get(name);
  return named ? [named] : [...COMMANDS.values()];
}

function createProgram(terminal: Terminal, version: string): Command {
  return new Command("shapelog")
    .description("Keeps an API's model, everything made from it, and the record of how it changed, in step.")
    .version(
      version,
      "-V, --version",
      "print the version, with --verbose those of Node and the platform, too",
    )
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("Run with --help for the options and examples.")
    .configureOutput({
      writeOut: (text) => terminal.out(printed(text)),
      writeErr: (text) => terminal.err(printed(text)),
      outputError: (text) => terminal.err(printError(text)),
    })
    .addHelpText("afterAll", EXIT_HELP);
}

/** Returns commander's error on one line, whatever the arguments in it; its suggestion stands on a second. */
function printError(text: string): Printed {
  const [, error = "", suggestion = ""] = /^([\s\S]*?)(\n\(Did you mean [^\n]*\?\))?\n?$/.exec(text) ?? [];
  return printed(`${printable(error)}${suggestion}\n`);
}
