import { type AuthEventsServer, createServer } from "./create-server.js";
import { printStart } from "./print-start.js";
import { HELP, type Options, readArguments } from "./read-arguments.js";

/** What the program writes to. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

/** What became of a start: a server that listens with what is to be told of it, or the code to end with. */
export type Started = { readonly server: AuthEventsServer; readonly text: string } | { readonly exit: 0 | 2 };

/** Starts the server that the arguments (without `node` and the script) ask for. */
export async function start(args: readonly string[], terminal: Terminal): Promise<Started> {
  const read = readArguments(args);
  if (read.kind === "help") {
    terminal.out(HELP);
    return { exit: 0 };
  }
  if (read.kind === "wrong") return fail(terminal, `${read.message} (--help has the options)`);
  const { options } = read;
  try {
    const server = await createServer({ ...options, logTo: { write: (line) => terminal.err(line) } });
    return { server, text: options.quiet ? `${server.endpoint}\n` : printStart(server, options.file) };
  } catch (error) {
    return fail(terminal, describeFailure(error, options));
  }
}

/** Says in one line why the server could not start. */
function describeFailure(error: unknown, { file, host, port }: Options): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown }; // both may lack
  if (code === "EADDRINUSE") return `port ${port} is taken; --port 0 takes any that is free`;
  if (code === "EACCES") return `port ${port} is not for everybody to take`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `${JSON.stringify(host)} is no address of this machine`;
  const [reason = ""] = String(message).split("\n");
  return file === undefined
    ? reason
    : `cannot use ${JSON.stringify(file)}: ${describeFile(String(code), reason)}`;
}

function describeFile(code: string, reason: string): string {
  if (code === "SQLITE_NOTADB") return "it is no database";
  if (code === "SQLITE_READONLY" || code.startsWith("SQLITE_CANTOPEN") || reason.includes("Unable to open")) {
    return "it cannot be opened for writing";
  }
  return reason;
}

function fail(terminal: Terminal, message: string): Started {
  terminal.err(`auth-events-server: ${message}\n`);
  return { exit: 2 };
}
