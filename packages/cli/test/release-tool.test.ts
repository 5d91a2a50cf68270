import { execFileSync } from "node:child_process";
import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AuthEventsValues } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { CONFIG, createService, modelText, type Workspace } from "./workspace.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const CHANGESET = join(ROOT, "node_modules/@changesets/cli/bin.js");
const SHAPELOG = "@shapelog/changelog/changesets";
const CHANGELOG = "packages/events/CHANGELOG.md";

/** A repository with a service, as a team has it, and the release tool. */
interface Repository {
  readonly workspace: Workspace;
  changeset(...args: readonly string[]): void;
  commit(): void;
  /** Edits the model, records and builds it, and commits all. */
  edit(date: string, values: AuthEventsValues, bump: string): Promise<void>;
  version(): string;
  /** Returns what `check` says; nothing where all agrees. */
  check(): Promise<string>;
}

async function createRepository(config: { readonly changelog: string; readonly prettier?: boolean }) {
  const workspace = await createService();
  const environment = {
    ...process.env,
    ...{ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
    ...{ GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.com" },
    ...{ GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.com" },
  };
  const start = (program: string, args: readonly string[]) =>
    execFileSync(program, args, { cwd: workspace.folder, env: environment, stdio: "pipe" });
  const repository: Repository = {
    workspace,
    changeset: (...args) => void start(process.execPath, [CHANGESET, ...args]),
    commit() {
      start("git", ["add", "-A"]);
      start("git", ["commit", "-qm", "Change the API"]);
    },
    async edit(date, values, bump) {
      workspace.write("models/events/model.json", modelText(values));
      const recorded = await workspace.run(
        "record",
        "--date",
        date,
        "--note",
        `As of *${date}*:\n\n- new\n- words; \`Failure\`, \`SignUp\` and \`ForgotPassword\` left`,
      );
      expect(recorded).toMatchObject({ exit: 0, err: "" });
      expect(workspace.read(findChangeset(workspace, date))).toContain(`"@example/events": ${bump}`);
      await workspace.run("build");
      repository.commit();
    },
    version: () => JSON.parse(workspace.read("packages/events/package.json")).version,
    async check() {
      const { exit, err } = await workspace.run("check");
      return exit === 0 ? err : `${exit}: ${err}`;
    },
  };
  workspace.write(
    "package.json",
    JSON.stringify({ name: "team", private: true, workspaces: ["packages/*"] }),
  );
  workspace.write(".gitignore", "node_modules\n");
  workspace.write(".changeset/config.json", JSON.stringify({ ...config, baseBranch: "main" }));
  symlinkSync(join(ROOT, "node_modules"), join(workspace.folder, "node_modules"));
  start("git", ["init", "-q", "-b", "main"]);
  repository.commit();
  return repository;
}

const VALUES = {
  more: {
    eventType: ["SignIn", "SignUp", "ForgotPassword", "Resend"],
    eventResponse: ["Success", "Failure"],
  },
  fewer: { eventType: ["SignIn", "SignUp", "ForgotPassword", "Resend"], eventResponse: ["Success"] },
  other: { eventType: ["SignIn", "Resend"], eventResponse: ["Success"] },
} satisfies Readonly<Record<string, AuthEventsValues>>;

describe.each([
  ["the generator of changesets, formatted", { changelog: "@changesets/cli/changelog" }],
  ["the generator of changesets", { changelog: "@changesets/cli/changelog", prettier: false }],
  ["our generator, formatted", { changelog: SHAPELOG }],
  ["our generator", { changelog: SHAPELOG, prettier: false }],
])("check agrees with what the release tool writes, by %s", (_, config) => {
  it("after releases, a snapshot, and prereleases that become a release", async () => {
    const repository = await createRepository(config);
    const { workspace, check, version } = repository;
    await repository.edit("2022-08-16", VALUES.more, "minor");
    expect(await check()).toBe("");
    repository.changeset("version");
    expect([version(), await check()]).toEqual(["0.1.0", ""]);
    repository.commit();

    await repository.edit("2022-08-17", VALUES.fewer, "major");
    repository.changeset("version", "--snapshot");
    expect(version()).toMatch(/^0\.0\.0-\d+$/);
    expect(await check()).toBe("");
    execFileSync("git", ["reset", "-q", "--hard"], { cwd: workspace.folder });

    repository.changeset("pre", "enter", "next");
    repository.changeset("version");
    expect([version(), await check()]).toEqual(["1.0.0-next.0", ""]);
    repository.commit();
    await repository.edit("2022-08-18", VALUES.other, "major");
    repository.changeset("version");
    expect([version(), await check()]).toEqual(["1.0.0-next.1", ""]);
    repository.changeset("pre", "exit");
    repository.changeset("version");
    expect([version(), await check()]).toEqual(["1.0.0", ""]);
    expect(workspace.read(CHANGELOG).match(/shapelog:facts events 2022-08-17/g)).toHaveLength(2);
  });
});

/** Returns the path of the changeset of a day's revision. */
function findChangeset({ folder }: Workspace, date: string): string {
  const names = readdirSync(join(folder, ".changeset"));
  return `.changeset/${names.find((name) => name.startsWith(`events-${date}`))}`;
}

it("our generator prints facts as they stand in the changeset", async () => {
  const repository = await createRepository({ changelog: SHAPELOG, prettier: false });
  await repository.edit("2022-08-18", VALUES.fewer, "major");
  const [, facts = ""] = /\n(<!-- shapelog:facts [\s\S]*)$/.exec(
    repository.workspace.read(findChangeset(repository.workspace, "2022-08-18")),
  ) ?? [""];
  repository.changeset("version");
  const changelog = repository.workspace.read(CHANGELOG);
  expect(changelog).toContain(`\n\n${facts}`);
  expect(changelog).toMatch(
    /^- [0-9a-f]{7}: As of \*2022-08-18\*:\n\n {2}- new\n {2}- words; `Failure`, `SignUp` and `ForgotPassword` left\n\n<!-- shapelog/m,
  );
});

describe("an edit after a release", () => {
  const MANIFEST = "packages/events/package.json";

  async function createReleased() {
    const repository = await createRepository({ changelog: "@changesets/cli/changelog" });
    await repository.edit("2022-08-16", VALUES.more, "minor");
    repository.changeset("version");
    await repository.edit("2022-08-17", VALUES.fewer, "major");
    return repository;
  }

  it.each([
    ["the manifest", MANIFEST, '"version": "0.1.0"', '"version": "0.1.1"', "changelog/wrong-version"],
    ["the changelog", CHANGELOG, "added `Resend`", "added `Send`", "changelog/wrong-facts"],
  ])("of %s is found there", async (_, file, from, to, code) => {
    const { workspace } = await createReleased();
    workspace.write(file, workspace.read(file).replace(from, to));
    const [first] = JSON.parse((await workspace.run("check", "--format", "json")).out);
    expect(first).toMatchObject({ code, location: { file } });
  });

  it("of a changeset is put right by record", async () => {
    const { workspace, check } = await createReleased();
    const pending = findChangeset(workspace, "2022-08-17");
    const text = workspace.read(pending);
    for (const [from, to] of [
      ['"@example/events": major', '"@example/events": patch'],
      ['"@example/events": major\n', ""],
      ["Release: major", "Release: minor"],
    ] as const) {
      workspace.write(pending, text.replace(from, to));
      expect(await check()).toContain("npx shapelog record --service events --changeset-only");
      await workspace.run("record", "--service", "events", "--changeset-only");
      expect(workspace.read(pending)).toBe(text);
    }
  });
});

it("a service that mirrors an API releases by its types alone", async () => {
  const model = JSON.parse(modelText());
  model.shapes["com.example.events#ListAuthEventsRequest"].members.UserPoolId.traits = {
    "smithy.api#length": { max: 55 },
  };
  for (const [bump, sentence] of [
    [undefined, "Release: major, because"],
    ["types", "Release: minor for the types alone, because"],
  ]) {
    const workspace = await createService();
    const service = { ...CONFIG.services.events, ...(bump ? { bump } : {}) };
    workspace.write("shapelog.config.json", JSON.stringify({ services: { events: service } }));
    workspace.write("models/events/model.json", JSON.stringify(model));
    const { out } = await workspace.run("record", "--date", "2022-08-18");
    expect(out).toContain(sentence);
    expect(workspace.read(findChangeset(workspace, "2022-08-18"))).toContain(sentence);
    await workspace.run("build");
    expect((await workspace.run("check")).err).toBe("");
  }
});
