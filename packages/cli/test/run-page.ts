import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Workspace } from "./workspace.js";

const BLOCK = /^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm;

/**
 * Runs the blocks of a page from top to bottom in a workspace, and returns the page with what they really give.
 *
 * - A block with a path behind its language is a file, and is written: `smithy old.smithy`.
 * - With `written` behind that it is what a command before it wrote.
 * - In a `console` block every line that starts with `$` is a command, and what follows is what it prints. `echo $?`
 *   prints the last exit code.
 *
 * Other blocks stay as they are.
 */
export async function runPage(page: string, workspace: Workspace): Promise<string> {
  let text = "";
  let end = 0;
  for (const block of page.matchAll(BLOCK)) {
    const [whole, language = "", info = "", body = ""] = block;
    text += `${page.slice(end, block.index)}\`\`\`${language}${info}\n`;
    text += `${await runBlock({ language, info: info.trim(), body }, workspace)}\`\`\``;
    end = block.index + whole.length;
  }
  return text + page.slice(end);
}

interface Block {
  readonly language: string;
  readonly info: string;
  readonly body: string;
}

async function runBlock({ language, info, body }: Block, workspace: Workspace): Promise<string> {
  if (language === "console") return runConsole(body, workspace);
  const [path, state] = info.split(" ");
  if (!path) return body;
  if (state !== "written") workspace.write(path, body);
  const file = join(workspace.folder, path);
  return existsSync(file) ? readFileSync(file, "utf8") : `There is no ${path}.\n`;
}

async function runConsole(body: string, workspace: Workspace): Promise<string> {
  const commands = body.split("\n").filter((line) => line.startsWith("$ "));
  const printed: string[] = [];
  let exit = 0;
  for (const command of commands) {
    if (command === "$ echo $?") {
      printed.push(`${command}\n${exit}\n`);
      continue;
    }
    const [npx, name, ...args] = splitWords(command.slice(2));
    if (npx !== "npx" || name !== "shapelog") throw new Error(`${command}: only npx shapelog is run`);
    const result = await workspace.run(...args);
    exit = result.exit;
    printed.push(`${command}\n${result.out}${result.err}`);
  }
  return printed.map((text) => (text.endsWith("\n") ? text : `${text}\n`)).join("");
}

function splitWords(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? "",
  );
}
