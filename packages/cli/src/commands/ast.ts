import { printSmithyJson } from "@shapelog/smithy";
import { resolveInput } from "../inputs/resolve-input.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse, report } from "./context.js";

/** `shapelog ast INPUT`: prints any input's model as Smithy JSON AST 2.0 in canonical form. */
export async function ast(terminal: Terminal, input: string): Promise<ExitCode> {
  const read = await resolveInput(terminal, input, { duplicates: true });
  if (!read.ok) return refuse(terminal, read.diagnostics);
  report(terminal, read.diagnostics);
  terminal.out(printSmithyJson(read.value.model));
  return EXIT.ok;
}
