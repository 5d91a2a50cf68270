import { parseArgs } from "node:util";

/** Where the events come from. */
export type Source =
  /** Files; `-` is the standard input. */
  | { readonly kind: "files"; readonly paths: readonly string[] }
  | {
      readonly kind: "user";
      readonly userPoolId: string;
      readonly username: string;
      readonly region?: string;
    };

/** What the user asks for. */
export interface Options {
  readonly source: Source;
  readonly format: "text" | "json";
  /** Whether drift counts as a finding. */
  readonly strict: boolean;
  /** Whether findings end in exit code 0. */
  readonly exitZero: boolean;
  /** How many problems are listed; all are counted. */
  readonly problemLimit: number;
}

export type Arguments =
  | { readonly kind: "run"; readonly options: Options }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly message: string };

/** The text of `--help`. */
export const HELP = `Counts Cognito auth events by type, response and risk, and shows what the model does not know.

Usage: auth-events-audit [options] FILE...
       auth-events-audit [options] --user-pool ID --username NAME [--region R]

Each line of a file is an event, or a page of AdminListUserAuthEvents, as JSON; times are seconds since 1970 or ISO
text. "-" is the standard input. With --user-pool the events come from AWS, with the credentials of the environment.

Options:
  --user-pool ID      the user pool to ask
  --username NAME     the user whose events to list; not printed
  --region R          the region of the user pool (default: that of its ID)
  --format FORMAT     text or json (default: text)
  --strict            exit 1 on drift too
  --exit-zero         exit 0 whatever is found
  --max-problems N    how many problems to list (default: 20); all are counted
  -h, --help          show this

Exit codes: 0 all lines were read, 1 some were broken (with --strict: or there was drift), 2 it could not be done.
`;

const OPTIONS = {
  "user-pool": { type: "string" },
  username: { type: "string" },
  region: { type: "string" },
  format: { type: "string", default: "text" },
  strict: { type: "boolean", default: false },
  "exit-zero": { type: "boolean", default: false },
  "max-problems": { type: "string", default: "20" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the arguments of the program, without `node` and the script. */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    if (values.help) return { kind: "help" };
    const { format, strict, "exit-zero": exitZero, "max-problems": limit } = values;
    if (format !== "text" && format !== "json") return wrong("--format is text or json");
    if (!/^\d{1,9}$/.test(limit)) return wrong("--max-problems is a whole number");
    const source = readSource(values, positionals);
    if (typeof source === "string") return wrong(source);
    return { kind: "run", options: { source, format, strict, exitZero, problemLimit: Number(limit) } };
  } catch (error) {
    // parseArgs throws on what it does not know; its message says what.
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

interface SourceValues {
  readonly "user-pool"?: string | undefined;
  readonly username?: string | undefined;
  readonly region?: string | undefined;
}

/** Returns the source, or what is wrong. */
function readSource(values: SourceValues, paths: readonly string[]): Source | string {
  const { "user-pool": userPoolId, username, region } = values;
  if (userPoolId === undefined && username === undefined) {
    return region === undefined ? { kind: "files", paths } : "--region goes with --user-pool";
  }
  if (userPoolId === undefined || username === undefined) return "--user-pool and --username go together";
  if (paths.length > 0) return "name files, or --user-pool and --username, not both";
  return { kind: "user", userPoolId, username, ...(region === undefined ? {} : { region }) };
}

function wrong(message: string): Arguments {
  return { kind: "wrong", message };
}
