import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import S3rver from "@20minutes/s3rver";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { createEventLines } from "../scripts/create-events.mjs";
import { runProgram } from "./run-program.js";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const BUCKET = "exports";
const COUNT = "SELECT count(*) AS events, count(DISTINCT line) AS lines FROM events";

let folder = "";
let port = 0;
let server: S3rver;
let client: S3Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "auth-events-objects-"));
  server = new S3rver({
    ...{ port: 0, address: "127.0.0.1", silent: true },
    directory: join(folder, "store"),
    // It signs the paths of listings otherwise than S3 does.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: BUCKET }],
  });
  ({ port } = await server.run());
  useEndpoint(port);
  client = new S3Client({ forcePathStyle: true });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the SDK reads: the address of the server, a region, and whom the server knows. */
function useEndpoint(at: number): void {
  vi.stubEnv("AWS_ENDPOINT_URL_S3", `http://127.0.0.1:${at}`);
  vi.stubEnv("AWS_REGION", "us-east-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "S3RVER");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "S3RVER");
}

async function put(key: string, body: string | Uint8Array): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: body }));
}

function lines(count: number, options: object = {}): string {
  return [...createEventLines({ count, hasIds: false, ...options })].join("");
}

async function count(database: string): Promise<unknown> {
  const { out, err } = await runProgram(["--database", database, "--format", "json", "--sql", COUNT]);
  expect(err).toBe("");
  return JSON.parse(out).reports.sql.rows;
}

describe("objects in S3", () => {
  it("are read by their names and by patterns, packed or not, as files are", async () => {
    await put("a/2026/one.jsonl", lines(100));
    await put("a/2026/deep/two.jsonl.gz", gzipSync(lines(50)));
    await put("a/2026/three.txt", "not asked for\n");
    await put("b/four.jsonl", lines(7));
    const args = ["--format", "json", "--sql", "SELECT count(*) AS n FROM events"];
    const ask = async (...names: string[]) => {
      const { out, err } = await runProgram([...names, ...args]);
      expect(err).toBe("");
      return Number(JSON.parse(out).reports.sql.rows[0].n);
    };
    expect(await ask(`s3://${BUCKET}/a/**/*.jsonl{,.gz}`)).toBe(150);
    expect(await ask(`s3://${BUCKET}/b/four.jsonl`)).toBe(7);
    expect(await ask(`s3://${BUCKET}/a/2026/*.jsonl`, `s3://${BUCKET}/a/2026/one.jsonl`)).toBe(100);
  });

  it("are all found where their list has several pages", async () => {
    const pages = [
      "<Contents><Key>a/1.jsonl</Key></Contents><IsTruncated>true</IsTruncated><NextContinuationToken>more</NextContinuationToken>",
      "<Contents><Key>a/2.jsonl</Key></Contents><Contents><Key>a/</Key></Contents><IsTruncated>false</IsTruncated>",
    ];
    // s3rver cannot make a second page: its tokens are ciphers that OpenSSL 3 has no more.
    const listing = createHttpServer(({ url = "" }, response) => {
      const { searchParams } = new URL(url, "http://localhost");
      const page = pages[searchParams.get("continuation-token") === "more" ? 1 : 0];
      const isList = searchParams.get("list-type") === "2";
      response.end(isList ? `<ListBucketResult>${page}</ListBucketResult>` : lines(5));
    });
    listing.listen(0, "127.0.0.1");
    await once(listing, "listening");
    useEndpoint((listing.address() as AddressInfo).port);
    try {
      const { out, err } = await runProgram(["s3://exports/a/*", "--report", "types", "--workers", "0"]);
      expect(err).toBe("");
      expect(out).toMatch(/^10 events /);
    } finally {
      useEndpoint(port);
      listing.closeAllConnections();
      listing.close();
    }
  });

  it("that are not there are named", async () => {
    expect(await runProgram([`s3://${BUCKET}/none/*.jsonl`])).toMatchObject({
      exit: 2,
      err: `auth-events-audit: s3://${BUCKET}/none/*.jsonl: no object matches\n`,
    });
    expect(await runProgram([`s3://${BUCKET}/none.jsonl`])).toMatchObject({
      exit: 2,
      err: `auth-events-audit: s3://${BUCKET}/none.jsonl: there is no such object\n`,
    });
    expect(await runProgram(["s3://nobodys-bucket/*.jsonl"])).toMatchObject({
      exit: 2,
      err: "auth-events-audit: s3://nobodys-bucket/*.jsonl: there is no such bucket\n",
    });
    expect((await runProgram([`s3://${BUCKET}`])).err).toContain("expected s3://bucket/key");
  });

  it("that grew are read on from where they were", async () => {
    const database = join(folder, "grown.duckdb");
    const text = lines(3_000);
    const middle = text.indexOf("\n", text.length / 2) + 1;
    await put("grown.jsonl", text.slice(0, middle));
    await runProgram(["--database", database, `s3://${BUCKET}/grown.jsonl`]);
    await runProgram(["--database", database, `s3://${BUCKET}/grown.jsonl`]);
    await put("grown.jsonl", text);
    await runProgram(["--database", database, `s3://${BUCKET}/grown.jsonl`]);
    expect(await count(database)).toEqual([{ events: 3_000, lines: 3_000 }]);
  });

  it("are gone on with where the connection is cut", async () => {
    const cuts = await startCutter(port);
    useEndpoint(cuts.port);
    try {
      const database = join(folder, "cut.duckdb");
      await put("cut.jsonl", lines(20_000));
      cuts.arm(3);
      const { exit, err } = await runProgram([
        ...["--database", database, "--workers", "0"],
        `s3://${BUCKET}/cut.jsonl`,
      ]);
      expect({ exit, err, left: cuts.left() }).toEqual({ exit: 0, err: "", left: 0 });
      expect(await count(database)).toEqual([{ events: 20_000, lines: 20_000 }]);
    } finally {
      useEndpoint(port);
      await cuts.close();
    }
  });

  it("count once each when the program is killed and started again", async () => {
    const database = join(folder, "killed.duckdb");
    await put("killed.jsonl", lines(40_000));
    const args = ["--database", database, "--commit", "1000", "--workers", "1", "--report", "types"];
    const name = `s3://${BUCKET}/killed.jsonl`;
    const child = spawn(process.execPath, [MAIN, ...args, name], { stdio: "ignore" });
    const ended = once(child, "exit");
    while (child.exitCode === null && (await sizeOf(database)) < 600_000) await wait(2);
    child.kill("SIGKILL");
    await ended;
    const [half] = (await count(database)) as [{ events: number }];
    expect(half.events).toBeGreaterThan(0);
    expect(half.events).toBeLessThan(40_000);
    const again = spawn(process.execPath, [MAIN, ...args, name], { stdio: "ignore" });
    expect(await once(again, "exit")).toEqual([0, null]);
    expect(await count(database)).toEqual([{ events: 40_000, lines: 40_000 }]);
  });
});

describe("Parquet files of several machines in S3", () => {
  it("are asked as those on a disk", async () => {
    const sql = ["--sql", "SELECT count(*) AS events, count(DISTINCT event_id) AS ids FROM events"];
    for (const machine of ["one", "two"]) {
      const seed = machine.length + machine.charCodeAt(0);
      const text = [...createEventLines({ count: 500, seed })].join("");
      const output = join(folder, `${machine}.parquet`);
      const write = ["--report", "events", "--format", "parquet", "--output", output, "-"];
      expect((await runProgram(write, text)).err).toBe("");
      await put(`parquet/${machine}.parquet`, await readFile(output));
    }
    const asked = await runProgram([
      ...["--events", `s3://${BUCKET}/parquet/*.parquet`, "--format", "json"],
      ...sql,
    ]);
    expect(asked.err).toBe("");
    const local = await runProgram(["--events", join(folder, "*.parquet"), "--format", "json", ...sql]);
    expect(JSON.parse(asked.out)).toEqual(JSON.parse(local.out));
    expect(JSON.parse(asked.out).reports.sql.rows[0].events).toBeGreaterThan(500);
  });
});

async function sizeOf(database: string): Promise<number> {
  const sizes = [database, `${database}.wal`].map(
    async (path) => (await stat(path).catch(() => undefined))?.size ?? 0,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** A way to a server that breaks connections in the middle of what they bring, as often as it is told to. */
async function startCutter(target: number) {
  let left = 0;
  const way = createServer((socket) => {
    const upstream = connect(target, "127.0.0.1");
    let passed = 0;
    upstream.on("data", (chunk) => {
      passed += chunk.length;
      socket.write(chunk);
      if (left === 0 || passed < 500_000) return;
      left -= 1;
      upstream.destroy();
      socket.resetAndDestroy();
    });
    socket.on("data", (chunk) => upstream.write(chunk));
    socket.on("error", () => upstream.destroy()).on("close", () => upstream.destroy());
    upstream.on("error", () => socket.destroy()).on("close", () => socket.end());
  });
  way.listen(0, "127.0.0.1");
  await once(way, "listening");
  return {
    port: (way.address() as AddressInfo).port,
    arm: (times: number) => {
      left = times;
    },
    left: () => left,
    close: async () => {
      way.close();
    },
  };
}
