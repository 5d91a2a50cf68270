import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { createService, type Workspace } from "./workspace.js";

const MANIFEST = "packages/events/package.json";

it("what a team adds to the manifest of a package is kept, and is no difference", async () => {
  const workspace = await createService();
  const made = JSON.parse(workspace.read(MANIFEST));
  const { name, ...others } = made;
  const scripts = { ...made.scripts, test: "vitest" };
  const changed = { name, keywords: ["events"], ...others, scripts, homepage: "https://example.com" };
  workspace.write(MANIFEST, `${JSON.stringify(changed, null, 2)}\n`);
  expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  expect(await workspace.run("build")).toMatchObject({ exit: 0, err: "" });
  expect(JSON.parse(workspace.read(MANIFEST))).toEqual(changed);
});

it("what is ours in it is not, and is told", async () => {
  const workspace = await createService();
  workspace.write(MANIFEST, workspace.read(MANIFEST).replace('"type": "module"', '"type": "commonjs"'));
  expect((await workspace.run("check")).err).toContain(
    `npx shapelog build --service events --replace ${MANIFEST}`,
  );
});

it("a package that was not built is not packed, and the message says what to run", async () => {
  const workspace = await createService();
  const unbuilt = pack(workspace);
  expect(unbuilt.status).not.toBe(0);
  expect(unbuilt.stderr).toContain("./dist/index.js, ");
  expect(unbuilt.stderr).toContain("Run: npm run build");
  const { exports } = JSON.parse(workspace.read(MANIFEST));
  mkdirSync(join(workspace.folder, "packages/events/dist"));
  for (const entry of Object.values<{ readonly default?: string }>(exports))
    if (entry.default && !entry.default.includes("*"))
      writeFileSync(join(workspace.folder, "packages/events", entry.default), "");
  expect(pack(workspace)).toMatchObject({ status: 0 });
});

function pack({ folder }: Workspace) {
  return spawnSync("npm", ["pack", "--dry-run"], {
    cwd: join(folder, "packages/events"),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
}
