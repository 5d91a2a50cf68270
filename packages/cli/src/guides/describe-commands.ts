import type { Guide } from "@shapelog/site";
import type { Command, Help } from "commander";

/** Returns a guide for each command of a program, made from what `--help` shows. */
export function describeCommands(program: Command, group: string): Guide[] {
  const help = program.createHelp();
  return help.visibleCommands(program).flatMap((command): Guide[] => {
    const name = command.name();
    if (name === "help") return [];
    return [
      {
        id: `commands/${name}`,
        title: `${program.name()} ${name}`,
        group,
        markdown: printCommand(command, help),
      },
    ];
  });
}

function printCommand(command: Command, help: Help): string {
  const { examples, notes } = readNotes(command);
  const parts = help
    .visibleArguments(command)
    .map((each) => row(help.argumentTerm(each), help.argumentDescription(each)));
  const options = help
    .visibleOptions(command)
    .map((each) => row(help.optionTerm(each), help.optionDescription(each)));
  return [
    help.commandDescription(command),
    fence("sh", help.commandUsage(command)),
    ...(examples === undefined ? [] : ["## Examples", fence("sh", examples)]),
    ...(parts.length === 0 ? [] : ["## Arguments", table("Argument", parts)]),
    ...(options.length === 0 ? [] : ["## Options", table("Option", options)]),
    ...(notes === "" ? [] : ["## More about it", fence("text", notes)]),
  ].join("\n\n");
}

/** What `--help` shows after the options. */
interface Notes {
  readonly examples: string | undefined;
  readonly notes: string;
}

function readNotes(command: Command): Notes {
  let shown = "";
  const { writeOut, ...others } = command.configureOutput();
  command.configureOutput({ ...others, writeOut: (text) => (shown += text) });
  command.outputHelp();
  command.configureOutput(writeOut ? { ...others, writeOut } : others);
  const after = shown.slice(command.helpInformation().length).trim();
  const [, examples] = /^Examples:\n((?: {2}\$ .*(?:\n|$))+)/m.exec(after) ?? [];
  const notes = after.replace(/^Examples:\n(?: {2}\$ .*(?:\n|$))+/m, "").trim();
  return { examples: examples?.replace(/^ {2}\$ /gm, "").trimEnd(), notes };
}

function table(term: string, rows: readonly string[]): string {
  return [`| ${term} | Meaning |`, "|---|---|", ...rows].join("\n");
}

function row(term: string, description: string): string {
  return `| \`${term.replaceAll("|", "\\|")}\` | ${plain(description)} |`;
}

/** Text of our own as Markdown that shows it as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, "\\$&");
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
