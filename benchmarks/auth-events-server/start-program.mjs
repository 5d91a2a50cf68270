import { spawn } from "node:child_process";
import process from "node:process";

/**
 * Starts a program that prints its address, and returns it once it did.
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<{ readonly endpoint: string, readonly stop: () => Promise<void> }>}
 */
export async function startProgram(file, args) {
  const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let text = "";
  for await (const chunk of child.stdout) {
    text += chunk;
    const [endpoint] = /http:\/\/[\d.]+:\d+/.exec(text) ?? [];
    if (endpoint === undefined) continue;
    return {
      endpoint,
      stop: async () => {
        child.kill();
        await ended;
      },
    };
  }
  throw new Error(`${file} did not start`);
}
