import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createNetServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOG_LEVELS } from "../src/create-log.js";
import { start } from "../src/program.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "auth-events-server-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the program in this process and returns what it wrote; a server that it starts is closed at once. */
async function run(args: readonly string[]) {
  const written = { out: "", err: "" };
  const started = await start(args, {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
  });
  if (!("server" in started)) return { exit: started.exit, ...written };
  await started.server.close();
  return { exit: undefined, ...written, out: started.text };
}

describe("the program says in one line", () => {
  it.each([
    ["a wrong flag", ["--nope"], /Unknown option '--nope'.*--help/],
    ["a word", ["events.db"], /Unexpected argument 'events\.db'/],
    ["a wrong number", ["--users", "many"], /--users is a whole number from 1 to 10000/],
    ["a number that is too large", ["--port", "65536"], /--port is a whole number from 0 to 65535/],
    ["an origin with a path", ["--allow-origin", "http://localhost:5173/"], /--allow-origin is an origin/],
    ["a wrong level", ["--log-level", "loud"], /--log-level is one of fatal/],
    ["no file", ["--data", ""], /--data is the path of a file/],
    ["what is no file to SQLite", ["--data", "libsql://example.com"], /--data is the path of a file/],
    ["a folder in place of a file", ["--data", "."], /cannot use "\.": it cannot be opened for writing/],
    [
      "a file in no folder",
      ["--data", "none/\u001b[31m.db"],
      /cannot use "none\/\\u001b\[31m\.db": it cannot/,
    ],
    ["an address of elsewhere", ["--host", "203.0.113.1"], /"203\.0\.113\.1" is no address of this machine/],
  ])("%s", async (_name, args, message) => {
    const { exit, out, err } = await run(args);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toMatch(message);
    expect(err).toMatch(/^auth-events-server: .*\n$/);
  });

  it.each([["notes.txt", "These are notes, and no database. ".repeat(100), "it is no database"]])(
    "a file of another kind, which stays as it is",
    async (name, text, reason) => {
      const file = join(folder, name);
      writeFileSync(file, text);
      expect((await run(["--port", "0", "--data", file])).err).toBe(
        `auth-events-server: cannot use ${JSON.stringify(file)}: ${reason}\n`,
      );
      expect(readFileSync(file, "utf8")).toBe(text);
    },
  );

  it("a port that is taken", async () => {
    const other = createNetServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
    });
    expect(await run(["--port", String(port)])).toMatchObject({
      exit: 2,
      err: `auth-events-server: port ${port} is taken; --port 0 takes any that is free\n`,
    });
    other.close();
  });
});

it("the program's help has every option and level", async () => {
  const { exit, out } = await run(["--help"]);
  expect(exit).toBe(0);
  for (const option of ["port", "host", "data", "seed", "users", "days", "allow-origin", "rate", "quiet"]) {
    expect(out).toContain(`--${option}`);
  }
  for (const level of LOG_LEVELS) expect(out).toContain(level);
});

it("the program lists some users and counts the rest", async () => {
  const { out } = await run(["--port", "0", "--users", "20", "--log-level", "silent"]);
  expect(out.match(/ events$/gm)).toHaveLength(12);
  expect(out).toContain("and 8 more: GET /admin/pools/eu-central-1_LocalPool/users");
});

it("a file keeps its events, whatever seed comes later", async () => {
  const file = join(folder, "kept.db");
  const first = await run(["--port", "0", "--data", file, "--log-level", "silent"]);
  const second = await run(["--port", "0", "--data", file, "--seed", "7", "--log-level", "silent"]);
  expect(first.out).toContain(`in ${JSON.stringify(file)}`);
  expect(listUsers(second.out)).toEqual(listUsers(first.out));
});

function listUsers(out: string): readonly string[] {
  return out.split("\n").filter((line) => line.endsWith(" events"));
}
