import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createEventLines, createRandom } from "../scripts/create-events.mjs";
import { runProgram } from "./run-program.js";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const COUNT = 40_000;
const BROKEN = 1000;

/** Events without ids: nothing but where they stand tells them apart, and what is read twice is counted twice. */
const LINES = [...createEventLines({ count: COUNT, broken: BROKEN, hasIds: false })].join("");

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "auth-events-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the built program, and ends it as nothing but the system can when its database has grown by some bytes. */
async function runAndKill(args: readonly string[], database: string, growth: number): Promise<void> {
  const start = await measure(database);
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: "ignore" });
  const ended = once(child, "exit");
  while (child.exitCode === null && (await measure(database)) < start + growth) await wait(2);
  child.kill("SIGKILL");
  await ended;
}

async function measure(database: string): Promise<number> {
  const sizes = [database, `${database}.wal`].map(
    async (path) => (await stat(path).catch(() => undefined))?.size ?? 0,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function ask(database: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { out, err } = await runProgram(["--database", database, "--format", "json", "--sql", sql]);
  expect(err).toBe("");
  return JSON.parse(out).reports.sql.rows;
}

const COUNTS = `SELECT (SELECT count(*) FROM events) AS events,
  (SELECT count(*) FROM (SELECT DISTINCT source, line, position FROM events)) AS places,
  (SELECT count(*) FROM rejects) AS rejects, (SELECT sum(lines) FROM sources) AS lines`;

describe("a run that is killed", () => {
  it.each([
    ["a file", "events.jsonl", () => LINES],
    ["a packed file", "events.jsonl.gz", () => gzipSync(LINES)],
  ])("goes on when it is started again, and counts each event of %s once", async (_, name, content) => {
    const file = join(folder, name);
    const database = join(folder, `${name}.duckdb`);
    await writeFile(file, content());
    const random = createRandom(name.length);
    const args = ["--database", database, "--commit", "1000", "--workers", "1", "--report", "types", file];
    const seen: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      await runAndKill(args, database, 100_000 + 600_000 * random());
      const [{ events = 0 } = {}] = await ask(database, COUNTS);
      seen.push(Number(events));
    }
    // At least one of them ended in the middle, or this would show nothing.
    expect(seen.filter((events) => events > 0 && events < COUNT)).not.toEqual([]);
    expect(spawnSync(process.execPath, [MAIN, ...args, "--exit-zero"]).status).toBe(0);
    const broken = COUNT / BROKEN;
    expect(await ask(database, COUNTS)).toEqual([
      { events: COUNT, places: COUNT, rejects: broken, lines: COUNT + broken },
    ]);
  });
});

describe("an input that breaks off", () => {
  it("is kept as far as it was read, and gone on with", async () => {
    const database = join(folder, "stdin.duckdb");
    const bytes = Buffer.from(LINES);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 100_000) }, (_, index) =>
      bytes.subarray(index * 100_000, (index + 1) * 100_000),
    );
    const args = ["--database", database, "--commit", "1000", "--workers", "0", "--report", "types", "-"];
    const broken = await runProgram(args, "", {
      async *input() {
        yield* chunks.slice(0, chunks.length / 2);
        throw new Error("the pipe broke");
      },
    });
    expect(broken).toMatchObject({ exit: 2, err: "auth-events-audit: standard input: the pipe broke\n" });
    const [half] = await ask(database, COUNTS);
    expect(half).toMatchObject({ events: expect.toSatisfy((events) => events > 0 && events < COUNT) });
    await runProgram(args, chunks);
    expect(await ask(database, COUNTS)).toMatchObject([{ events: COUNT, places: COUNT }]);
  });

  it("of gzip says so, and keeps what came before", async () => {
    const file = join(folder, "cut.jsonl.gz");
    const database = join(folder, "cut.duckdb");
    const packed = gzipSync(LINES);
    await writeFile(file, packed.subarray(0, packed.length / 2));
    const { exit, err } = await runProgram(["--database", database, "--workers", "0", file]);
    expect(exit).toBe(2);
    expect(err).toContain("its gzip data is broken or ends early");
    await writeFile(file, packed);
    expect((await runProgram(["--database", database, "--workers", "0", "--exit-zero", file])).exit).toBe(0);
    expect(await ask(database, COUNTS)).toMatchObject([{ events: COUNT, places: COUNT }]);
  });
});

describe("a database", () => {
  const read = (database: string, input: string) => runProgram(["--database", database, "-"], input);

  it("counts an event once that comes again in another export, and keeps the later one", async () => {
    const database = join(folder, "again.duckdb");
    const first = join(folder, "first.jsonl");
    const second = join(folder, "second.jsonl");
    await writeFile(first, '{"EventId":"1","EventType":"Old"}\n{"EventId":"2","EventType":"SignIn"}\n');
    const feedback = { FeedbackValue: "Valid", Provider: "Admin" };
    await writeFile(
      second,
      `${JSON.stringify({ EventId: "1", EventType: "SignIn", EventFeedback: feedback })}\n`,
    );
    await runProgram(["--database", database, first]);
    const { out } = await runProgram(["--database", database, second]);
    expect(out).toContain("2 events in 3 lines or pages\n1 event came again and is counted once\n");
    expect(out).toContain("members that the model does not know: none");
    expect(await ask(database, "SELECT event_id, feedback_value FROM events ORDER BY 1")).toEqual([
      { event_id: "1", feedback_value: "Valid" },
      { event_id: "2", feedback_value: null },
    ]);
  });

  it("passes over a file that it has, reads what was added to it, and a new file in its place from the start", async () => {
    const database = join(folder, "grown.duckdb");
    const file = join(folder, "grown.jsonl");
    const line = (type: string) => `{"EventType":"${type}"}\n`;
    const events = async () => {
      await runProgram(["--database", database, file]);
      return await ask(database, "SELECT line, event_type FROM events ORDER BY created_at, line, event_type");
    };
    await writeFile(file, line("a"));
    await events();
    expect(await events()).toHaveLength(1);
    await writeFile(file, line("a") + line("b"));
    expect(await events()).toEqual([
      { line: 1, event_type: "a" },
      { line: 2, event_type: "b" },
    ]);
    await writeFile(file, line("c"));
    expect(await events()).toHaveLength(3);
  });

  it("is not one that another program made", async () => {
    const file = join(folder, "text.duckdb");
    await writeFile(file, "x".repeat(100_000));
    const { exit, err } = await read(file, "");
    expect(exit).toBe(2);
    expect(err).toContain("cannot be opened");
  });

  it("has to be there where nothing is read into it", async () => {
    const { err } = await runProgram(["--database", join(folder, "none.duckdb")]);
    expect(err).toContain("there is no database");
  });
});
