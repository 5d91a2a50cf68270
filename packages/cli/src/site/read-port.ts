import { cliDiagnostics } from "../diagnostics.js";
import { failed, type Outcome, succeeded } from "../outcome.js";

const DEFAULT_PORT = 4173;
const HIGHEST_PORT = 65_535;

/** Returns the port that `--port` names. It says something only where the site is served. */
export function readPort(text: string | undefined, serve: boolean): Outcome<number> {
  if (text === undefined) return succeeded(DEFAULT_PORT);
  const option = `--port ${text}`;
  if (!serve)
    return failed(cliDiagnostics.create("bad-option", undefined, { option, reason: "it needs --serve" }));
  if (/^\d{1,5}$/.test(text) && Number(text) <= HIGHEST_PORT) return succeeded(Number(text));
  const reason = `expected a whole number from 0 to ${HIGHEST_PORT}`;
  return failed(cliDiagnostics.create("bad-option", undefined, { option, reason }));
}
