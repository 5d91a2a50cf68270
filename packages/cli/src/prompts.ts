import process from "node:process";
import { guardText } from "@shapelog/diagnostics";
import type { Choice, Prompts } from "./terminal.js";

/** Asks on the error stream, so that results stay apart. Ctrl+C ends the process as always. */
export async function createPrompts(): Promise<Prompts> {
  const clack = await import("@clack/prompts");
  const output = process.stderr;
  const orStop = async <T>(asked: Promise<T>): Promise<Exclude<T, symbol>> => {
    const answer = await asked;
    if (!clack.isCancel(answer)) return answer as Exclude<T, symbol>; // clack's symbol is the only one
    process.kill(process.pid, "SIGINT");
    return new Promise(() => undefined);
  };
  return {
    async text(question, { standard, refuse }) {
      const asked = clack.text({
        message: guardText(question),
        placeholder: guardText(standard),
        defaultValue: standard,
        output,
        validate: (text) => refuse(text === undefined || text === "" ? standard : text),
      });
      return orStop(asked);
    },
    async choose<T extends string>(question: string, choices: readonly Choice<T>[]) {
      const options = choices.map(({ value, label }) => ({ value: value as string, label }));
      const answer = await orStop(clack.select({ message: guardText(question), options, output }));
      return answer as T; // one of the choices
    },
    async confirm(question, standard) {
      return orStop(clack.confirm({ message: guardText(question), initialValue: standard, output }));
    },
  };
}
