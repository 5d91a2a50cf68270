import { parseArgs } from "node:util";
import { LOG_LEVELS, type LogLevel } from "./create-log.js";
import type { ServerOptions } from "./create-server.js";

/** What the user asks for. */
export interface Options extends ServerOptions {
  /** Whether the address alone is told. */
  readonly quiet: boolean;
}

export type Arguments =
  | { readonly kind: "run"; readonly options: Options }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string };

/** The text of `--help`. */
export const HELP = `A local stand-in for Amazon Cognito's AdminListUserAuthEvents, filled with believable events.

Usage: auth-events-server [options]

Options:
  --port N              the port to listen on (default: 10229); 0 takes any that is free
  --host ADDRESS        the address to listen on (default: 127.0.0.1, which this machine alone reaches)
  --data FILE           keeps the events in this SQLite file (default: in memory, gone at the end)
  --seed N              another month of events (default: 1); for a new data file alone, as the next two
  --users N             how many users there are (default: 6, at most 10000)
  --days N              how many days back the events go (default: 30, at most 365)
  --allow-origin ORIGIN lets a page of this origin call, such as http://localhost:5173; may be repeated; "*" is all
  --rate N              answers N calls a second, and others with TooManyRequestsException
  --log-level LEVEL     ${LOG_LEVELS.join(", ")} (default: info)
  -q, --quiet           tells the address alone, and logs nothing less than a warning
  -h, --help            show this

The log is JSON lines on the standard error, without usernames. Signatures have to be there and are not verified: any
credentials will do. Exit codes: 0 stopped as asked, 2 it could not start.

Examples:
  auth-events-server --data auth-events.db
  auth-events-server --port 0 --users 100 --days 90 --quiet
  auth-events-server --allow-origin http://localhost:5173 --rate 5
`;

const OPTIONS = {
  port: { type: "string", default: "10229" },
  host: { type: "string", default: "127.0.0.1" },
  data: { type: "string" },
  seed: { type: "string", default: "1" },
  users: { type: "string", default: "6" },
  days: { type: "string", default: "30" },
  "allow-origin": { type: "string", multiple: true },
  rate: { type: "string" },
  "log-level": { type: "string" },
  quiet: { type: "boolean", short: "q", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the arguments of the program, without `node` and the script. */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help) return { kind: "help" };
    const { "log-level": level, quiet, host, data } = values;
    return {
      kind: "run",
      options: {
        quiet,
        host,
        port: readCount("port", values.port, 0, 65_535),
        seed: readCount("seed", values.seed, 0, 2 ** 31 - 1),
        users: readCount("users", values.users, 1, 10_000),
        days: readCount("days", values.days, 1, 365),
        rate: values.rate === undefined ? undefined : readCount("rate", values.rate, 1, 1_000_000),
        allowOrigin: (values["allow-origin"] ?? []).map(readOrigin),
        logLevel: readLevel(level ?? (quiet ? "warn" : "info")),
        ...(data === undefined ? {} : { file: readFile(data) }),
      },
    };
  } catch (error) {
    // parseArgs throws on what it does not know; its message says what.
    return { kind: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
}

function readCount(name: string, text: string, least: number, most: number): number {
  const count = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= least && count <= most) return count;
  throw new Error(`--${name} is a whole number from ${least} to ${most}`);
}

function readOrigin(text: string): string {
  if (text === "*" || (URL.canParse(text) && new URL(text).origin === text)) return text;
  throw new Error("--allow-origin is an origin such as http://localhost:5173, without a path, or *");
}

function readLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((each) => each === text);
  if (level) return level;
  throw new Error(`--log-level is one of ${LOG_LEVELS.join(", ")}`);
}

/** SQLite takes some names for something else than a file. */
function readFile(text: string): string {
  if (text !== "" && !/^(?::|file:|\w+:\/\/)/.test(text)) return text;
  throw new Error("--data is the path of a file");
}
