import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

interface Task {
  readonly taskId: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
}

/** Returns what turbo would do to build this site, without doing it. */
function planBuild(): ReadonlyMap<string, Task> {
  const out = execFileSync("npx", ["turbo", "run", "build", "--filter=@shapelog/docs", "--dry=json"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  const plan: { readonly tasks: readonly Task[] } = JSON.parse(out.slice(out.indexOf("{")));
  return new Map(plan.tasks.map((task) => [task.taskId, task]));
}

it("an edit of the style sheet, of the script or of a model builds the site again", () => {
  const tasks = planBuild();
  const inputs = new Set<string>();
  const pending = ["@shapelog/docs#build"];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const [name] = id.split("#");
    for (const input of Object.keys(tasks.get(id)?.inputs ?? {})) inputs.add(`${name} ${input}`);
    pending.push(...(tasks.get(id)?.dependencies ?? []));
  }
  expect(inputs).toContain("@shapelog/site assets/site.css");
  expect(inputs).toContain("@shapelog/site assets/site.js");
  expect([...inputs].filter((input) => input.endsWith("model.smithy"))).not.toEqual([]);
});
