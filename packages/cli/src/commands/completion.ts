import type { Complete, Command as Node, RootCommand } from "@bomb.sh/tab";
import type { Command, Option } from "commander";
import { findConfig } from "../config.js";
import { printed } from "../printed.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import type { CompletionShell } from "./completion-shells.js";

const NAME = "shapelog";

/** `shapelog completion SHELL`: the script with which a shell asks what can be typed next. */
export async function printCompletionScript(terminal: Terminal, shell: CompletionShell): Promise<ExitCode> {
  const { script } = await import("@bomb.sh/tab");
  terminal.out(printed(collectOutput(() => script(shell, NAME, NAME))));
  return EXIT.ok;
}

/** What a shell asks: `words` are those after the command's name, the last of them the one that is being typed. */
export async function complete(
  terminal: Terminal,
  program: Command,
  words: readonly string[],
): Promise<ExitCode> {
  const config = await findConfig(terminal.cwd);
  const { RootCommand, ShellCompDirective } = await import("@bomb.sh/tab");
  const services = config.ok ? [...config.value.services.keys()] : [];
  const tree = addCommands(new RootCommand(), program, services);
  const text = collectOutput(() => tree.parse([...words]));
  const isOpen = text.trim() === `:${ShellCompDirective.ShellCompDirectiveNoFileComp}`;
  const isFile = isOpen && takesFile(program, words);
  terminal.out(
    printed(
      isFile
        ? `:${ShellCompDirective.ShellCompDirectiveDefault}
`
        : text,
    ),
  );
  return EXIT.ok;
}

function addCommands(tree: RootCommand, program: Command, services: readonly string[]): RootCommand {
  for (const command of program.createHelp().visibleCommands(program)) {
    const node = tree.command(command.name(), command.description());
    for (const option of command.createHelp().visibleOptions(command)) addOption(node, option, services);
    for (const { argChoices, variadic, name } of command.registeredArguments.map(describeArgument))
      node.argument(name, offer(argChoices), variadic);
  }
  return tree;
}

function describeArgument(argument: Command["registeredArguments"][number]) {
  const { argChoices = [], variadic } = argument;
  return { argChoices, variadic, name: argument.name() };
}

function addOption(node: Node, option: Option, services: readonly string[]): void {
  const name = option.long?.slice(2);
  if (name === undefined) return;
  const letter = option.short?.slice(1);
  const alias = letter?.length === 1 ? letter : undefined;
  if (!takesValue(option)) node.option(name, option.description, ...(alias === undefined ? [] : [alias]));
  else {
    const choices = name === "service" ? services : (option.argChoices ?? []);
    node.option(name, option.description, offer(choices), alias);
  }
}

function offer(choices: readonly string[]) {
  return (add: Complete) => {
    for (const choice of choices) add(choice, "");
  };
}

function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

/**
 * Returns whether files are what can stand at a place, so that the shell completes them: for an argument, or for the
 * value of an option, where nothing else is known.
 */
function takesFile(program: Command, words: readonly string[]): boolean {
  const command = program.commands.find((each) => each.name() === words[0]);
  const [before = "", current = ""] = words.slice(-2);
  if (!command || words.length < 2 || current.startsWith("-")) return false;
  const option = command.options.find(({ long, short }) => before === long || before === short);
  const known = option && takesValue(option) ? option : undefined;
  if (known) return /<(?:file|folder|policy|paths\.\.\.)>/.test(known.flags);
  return command.registeredArguments.some((argument) => argument.argChoices === undefined);
}

/** The library prints by itself, and at once. */
function collectOutput(work: () => void): string {
  const { log } = console;
  let text = "";
  console.log = (line: string) => {
    text += `${line}\n`;
  };
  try {
    work();
  } finally {
    console.log = log;
  }
  return text;
}
