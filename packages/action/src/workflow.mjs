// What the action tells GitHub's runner.
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";

/** What a summary of a step holds, in bytes. */
const MOST = 1024 * 1024;

/**
 * Writes a line of the log that GitHub also shows at the top.
 * @param {"error" | "warning" | "notice"} kind
 * @param {string} message
 */
export function say(kind, message) {
  const text = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  process.stdout.write(`::${kind} title=Shapelog::${text}\n`);
}

/**
 * Writes annotations, and nothing that could be another command.
 * @param {readonly string[]} commands
 */
export function annotate(commands) {
  for (const command of commands)
    if (/^::(?:error|warning|notice) title=[^\r\n]*$/.test(command)) process.stdout.write(`${command}\n`);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {Readonly<Record<string, string>>} outputs
 */
export function setOutputs({ GITHUB_OUTPUT: path }, outputs) {
  if (!path) return;
  for (const [name, value] of Object.entries(outputs)) {
    const end = `end-${randomUUID()}`;
    appendFileSync(path, `${name}<<${end}\n${value}\n${end}\n`);
  }
}

/**
 * Writes the summary of the job; one that GitHub would refuse gives way to its first line.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} markdown
 */
export function writeSummary({ GITHUB_STEP_SUMMARY: path }, markdown) {
  if (!path) return;
  const fits = Buffer.byteLength(markdown) < MOST;
  appendFileSync(path, fits ? markdown : `${markdown.split("\n")[0]}\n`);
}
