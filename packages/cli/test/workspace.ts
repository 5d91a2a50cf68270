import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Model } from "@shapelog/model";
import { printSmithyJson } from "@shapelog/smithy";
import { AUTH_EVENTS_VALUES, type AuthEventsValues, authEventsModel } from "@shapelog/testing/auth-events";
import { onTestFinished } from "vitest";
import { run } from "../src/program.js";
import type { ExitCode, Prompts, Terminal } from "../src/terminal.js";

/** A folder of its own for one test, and the command run in it. */
export interface Workspace {
  readonly folder: string;
  write(path: string, text: string): void;
  read(path: string): string;
  /** Returns every file below the folder with its text. */
  snapshot(): Record<string, string>;
  run(
    ...args: readonly string[]
  ): Promise<{ readonly exit: ExitCode; readonly out: string; readonly err: string }>;
  /** Runs the command in a folder below. */
  runIn(
    folder: string,
    ...args: readonly string[]
  ): Promise<{ readonly exit: ExitCode; readonly out: string; readonly err: string }>;
  /** What the next command reads from its standard input. */
  input: string | Uint8Array;
  /** What a person answers whom the next command asks; without it nobody is there. */
  answer?: (question: string) => string | Promise<string>;
  /** What tells the code of the next command from another. Default: nothing is kept between commands. */
  code: string | undefined;
  /** What the build service of the next command tells it. Default: nothing. */
  environment?: Readonly<Record<string, string>>;
}

/** Creates an empty workspace that is removed when the test is over. */
export function createWorkspace(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), "shapelog-"));
  onTestFinished(() => {
    for (const path of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (path.isDirectory()) chmodSync(join(path.parentPath, path.name), 0o755);
    }
    rmSync(folder, { recursive: true, force: true });
  });
  const workspace: Workspace = {
    folder,
    input: "",
    code: undefined,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    snapshot: () => readAll(folder),
    run: (...args) => workspace.runIn(".", ...args),
    async runIn(below, ...args) {
      let out = "";
      let err = "";
      const { code } = workspace;
      const terminal: Terminal = {
        cwd: join(folder, below),
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        color: false,
        interactive: false,
        width: 100,
        readInput: async () => Buffer.from(workspace.input as Uint8Array),
        ask: workspace.answer && (async (question) => workspace.answer?.(question) ?? ""),
        prompts: workspace.answer && createPrompts(async (question) => workspace.answer?.(question) ?? ""),
        today: () => "2022-08-18",
        untilStopped: async () => undefined,
        ...(workspace.environment ? { environment: workspace.environment } : {}),
        ...(code === undefined ? {} : { identifyCode: () => code }),
      };
      return { exit: await run(args, terminal, "0.0.0"), out, err };
    },
  };
  return workspace;
}

/** Asks what can be chosen as text; the first choice, or what is usual, is taken where nothing is answered. */
function createPrompts(ask: (question: string) => Promise<string>): Prompts {
  return {
    async text(question, { standard, refuse }) {
      const answer = (await ask(question)) || standard;
      const problem = refuse(answer);
      if (problem !== undefined) throw new Error(`${answer}: ${problem}`);
      return answer;
    },
    async choose(question, choices) {
      const answer = await ask(question);
      const [first] = choices;
      const chosen = answer === "" ? first : choices.find(({ value }) => value === answer);
      if (!chosen) throw new Error(`${question} ${answer}`);
      return chosen.value;
    },
    confirm: async (question, standard) => ((await ask(question)) || (standard ? "y" : "n")) === "y",
  };
}

function readAll(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

export const CONFIG = {
  services: {
    events: {
      model: "models/events/model.json",
      ledger: "models/events/ledger",
      package: { name: "@example/events", folder: "packages/events" },
    },
  },
};

/** What the validator is told of the model: its names are as they are. */
export const SUPPRESSIONS = [
  { id: "EnumShape", namespace: "*", reason: "The members are named as the values are." },
];

/** Returns the model with the given values in its two enums. */
export function eventsModel(values: AuthEventsValues = AUTH_EVENTS_VALUES.before): Model {
  const { shapes } = authEventsModel(values);
  return { shapes, metadata: new Map([["suppressions", SUPPRESSIONS]]) };
}

/** Returns the model file's text with the given values in its two enums. */
export function modelText(values: AuthEventsValues = AUTH_EVENTS_VALUES.before): string {
  return printSmithyJson(eventsModel(values));
}

let service: Readonly<Record<string, string>> | undefined;

/** Creates a workspace with one service whose baseline is recorded and whose package is built. It is made once, and copied. */
export async function createService(): Promise<Workspace> {
  const workspace = createWorkspace();
  service ??= await makeService();
  for (const [path, text] of Object.entries(service)) workspace.write(path, text);
  return workspace;
}

async function makeService(): Promise<Readonly<Record<string, string>>> {
  const workspace = createWorkspace();
  workspace.write("shapelog.config.json", JSON.stringify(CONFIG));
  workspace.write("models/events/model.json", modelText());
  await workspace.run("record", "--date", "2017-11-28", "--no-changeset");
  await workspace.run("build");
  return workspace.snapshot();
}

/** Returns what the folder of a lock says of who has it. */
export function ownerText(host: string, id: number): string {
  return JSON.stringify({ token: "0123456789abcdef", process: id, host, began: "" });
}

/** Returns the one path of a workspace that fits. */
export function findPath(workspace: Workspace, pattern: RegExp): string {
  const [path = "", ...others] = Object.keys(workspace.snapshot()).filter((each) => pattern.test(each));
  if (path === "" || others.length > 0) throw new Error(`${pattern}: ${[path, ...others].join(", ")}`);
  return path;
}

/** Returns the name of the revision of the service `events` of a day: its date and digits made of its content. */
export function findRevision({ folder }: Workspace, date: string): string {
  const names = readdirSync(join(folder, "models/events/ledger"));
  const [name = ""] = names.filter((each) => each.startsWith(date));
  return name.replace(/\.json$/, "");
}
