import type { Command } from "commander";
import type { ExitCode, Terminal } from "../terminal.js";

/** Adds one command with its options to the program. The command itself is loaded when it runs. */
export type AddCommand = (program: Command, terminal: Terminal, done: (code: ExitCode) => void) => void;

/** Returns a new subcommand; `copyInheritedSettings` gives it the program's output and exit behaviour. */
export function subcommand(
  program: Command,
  usage: string,
  { description, examples }: { readonly description: string; readonly examples: readonly string[] },
): Command {
  const list = examples.map((example) => `  $ shapelog ${example}`).join("\n");
  return program.command(usage).description(description).addHelpText("after", `\nExamples:\n${list}`);
}
