import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findRevisions, type HistoryRow } from "@shapelog/history";
import { replay } from "@shapelog/ledger";
import { printIdl } from "@shapelog/smithy";
import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { afterAll, describe, expect, it } from "vitest";
import { botocoreText, createRepository, modelPath, type Repository } from "./history-repository.js";
import { createWorkspace, eventsModel, modelText, ownerText, type Workspace } from "./workspace.js";

const BIN = fileURLToPath(new URL("../bin/shapelog.js", import.meta.url));
const note = (category: string, description: string) =>
  JSON.stringify([{ category: `\`\`${category}\`\``, description, type: "api-change" }]);

/** Gives the member `Name` of the first record another name. */
const renameMember = (text: string) => {
  const member = (name: string) => `"${name}": {\n          "shape": "Name"\n        }`;
  return text.replace(member("Name"), member("Title"));
};
/** What stands beside alpha's model. */
const besidePath = modelPath("alpha").replace("service-2.json", "paginators-1.json");

const template = mkdtempSync(join(tmpdir(), "shapelog-history-"));
afterAll(() => rmSync(template, { recursive: true }));
let history: Repository | undefined;

/** Puts a history into a workspace. It is committed once, and copied. */
function createHistory(workspace: Workspace): Repository {
  history ??= commitHistory(template);
  return history.copyTo(join(workspace.folder, "repo"));
}

/** Five services: one changes, one gets another name, one a new version, one breaks for a while, one ends. */
function commitHistory(folder: string): Repository {
  const repository = createRepository(folder);
  repository.commit({
    [modelPath("alpha")]: botocoreText("Alpha", ["a", "b"]),
    [modelPath("old-name")]: botocoreText("Named", ["a", "b"]),
    [modelPath("gamma", "2019-01-01")]: botocoreText("Gamma", ["a"]),
    [modelPath("delta")]: botocoreText("Delta", ["a"]),
    [modelPath("omega")]: botocoreText("Omega", ["a"]),
    [besidePath]: JSON.stringify({ pagination: { List: { input_token: "Token", output_token: "Next" } } }),
    "README.md": "models",
    "tests/data/alpha/2020-01-01/service-2.json": "not a model",
  });
  repository.commit({
    [modelPath("alpha")]: botocoreText("Alpha", ["a", "c"]),
    ".changes/1.0.0.json": note("alpha", "Kind no longer returns the value B."),
  });
  repository.commit({
    [modelPath("old-name")]: undefined,
    [modelPath("new-name")]: botocoreText("Named", ["a", "b", "c"]),
    [modelPath("gamma")]: botocoreText("Gamma", ["a", "b"]),
    [modelPath("delta")]: '{\n  "metadata": {\n',
    ".changes/1.1.0.json": note("new-name", "Update to latest version"),
  });
  repository.commit({
    [modelPath("delta")]: botocoreText("Delta", ["a", "z"]),
    [modelPath("gamma", "2019-01-01")]: botocoreText("Gamma", ["a", "old"]),
    [modelPath("omega")]: undefined,
    [modelPath("new-name")]: renameMember(botocoreText("Named", ["c"])),
  });
  return repository;
}

const walk = (workspace: Workspace, ...args: readonly string[]) =>
  workspace.run("history", "repo", "--out", "out", "--workers", "0", ...args);

function rowsOf(workspace: Workspace, service: string, out = "out"): HistoryRow[] {
  const text = workspace.read(`${out}/ledgers/${service}.jsonl`);
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function ledgers(workspace: Workspace, ...outs: readonly string[]): Record<string, string> {
  const files = outs.flatMap((out) =>
    readdirSync(join(workspace.folder, out, "ledgers")).map((name) => [name, out]),
  );
  return Object.fromEntries(
    files.sort().map(([name = "", out = ""]) => [name, workspace.read(`${out}/ledgers/${name}`)]),
  );
}

const summary = async (running: ReturnType<Workspace["run"]>) => JSON.parse((await running).out);

describe("shapelog history", () => {
  it("writes a ledger per service that replays, through names, versions, broken models and ends", async () => {
    const workspace = createWorkspace();
    createHistory(workspace);
    const { exit, out, err } = await walk(workspace);
    expect(exit).toBe(0);
    expect(out).toMatch(/^6 pairs; .* 0 unclassified; 0 lost; 1 unreadable; .* for 13 new revisions\n$/);
    expect(err).toContain("history/unreadable-model");
    expect(Object.keys(ledgers(workspace, "out"))).toEqual(
      ["alpha", "delta", "gamma", "new-name", "omega"].map((name) => `${name}.jsonl`),
    );
    for (const service of ["alpha", "delta", "gamma", "new-name", "omega"]) {
      const rows = rowsOf(workspace, service);
      for (const row of rows) {
        const revisions = findRevisions(rows, row);
        expect(replay({ service, revisions }).diagnostics).toEqual([]);
      }
    }
    expect(rowsOf(workspace, "new-name").map(({ id, path }) => `${id} ${path.split("/")[2]}`)).toEqual([
      "2020-01-01 old-name",
      "2020-01-03 new-name",
      "2020-01-04 new-name",
    ]);
    expect(rowsOf(workspace, "delta").map(({ id }) => id)).toEqual(["2020-01-01", "2020-01-04"]);
    expect(rowsOf(workspace, "omega").at(-1)).toMatchObject({
      ...{ date: "2020-01-04", gone: true },
      findings: [{ rule: "service.removed", verdict: "breaking", operations: ["List"], told: "none" }],
    });
    // Both versions of gamma start from the old one.
    expect(rowsOf(workspace, "gamma").map(({ id, parent }) => [id, parent])).toEqual([
      ["2020-01-01", null],
      ["2020-01-03", "2020-01-01"],
      ["2020-01-04", "2020-01-01"],
    ]);
  });

  it("tells once of a service that goes on as a copy of itself under another name and id", async () => {
    const workspace = createWorkspace();
    const repository = createRepository(join(workspace.folder, "repo"));
    repository.commit({ [modelPath("mist")]: botocoreText("Mist", ["a", "b"]) });
    repository.commit({ [modelPath("fog")]: botocoreText("Fog", ["a", "b"]) });
    repository.commit({ "README.md": "models" });
    repository.commit({ [modelPath("mist")]: undefined });
    repository.commit({ [modelPath("fog")]: botocoreText("Fog", ["a", "c"]) });
    expect(await summary(walk(workspace, "--format", "json"))).toMatchObject({
      services: 1,
      pairs: 2,
      lost: 0,
    });
    const rows = rowsOf(workspace, "fog");
    expect(rows.map(({ id, parent, formerly }) => [id, parent, formerly])).toEqual([
      ["2020-01-01", null, undefined],
      ["2020-01-02", "2020-01-01", "mist"],
      ["2020-01-05", "2020-01-02", undefined],
    ]);
    expect(rows[1]?.findings.map(({ rule }) => rule)).toEqual([
      "service.renamed",
      "service.identity.changed",
    ]);
    // What an earlier run read is not read again.
    repository.commit({ [modelPath("fog")]: botocoreText("Fog", ["a", "d"]) });
    expect(await summary(walk(workspace, "--format", "json"))).toMatchObject({ run: { revisions: 1 } });
  });

  it("has a row for another name, though nothing else changed", async () => {
    const workspace = createWorkspace();
    const repository = createRepository(join(workspace.folder, "repo"));
    repository.commit({ [modelPath("mist")]: botocoreText("Mist", ["a"]) });
    repository.commit({ [modelPath("mist")]: undefined, [modelPath("fog")]: botocoreText("Mist", ["a"]) });
    await walk(workspace);
    const rows = rowsOf(workspace, "fog");
    expect(rows.at(-1)).toMatchObject({ parent: "2020-01-01", formerly: "mist", changes: [], findings: [] });
    expect(replay({ service: "fog", revisions: findRevisions(rows, rows[1]!) }).diagnostics).toEqual([]);
  });

  it("tells of no other id where no revision states one and its short name changes", async () => {
    const workspace = createWorkspace();
    const repository = createRepository(join(workspace.folder, "repo"));
    const unnamed = (short: string) =>
      botocoreText("Mist", ["a"]).replace(/"serviceId": "Mist"/, `"serviceAbbreviation": "${short}"`);
    repository.commit({ [modelPath("mist")]: unnamed("Old Mist") });
    repository.commit({ [modelPath("mist")]: unnamed("Mist") });
    await walk(workspace);
    const [, row] = rowsOf(workspace, "mist");
    expect(row?.findings.map(({ rule }) => rule)).toEqual(["description.changed"]);
  });

  it("lists a service's end among what broke without a word", async () => {
    const workspace = createWorkspace();
    createHistory(workspace);
    const { out } = await walk(workspace, "--silent");
    expect(out).toContain(
      "omega 2020-01-04 `service.removed` The service `Omega` is gone, with its operation `List`. [List]\n",
    );
  });

  it("says of each row where it came from, the vendor's note, and what the note leaves out", async () => {
    const workspace = createWorkspace();
    createHistory(workspace);
    const { out } = await walk(workspace, "--silent");
    const [, changed] = rowsOf(workspace, "alpha");
    expect(changed).toMatchObject({
      date: "2020-01-02",
      source: { name: "botocore", version: "1.0.0" },
      vendor: {
        source: "botocore",
        version: "1.0.0",
        file: ".changes/1.0.0.json",
        text: "Kind no longer returns the value B.",
      },
    });
    expect(changed).not.toHaveProperty("note");
    expect(changed?.findings.map(({ verdict }) => verdict)).toContain("check");
    const last = rowsOf(workspace, "new-name").at(-1);
    const breaking = last?.findings.filter(({ verdict }) => verdict === "breaking") ?? [];
    expect(breaking.length).toBeGreaterThan(0);
    expect(breaking.every(({ told }) => told === "none")).toBe(true);
    expect(out).toMatch(/^new-name 2020-01-04 .*Name/m);
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/pairs; /);
  });

  it("keeps apart what a note leaves out, a placeholder for a note, and no note at all", async () => {
    const workspace = createWorkspace();
    const repository = createRepository(join(workspace.folder, "repo"));
    const services = ["said", "named", "holder", "silent"];
    const models = (text: (name: string) => string) =>
      Object.fromEntries(services.map((name) => [modelPath(name), text(name)]));
    const notes = [
      { category: "said", description: "Adds support for tagging." },
      { category: "named", description: "Removed the field `Name`." },
      { category: "holder", description: "Update holder client to latest version" },
    ];
    repository.commit(models((name) => botocoreText(name, ["a"])));
    repository.commit({
      ...models((name) => renameMember(botocoreText(name, ["a"]))),
      ".changes/1.0.0.json": JSON.stringify(notes),
    });
    const { out } = await walk(workspace, "--silent");
    const lines = out.split("\n").map((line) => line.replace(/^(\w+) 2020.*/, "$1"));
    expect(lines.slice(0, -2)).toEqual([
      "Breaking, and the note does not name it: 1",
      "said",
      "",
      "Breaking, and the note says nothing but that there is a new version: 1",
      "holder",
      "",
      "Breaking, and there is no note: 1",
      "silent",
      "",
    ]);
    const told = await summary(walk(workspace, "--format", "json", "--silent"));
    expect(told.told).toEqual({ unnamed: 1, placeholder: 1, none: 1, named: 1 });
    expect(told.list).toEqual([
      expect.objectContaining({
        service: "holder",
        told: "placeholder",
        version: "1.0.0",
        operations: 1,
        names: ["List"],
      }),
      expect.objectContaining({ service: "said", told: "unnamed" }),
      expect.objectContaining({ service: "silent", told: "none" }),
    ]);
  });

  it("continues where it was: a new commit walks only what it changed", async () => {
    const workspace = createWorkspace();
    const repository = createHistory(workspace);
    const first = await summary(walk(workspace, "--format", "json"));
    expect(first.run).toMatchObject({ revisions: 13, services: 5 });
    expect((await summary(walk(workspace, "--format", "json"))).run.revisions).toBe(0);
    repository.commit({ [modelPath("alpha")]: botocoreText("Alpha", ["a", "c", "d"]) });
    const more = await summary(walk(workspace, "--format", "json"));
    expect(more.run).toMatchObject({ revisions: 1, services: 1 });
    expect(more).toMatchObject({ pairs: first.pairs + 1, lost: 0, unreadable: 1 });
    await walk(workspace, "--out", "fresh");
    expect(ledgers(workspace, "out")).toEqual(ledgers(workspace, "fresh"));
  });

  it("makes a history anew that was rewritten, and drops services that are no more", async () => {
    const workspace = createWorkspace();
    const repository = createHistory(workspace);
    await walk(workspace);
    repository.git("reset", "--quiet", "--hard", "HEAD~2");
    repository.commit({ [modelPath("alpha")]: botocoreText("Alpha", ["x"]) });
    expect((await summary(walk(workspace, "--format", "json"))).run.services).toBeGreaterThan(0);
    await walk(workspace, "--out", "fresh");
    expect(ledgers(workspace, "out")).toEqual(ledgers(workspace, "fresh"));
  });

  it("gives with shards and with services, together, what it gives as a whole", async () => {
    const workspace = createWorkspace();
    createHistory(workspace);
    await walk(workspace);
    for (const index of [1, 2, 3]) await walk(workspace, "--out", `part${index}`, "--shard", `${index}/3`);
    expect(ledgers(workspace, "part1", "part2", "part3")).toEqual(ledgers(workspace, "out"));
    await walk(workspace, "--out", "some", "--service", "alpha", "--service", "old-name");
    const { "alpha.jsonl": alpha, "new-name.jsonl": named } = ledgers(workspace, "out");
    expect(ledgers(workspace, "some")).toEqual({ "alpha.jsonl": alpha, "new-name.jsonl": named });
    await walk(workspace, "--out", "some");
    expect(ledgers(workspace, "some")).toEqual(ledgers(workspace, "out"));
  });

  it("starts at a day with the state before it, and then gives the same rows", async () => {
    const workspace = createWorkspace();
    createHistory(workspace);
    await walk(workspace);
    await walk(workspace, "--out", "late", "--since", "2020-01-03");
    const [whole, late] = ["out", "late"].map((out) => rowsOf(workspace, "new-name", out));
    expect(late?.map(({ id }) => id)).toEqual(["2020-01-01", "2020-01-03", "2020-01-04"]);
    expect(late?.slice(1)).toEqual(whole?.slice(1));
    expect(existsSync(join(workspace.folder, "late/ledgers/alpha.jsonl"))).toBe(false);
    const { exit, err } = await walk(workspace, "--out", "late");
    expect([exit, err]).toEqual([2, expect.stringContaining("cli/other-since")]);
  });

  it("reads Smithy models of a team's own repository", async () => {
    const workspace = createWorkspace();
    const repository = createRepository(join(workspace.folder, "repo"));
    repository.commit({ "models/events/model.json": modelText() });
    repository.commit({ "models/events/model.json": modelText().replace('"title"', '"name"') });
    expect(await summary(walk(workspace, "--format", "json"))).toMatchObject({
      revisions: expect.any(Number),
      lost: 0,
    });
    expect(rowsOf(workspace, "events").length).toBeGreaterThan(0);
  });

  it("reads what stands beside models, has a row where that alone changes, and goes on from it", async () => {
    const workspace = createWorkspace();
    const repository = createRepository(join(workspace.folder, "repo"));
    const beside = (name: string) => modelPath("alpha").replace("service-2.json", name);
    const pages = (result: string) =>
      JSON.stringify({
        pagination: { List: { input_token: "Token", output_token: "Next", result_key: result } },
      });
    const extras = JSON.stringify({ merge: { pagination: { List: { more_results: "More" } } } });
    const acceptors = [{ state: "success", matcher: "error", expected: "NoSuchRecord" }];
    const waiters = { RecordsGone: { operation: "List", delay: 5, maxAttempts: 20, acceptors } };
    const commits: readonly Readonly<Record<string, string | undefined>>[] = [
      { [modelPath("alpha")]: botocoreText("Alpha", ["a"]), [beside("paginators-1.json")]: pages("Kinds") },
      { [beside("paginators-1.json")]: pages("Records"), ".changes/1.0.0.json": note("alpha", "Pages.") },
      { [beside("waiters-2.json")]: JSON.stringify({ version: 2, waiters }) },
      { [beside("paginators-1.sdk-extras.json")]: extras },
      { [beside("waiters-2.json")]: undefined },
      { [beside("paginators-1.json")]: undefined, [beside("paginators-1.sdk-extras.json")]: undefined },
    ];
    for (const commit of commits) {
      repository.commit(commit);
      await walk(workspace);
    }
    const rows = rowsOf(workspace, "alpha");
    expect(rows.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      [],
      ["operation.pagination.changed"],
      ["tooling.changed", "tooling.changed"],
      ["operation.pagination.changed"],
      ["tooling.changed", "tooling.changed"],
      ["operation.pagination.removed"],
    ]);
    expect(rows[1]).toMatchObject({ vendor: { text: "Pages." }, source: { version: "1.0.0" } });
    const walked = await summary(walk(workspace, "--out", "fresh", "--format", "json"));
    expect(walked).toMatchObject({ lost: 0, unreadable: 0, unclassified: 0, pairs: 5 });
    expect(ledgers(workspace, "out")).toEqual(ledgers(workspace, "fresh"));
  });

  it("goes on where a model becomes Smithy IDL, and tells of the values that the story turns on", async () => {
    const workspace = createWorkspace();
    const repository = createRepository(join(workspace.folder, "repo"));
    repository.commit({ "models/events/model.json": modelText() });
    repository.commit({
      "models/events/model.json": undefined,
      "models/events/model.smithy": printIdl(eventsModel(AUTH_EVENTS_VALUES.before)),
    });
    repository.commit({
      "models/events/model.smithy": printIdl(eventsModel(AUTH_EVENTS_VALUES.after)),
    });
    expect(await summary(walk(workspace, "--format", "json"))).toMatchObject({ lost: 0, unreadable: 0 });
    const [first, second, ...more] = rowsOf(workspace, "events");
    expect([first?.path, second?.path, more]).toEqual([
      "models/events/model.json",
      "models/events/model.smithy",
      [],
    ]);
    const values = second?.changes.flatMap((change) =>
      "value" in change ? [`${change.kind} ${change.value}`] : [],
    );
    expect(values).toEqual(expect.arrayContaining(["enum.value.removed Success", "enum.value.added Pass"]));
  });

  it("keeps a service with any name inside its folder", async () => {
    const workspace = createWorkspace();
    const repository = createRepository(join(workspace.folder, "repo"));
    const names = ["...", "CON", "a b\n\u001b[2J", "constructor", "__proto__", "Ünï", "x".repeat(200)];
    repository.commit(
      Object.fromEntries(names.map((name, at) => [modelPath(name), botocoreText(`S${at}`, ["a"])])),
    );
    const { exit, out } = await walk(workspace, "--silent");
    expect(exit).toBe(0);
    expect(out).toMatch(/^0 pairs/);
    const files = readdirSync(join(workspace.folder, "out/ledgers"));
    expect(files).toHaveLength(names.length);
    expect(files.every((file) => /^[\w.-]{1,80}$/.test(file))).toBe(true);
    expect(readdirSync(workspace.folder).sort()).toEqual(["out", "repo"]);
  });
});

describe("shapelog history, killed", () => {
  const start = (folder: string, out: string): ChildProcess =>
    spawn(process.execPath, [BIN, "history", "repo", "--out", out, "--workers", "2"], {
      cwd: folder,
      stdio: "ignore",
    });
  const end = (child: ChildProcess) => new Promise<void>((resolve) => child.on("close", () => resolve()));
  /** Waits for the first ledger, however long that takes, unless the program ends before. */
  const isThere = async (folder: string, child: ChildProcess) => {
    const isWritten = () => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".json"));
    while (!isWritten() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
  };

  it("continues and gives what a run without a stop gives", async () => {
    const workspace = createWorkspace();
    const repository = createRepository(join(workspace.folder, "repo"));
    for (let round = 0; round < 6; round++) {
      const values = Array.from({ length: round + 1 }, (_, value) => `v${value}`);
      const names = Array.from({ length: 24 }, (_, at) => `service-${at}`);
      repository.commit(
        Object.fromEntries(names.map((name) => [modelPath(name), botocoreText(name, values, 150)])),
      );
    }
    for (let kills = 0; kills < 2; kills++) {
      const child = start(workspace.folder, "out");
      const ended = end(child);
      const before = existsSync(join(workspace.folder, "out/services"))
        ? readdirSync(join(workspace.folder, "out/services")).length
        : 0;
      if (before === 0) await isThere(join(workspace.folder, "out/services"), child);
      child.kill("SIGKILL");
      await ended;
    }
    const done = readdirSync(join(workspace.folder, "out/services")).filter((name) =>
      name.endsWith(".json"),
    ).length;
    expect(done).toBeGreaterThan(0);
    const { run } = await summary(walk(workspace, "--format", "json"));
    expect(run.services).toBe(24 - done);
    await end(start(workspace.folder, "fresh"));
    expect(ledgers(workspace, "out")).toEqual(ledgers(workspace, "fresh"));
    expect(readdirSync(join(workspace.folder, "out")).sort()).toEqual(
      readdirSync(join(workspace.folder, "fresh")).sort(),
    );
  });

  it.each([
    ["a state file that is no JSON", "state.json", "{"],
    ["a state file of something else", "state.json", "{}"],
    ["an empty record", "services/alpha.json", ""],
    [
      "a record of another service's file",
      "services/alpha.json",
      '{"format":"shapelog-history-service/4","service":"../x"}',
    ],
    ["a ledger that was cut", "ledgers/alpha.jsonl", "{}"],
  ])("makes anew what %s vouched for", async (_, path, text) => {
    const workspace = createWorkspace();
    createHistory(workspace);
    await walk(workspace);
    const before = ledgers(workspace, "out");
    workspace.write(`out/${path}`, text);
    const { exit } = await walk(workspace);
    expect(exit).toBe(0);
    expect(ledgers(workspace, "out")).toEqual(before);
  });

  it("makes anew what another version wrote", async () => {
    const workspace = createWorkspace();
    createHistory(workspace);
    await walk(workspace);
    const record = workspace.read("out/services/alpha.json");
    workspace.write(
      "out/services/alpha.json",
      record.replace("shapelog-history-service/4", "shapelog-history-service/3"),
    );
    const { err } = await walk(workspace);
    expect(err).toContain("out/services/alpha.json is not as a run leaves it");
    expect(workspace.read("out/services/alpha.json")).toBe(record);
  });
});

describe("shapelog history, with a file that is missing", () => {
  /** Takes a file's object out of a repository; returns what puts it back. */
  const takeOut = ({ folder, git }: Repository, name: string) => {
    const id = git("rev-parse", name).trim();
    const path = join(folder, ".git/objects", id.slice(0, 2), id.slice(2));
    renameSync(path, join(folder, "..", id));
    return () => renameSync(join(folder, "..", id), path);
  };

  it.each([
    ["a model", `HEAD~2:${modelPath("alpha")}`, "history/missing-blob"],
    ["the newest model", `HEAD:${modelPath("new-name")}`, "history/missing-blob"],
    ["a model that moved", `HEAD~3:${modelPath("old-name")}`, "history/missing-blob"],
    ["what stands beside a model", `HEAD:${besidePath}`, "history/missing-blob"],
    ["notes", "HEAD:.changes/1.0.0.json", "cli/missing-notes"],
  ])("says so at every run, and gives what a whole one gives when it is there: %s", async (_, name, code) => {
    const workspace = createWorkspace();
    const repository = createHistory(workspace);
    const putBack = takeOut(repository, name);
    for (const revisions of [13, 0]) {
      const { exit, out, err } = await walk(workspace, "--format", "json");
      expect([exit, err]).toEqual([0, expect.stringContaining(`[${code}]`)]);
      if (code === "cli/missing-notes" || revisions === 0)
        expect(JSON.parse(out).run.revisions).toBe(revisions);
    }
    putBack();
    const { exit, err } = await walk(workspace);
    expect([exit, err]).toEqual([0, expect.not.stringContaining(`[${code}]`)]);
    await walk(workspace, "--out", "fresh");
    expect(ledgers(workspace, "out")).toEqual(ledgers(workspace, "fresh"));
    expect((await summary(walk(workspace, "--format", "json"))).run.revisions).toBe(0);
  });

  it("does not go on from it as from an empty model", async () => {
    const workspace = createWorkspace();
    const repository = createHistory(workspace);
    await walk(workspace);
    takeOut(repository, `HEAD:${modelPath("alpha")}`);
    writeFileSync(join(repository.folder, modelPath("alpha")), botocoreText("Alpha", ["a", "c", "d"]));
    repository.git("commit", "--quiet", "--all", "--message", "Change");
    expect((await walk(workspace)).err).toContain("[history/missing-blob]");
    await walk(workspace, "--out", "fresh");
    expect(ledgers(workspace, "out")).toEqual(ledgers(workspace, "fresh"));
  });
});

describe("shapelog history refuses", () => {
  const refusal = async (prepare: (workspace: Workspace) => void, ...args: readonly string[]) => {
    const workspace = createWorkspace();
    createHistory(workspace);
    prepare(workspace);
    const { exit, out, err } = await workspace.run("history", ...args);
    expect(out).toBe("");
    expect(err).not.toMatch(/\bat .*\.[jt]s:\d/);
    return `${exit} ${/\[([\w/-]+)\]|error: (option|required|missing)/.exec(err)?.slice(1).find(Boolean)}`;
  };
  it("a service with a slip in its name, and says which it may be", async () => {
    const workspace = createWorkspace();
    createHistory(workspace);
    const run = (name: string) => workspace.run("history", "repo", "--out", "out", "--service", name);
    expect((await run("alhpa")).err).toContain('no service "alhpa"; did you mean alpha?');
    expect((await run("alphabet")).err).toContain('no service "alphabet"; did you mean alpha?');
    expect((await run("zzz")).err).toContain('no service "zzz".');
  });

  const nothing = () => undefined;
  const repo = ["repo", "--out", "out", "--workers", "0"];

  it.each([
    ["a folder that is not there", nothing, ["missing", "--out", "out"], "2 cli/git-failed"],
    ["a folder that is no repository", nothing, ["repo/../..", "--out", "out"], "2 cli/git-failed"],
    ["a ref that does not exist", nothing, [...repo, "--ref", "v9"], "2 cli/git-failed"],
    ["a ref that looks like an option", nothing, [...repo, "--ref=--all"], "2 cli/git-failed"],
    ["a service that does not exist", nothing, [...repo, "--service", "alph"], "2 cli/no-such-service"],
    ["a day that is none", nothing, [...repo, "--since", "2020-02-30"], "2 option"],
    ["a shard that is none", nothing, [...repo, "--shard", "3/2"], "2 option"],
    ["no output folder", nothing, ["repo"], "2 required"],
    ["a day after all models", nothing, [...repo, "--since", "2030-01-01"], "2 cli/no-models"],
    [
      "an output folder with other files",
      (workspace: Workspace) => workspace.write("out/mine.txt", ""),
      repo,
      "2 cli/not-ours",
    ],
    [
      "an output folder that is a file",
      (workspace: Workspace) => workspace.write("out", ""),
      repo,
      "2 cli/not-writable",
    ],
    [
      "an output folder that another run writes to",
      (workspace: Workspace) => {
        workspace.write("out/.shapelog-lock/owner", ownerText(`not-${hostname()}`, 1));
      },
      repo,
      "2 cli/locked",
    ],
  ])("%s", async (_, prepare, args, expected) => {
    expect(await refusal(prepare, ...args)).toBe(expected);
  });

  it("a shallow clone", async () => {
    const workspace = createWorkspace();
    const repository = createHistory(workspace);
    repository.git(
      "clone",
      "--quiet",
      "--depth",
      "1",
      `file://${repository.folder}`,
      join(workspace.folder, "shallow"),
    );
    const { exit, err } = await workspace.run("history", "shallow", "--out", "out");
    expect([exit, err]).toEqual([2, expect.stringContaining("git fetch --unshallow")]);
  });

  it("nothing for a blob that is missing: it is reported and the walk goes on", async () => {
    const workspace = createWorkspace();
    const repository = createHistory(workspace);
    const blob = repository.git("rev-parse", `HEAD~2:${modelPath("alpha")}`).trim();
    rmSync(join(repository.folder, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    const { exit, out, err } = await walk(workspace);
    expect(exit).toBe(0);
    expect(err).toContain("history/missing-blob");
    expect(out).toContain("2 unreadable");
    expect(rowsOf(workspace, "alpha")).toHaveLength(1);
  });

  it("nothing for a folder that a run left before it had written anything", async () => {
    const workspace = createWorkspace();
    createHistory(workspace);
    for (const name of ["ledgers", "services"])
      mkdirSync(join(workspace.folder, "out", name), { recursive: true });
    expect((await walk(workspace)).exit).toBe(0);
  });

  it("a lock whose holder is gone does not stop it", async () => {
    const workspace = createWorkspace();
    createHistory(workspace);
    await walk(workspace);
    workspace.write("out/.shapelog-lock/owner", ownerText(hostname(), 999_999_999));
    expect((await walk(workspace)).exit).toBe(0);
  });
});
