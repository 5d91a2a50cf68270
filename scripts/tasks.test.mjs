import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

/** @typedef {{ taskId: string, task: string, directory: string, command: string, dependencies: string[] }} Task */

/** @returns {readonly Task[]} */
function planTests() {
  const out = execFileSync("npx", ["turbo", "run", "test", "test:scripts", "--dry=json"], {
    cwd: new URL("..", import.meta.url),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(out.slice(out.indexOf("{"))).tasks;
}

// Tests import helpers of other packages and of `scripts`, by paths that no package.json tells of.
it("no test starts before every package that is published is built", () => {
  const tasks = planTests();
  const waitsFor = new Map(tasks.map(({ taskId, dependencies }) => [taskId, dependencies]));
  /** @param {string} id */
  const findAll = (id, found = new Set()) => {
    for (const each of waitsFor.get(id) ?? []) if (!found.has(each)) findAll(each, found.add(each));
    return found;
  };
  const builds = tasks.filter(
    ({ task, directory, command }) =>
      task === "build" && command !== "<NONEXISTENT>" && /^packages.[\w-]+$/.test(directory),
  );
  const tests = tasks.filter(({ task }) => task.startsWith("test"));
  expect(builds.length).toBeGreaterThan(15);
  expect(tests.length).toBeGreaterThan(builds.length);
  for (const test of tests) {
    const awaited = findAll(test.taskId);
    const early = builds.filter(({ taskId }) => !awaited.has(taskId)).map(({ taskId }) => taskId);
    expect(early, test.taskId).toEqual([]);
  }
});
