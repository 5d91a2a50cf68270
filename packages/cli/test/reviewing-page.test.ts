import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import process from "node:process";
import { kindsText } from "@shapelog/testing/kinds-text";
import { describe, expect, it } from "vitest";
import { type Gitlab, OWN, startGitlab } from "./gitlab.js";
import { createRepository } from "./history-repository.js";
import { createWorkspace, type Workspace } from "./workspace.js";

const PAGE = readFileSync(new URL("../../../docs/reviewing.md", import.meta.url), "utf8");
const MODEL = "models/events/model.smithy";

/** Returns a block of the page by what stands behind its fence. */
function readBlock(info: string): string {
  const [, block = ""] = PAGE.split(`\n\`\`\`${info}\n`);
  return block.slice(0, block.indexOf("\n```") + 1);
}

/** Returns a repository whose service got a value since `origin/main`. */
async function createChange(): Promise<Workspace> {
  const workspace = createWorkspace();
  const repository = createRepository(workspace.folder);
  const services = { events: { model: MODEL, ledger: "models/events/ledger" } };
  workspace.write("shapelog.config.json", JSON.stringify({ services }));
  for (const values of [
    ["IN", "OUT"],
    ["IN", "OUT", "UP"],
  ]) {
    workspace.write(MODEL, kindsText(values));
    await workspace.run("record", "--date", "2022-01-01", "--note", "A change.");
    repository.commit({});
  }
  repository.git("update-ref", "refs/remotes/origin/main", "HEAD~1");
  return workspace;
}

it("shows a report as it is", async () => {
  const { out } = await (await createChange()).run("review", "--format", "markdown");
  expect(out.replace(/(?<=at `)[0-9a-f]{12}/, "0123456789ab")).toBe(readBlock("markdown"));
});

describe.skipIf(process.platform === "win32")("the script for GitLab", () => {
  const MARK = "<!-- shapelog:review -->";
  const REPORT = `**Breaking**: 1 breaking & more.\n\n### events\n\n- + 100 %\n\n${MARK}\n`;

  async function runScript(gitlab: Gitlab, report = REPORT) {
    const workspace = createWorkspace();
    workspace.write("review.md", report);
    workspace.write("gitlab-note.sh", readBlock("sh gitlab-note.sh"));
    const env = {
      ...process.env,
      CI_API_V4_URL: gitlab.url,
      CI_PROJECT_ID: "5",
      CI_MERGE_REQUEST_IID: "7",
      GITLAB_TOKEN: "glpat-secret",
    };
    const child = spawn("sh", ["gitlab-note.sh"], { cwd: workspace.folder, env });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        log += String(chunk);
      });
    }
    const [exit] = await once(child, "close");
    return { exit, log };
  }

  it("writes a note, and then over it", async () => {
    const gitlab = await startGitlab();
    expect(await runScript(gitlab)).toEqual({ exit: 0, log: "" });
    expect(gitlab.notes).toEqual([{ id: 1, body: REPORT, author: { id: OWN } }]);
    const nothing = `**Nothing changed** in 1 service.\n\n${MARK}\n`;
    expect((await runScript(gitlab, nothing)).exit).toBe(0);
    expect(gitlab.notes.map(({ body }) => body)).toEqual([nothing]);
    expect([...gitlab.tokens]).toEqual(["glpat-secret"]);
  });

  it("writes over its own alone, on whichever page it is", async () => {
    const gitlab = await startGitlab();
    gitlab.add(7, `Mine.\n\n${MARK}`);
    for (let index = 0; index < 120; index++) gitlab.add(7, "Words.");
    gitlab.add(OWN, `It quotes ${MARK} in a line.`);
    const own = gitlab.add(OWN, `Old.\n\n${MARK}`);
    expect((await runScript(gitlab)).exit).toBe(0);
    expect(gitlab.writes).toEqual([`PUT /projects/5/merge_requests/7/notes/${own.id}`]);
    expect(own.body).toBe(REPORT);
  });

  it("writes none where nothing changed", async () => {
    const gitlab = await startGitlab();
    expect((await runScript(gitlab, `**Nothing changed** in 1 service.\n\n${MARK}\n`)).exit).toBe(0);
    expect(gitlab.writes).toEqual([]);
  });

  it("tries again what fails for a while, and fails where it stays so", async () => {
    const gitlab = await startGitlab();
    gitlab.failures = 1;
    expect((await runScript(gitlab)).exit).toBe(0);
    expect(gitlab.notes).toHaveLength(1);
    const { exit } = await runScript({ ...gitlab, url: `${gitlab.url}/none` });
    expect(exit).not.toBe(0);
  });
});

describe("the hooks for pre-commit", () => {
  const entries = [...readBlock("yaml .pre-commit-config.yaml").matchAll(/entry: npx --no shapelog (.*)/g)];
  const commands = entries.map(([, words = ""]) => words.split(" "));

  it.each([
    ["agrees", kindsText(["IN", "OUT", "UP"]), [0, 0]],
    ["is not recorded and not in canonical form", `${kindsText(["IN"])}\n\n`, [1, 1]],
  ])("end as commits are to where a model %s", async (_, model, exits) => {
    const workspace = await createChange();
    workspace.write(MODEL, model);
    const [fmt = [], check = []] = commands;
    const ran = [await workspace.run(...fmt, MODEL), await workspace.run(...check)];
    expect(ran.map(({ exit }) => exit)).toEqual(exits);
  });
});
