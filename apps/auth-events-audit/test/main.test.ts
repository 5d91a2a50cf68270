import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const FOLDER = fileURLToPath(new URL("..", import.meta.url));

function runMain(args: readonly string[], input: string) {
  // Without both: Node itself warns on the standard error where both are there, even empty.
  const { FORCE_COLOR: _, NO_COLOR: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/main.js", ...args], {
    cwd: FOLDER,
    input,
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

describe("the program, as it is built", () => {
  it("reads the standard input, writes without colors to a pipe, and ends with the exit code", () => {
    const { status, stdout, stderr } = runMain([], '{"EventType":"SignIn"}\nx\n');
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toMatch(/^1 event in 2 lines or pages\n1 broken\n/);
    expect(stdout).not.toContain("\u001b");
  });

  it("says on the standard error what it could not do", () => {
    expect(runMain(["--nope"], "")).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining("--nope"),
    });
  });

  it("leaves nothing behind where it is interrupted", async () => {
    const folder = await mkdtemp(join(tmpdir(), "auth-events-"));
    const child = spawn(process.execPath, ["dist/main.js", "-"], {
      cwd: FOLDER,
      env: { ...process.env, TMPDIR: folder },
    });
    // It waits for its input: when the folder is there, it has started.
    while ((await readdir(folder)).length === 0) await setTimeout(20);
    child.kill("SIGINT");
    const [code] = await once(child, "exit");
    expect(code).toBe(130);
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it("keeps no more of long values than it prints", () => {
    const line = (index: number) => `${JSON.stringify({ EventType: `${index}${"x".repeat(3e6)}` })}\n`;
    const input = Array.from({ length: 50 }, (_, index) => line(index)).join("");
    const args = ["--max-old-space-size=64", "dist/main.js"];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: FOLDER, input, encoding: "utf8" });
    expect(status).toBe(0);
    expect(stdout).toContain("50 lines or pages");
  });

  it("starts with the sample, and ends well", () => {
    expect(runMain(["--exit-zero", "sample/auth-events.jsonl"], "")).toMatchObject({ status: 0, stderr: "" });
  });
});
