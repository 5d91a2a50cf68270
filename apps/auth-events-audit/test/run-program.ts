import { Buffer } from "node:buffer";
import { run } from "../src/program.js";
import type { ExitCode, Terminal } from "../src/terminal.js";

export interface Outcome {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in this process with chunks as its standard input, and returns what it wrote. */
export async function runProgram(
  args: readonly string[],
  input: string | readonly Uint8Array[] = "",
  settings: Partial<Terminal> = {},
): Promise<Outcome> {
  const written = { out: "", err: "" };
  const chunks = typeof input === "string" ? [Buffer.from(input)] : input;
  const exit = await run(args, {
    out: async (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    color: false,
    width: undefined,
    inputIsKeyboard: false,
    screen: undefined,
    onEnd: () => () => undefined,
    async *input() {
      yield* chunks;
    },
    ...settings,
  });
  return { exit, ...written };
}

/** Returns the text of JSON lines. */
export function jsonLines(...values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join("");
}
