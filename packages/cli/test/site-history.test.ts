import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { botocoreText, createRepository, modelPath, type Repository } from "./history-repository.js";
import { createWorkspace, type Workspace } from "./workspace.js";

const BIN = fileURLToPath(new URL("../bin/shapelog.js", import.meta.url));
const ADDRESS = ["--base-url", "https://docs.example.com/"];

const template = mkdtempSync(join(tmpdir(), "shapelog-site-history-"));
afterAll(() => rmSync(template, { recursive: true }));
let committed: Repository | undefined;

/** Two services: one changes on the third day, the other has another name since the second. */
function commitServices(): Repository {
  const repository = createRepository(template);
  repository.commit({
    [modelPath("alpha")]: botocoreText("Alpha", ["a", "b"]),
    [modelPath("old")]: botocoreText("Beta", ["x"]),
  });
  repository.commit({ [modelPath("old")]: undefined, [modelPath("beta")]: botocoreText("Beta", ["x"]) });
  repository.commit({ [modelPath("alpha")]: botocoreText("Alpha", ["a", "c"]) });
  return repository;
}

interface Site extends Workspace {
  readonly repository: Repository;
  /** Brings the history up to date with the repository. */
  record(): Promise<void>;
  make(...options: readonly string[]): ReturnType<Workspace["run"]>;
  /** Returns what the report of a run says, as JSON. */
  measure(...options: readonly string[]): Promise<Report>;
  paths(): readonly string[];
}

interface Report {
  readonly services: number;
  readonly figures: { readonly pages: number; readonly files: number; readonly bytes: number };
  readonly run: Readonly<
    Record<"services" | "pages" | "written" | "unchanged" | "removed" | "memory", number>
  >;
}

async function createSite(): Promise<Site> {
  const workspace = createWorkspace();
  workspace.code = "1";
  committed ??= commitServices();
  const repository = committed.copyTo(join(workspace.folder, "repo"));
  const make = (...options: readonly string[]) =>
    workspace.run("site", "--history", "history", "--out", "site", "--workers", "0", ...ADDRESS, ...options);
  const site: Site = Object.assign(workspace, {
    repository,
    async record() {
      const { exit, err } = await workspace.run("history", "repo", "--out", "history", "--workers", "0");
      if (exit !== 0) throw new Error(err);
    },
    make,
    async measure(...options: readonly string[]) {
      const { out, err } = await make("--format", "json", ...options);
      if (out === "") throw new Error(err);
      return JSON.parse(out);
    },
    paths: () =>
      Object.keys(workspace.snapshot())
        .filter((path) => path.startsWith("site/"))
        .map((path) => path.slice("site/".length)),
  });
  await site.record();
  return site;
}

describe("shapelog site --history", () => {
  it("makes a site without a configuration, and tells what it came to", async () => {
    const site = await createSite();
    const { exit, out, err } = await site.make("--title", "All of it");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toMatch(/^site: \d+ pages of 2 services, [\d,]+ files, \d+ MB\n/);
    expect(out).toMatch(
      / pages rendered, \d+ files written, 0 unchanged; \S+ s, \S+ pages\/s, peak memory \S+ MB\n/,
    );
    expect(out).toMatch(/^largest +\d+ KB {2}\S+\.html$/m);
    expect(out).toMatch(/^slowest +\d+ ms {2}\S+\.html$/m);
    expect(site.read("site/index.html")).toContain("All of it");
    expect(site.read("site/changes/alpha/2020-01-03/index.html")).toContain("<code>b</code>");
    expect(site.read("site/api/alpha/List/index.md")).toContain("# ");
  });

  it("makes nothing again of the same history, options and code", async () => {
    const site = await createSite();
    const first = await site.measure();
    const before = site.snapshot();
    const second = await site.measure();
    expect(second.run).toMatchObject({ services: 0, pages: 0, written: 0, unchanged: 0, removed: 0 });
    expect(second.figures).toEqual({ ...first.figures, slowest: expect.anything() });
    expect(site.snapshot()).toEqual(before);
  });

  it("makes a service again whose ledger goes on, and writes only what differs", async () => {
    const site = await createSite();
    await site.measure();
    const before = site.snapshot();
    site.repository.commit({ [modelPath("alpha")]: botocoreText("Alpha", ["a", "c", "d"]) });
    await site.record();
    const { run } = await site.measure();
    const after = site.snapshot();
    const changed = Object.keys(after).filter(
      (path) => path.startsWith("site/") && after[path] !== before[path],
    );
    const own = changed.filter((path) => !path.startsWith("site/.shapelog-site/"));
    expect(run).toMatchObject({ services: 2, written: own.length, removed: 0 });
    expect(own).toContain("site/changes/alpha/2020-01-04/index.html");
    expect(own.filter((path) => /beta|2020-01-01\/|rules\//.test(path))).toEqual([]);
  });

  it.each([
    ["the code", "2", []],
    ["an option", "1", ["--title", "Another"]],
  ])("makes all again with other inputs: %s", async (_name, code, options) => {
    const site = await createSite();
    await site.measure();
    site.code = code;
    expect((await site.measure(...options)).run.services).toBe(3);
  });

  it("puts back what was removed by hand", async () => {
    const site = await createSite();
    await site.measure();
    rmSync(join(site.folder, "site/api/beta/List/index.html"));
    expect((await site.measure()).run).toMatchObject({ services: 1, written: 1 });
    expect(site.read("site/api/beta/List/index.html")).toContain("Beta");
  });

  it("makes the services that are named, by any of their names, and leaves others as they are", async () => {
    const site = await createSite();
    expect((await site.measure("--service", "old")).services).toBe(1);
    expect(site.paths().some((path) => path.startsWith("api/alpha/"))).toBe(false);
    expect((await site.measure("--service", "alpha")).services).toBe(2);
    expect(site.read("site/services/index.html")).toMatch(/Alpha[\s\S]*Beta/);
    const { exit, err } = await site.make("--service", "alhpa");
    expect(exit).toBe(2);
    expect(err).toContain("alpha");
  });

  it("removes the pages of a service that is no more in the history", async () => {
    const site = await createSite();
    await site.measure();
    const index = JSON.parse(site.read("history/index.json"));
    const list = index.list.filter(({ service }: { service: string }) => service !== "beta");
    site.write("history/index.json", JSON.stringify({ ...index, list }));
    expect((await site.measure()).run.removed).toBeGreaterThan(5);
    expect(site.paths().filter((path) => path.includes("beta"))).toEqual([]);
    expect(existsSync(join(site.folder, "site/api/beta"))).toBe(false);
  });

  it("leads from former names of services, and from addresses of a site before", async () => {
    const site = await createSite();
    const addresses = [
      { from: "/archive/changes/1a2b3c-alpha.html", service: "alpha", date: "2020-01-03" },
      { from: "/archive/changes/4d5e6f-old.html", service: "old", date: "2019-01-01" },
      { from: "/archive/changes/777777-gone.html", service: "gone" },
    ];
    site.write("old.json", JSON.stringify(addresses));
    const { exit, err } = await site.make("--redirects", "old.json");
    expect(exit).toBe(0);
    expect(err).toContain('the first is "/archive/changes/777777-gone.html", of "gone"');
    expect(site.read("site/_redirects")).toBe(
      [
        "/api/old/* /api/beta/:splat 301",
        "/changes/old/* /changes/beta/:splat 301",
        "/archive/changes/1a2b3c-alpha.html /changes/alpha/2020-01-03/ 301",
        "/archive/changes/4d5e6f-old.html /changes/beta/ 301",
        "",
      ].join("\n"),
    );
    expect(JSON.parse(site.read("site/redirects.json")).redirects.at(-1)).toEqual({
      from: "/archive/changes/4d5e6f-old.html",
      to: "/changes/beta/",
      exact: false,
    });
  });

  it.each([
    ["no list", "{}", "it is no list"],
    ["an address that ends its line", '[{"from":"/a\\n/b /c","service":"alpha"}]', "its entry 1 is none"],
    ["an entry without a service", '[{"from":"/a"}]', "its entry 1 is none"],
  ])("refuses old addresses that are none: %s", async (_name, text, reason) => {
    const site = await createSite();
    site.write("old.json", text);
    const { exit, err } = await site.make("--redirects", "old.json");
    expect(exit).toBe(2);
    expect(err).toContain(reason);
  });

  it("packs pages for machines, each found by its place among the bytes", async () => {
    const site = await createSite();
    await site.measure("--twins", "packed");
    const { pages } = JSON.parse(site.read("site/twins/alpha/index.json"));
    expect(site.paths().filter((path) => path.endsWith("index.md"))).toEqual([]);
    const html = site.paths().filter((path) => /^(api|changes|compare)\/alpha\/.*index\.html$/.test(path));
    expect(pages.map(([url]: [string]) => `${url.slice(1)}index.html`).sort()).toEqual(html.sort());
    for (const [url, file, offset, length] of pages) {
      const bytes = Buffer.from(site.read(`site/twins/alpha/${file}`)).subarray(offset, offset + length);
      const line = JSON.parse(bytes.toString("utf8"));
      expect(line).toMatchObject({ url, markdown: expect.any(String), page: { url } });
    }
    expect(site.read("site/api/alpha/List/index.html")).toContain(
      '<link rel="alternate" type="application/json" href="../../../twins/alpha/index.json"',
    );
  });

  it.each([
    ["a folder that is no history", ["--history", "repo"], "repo is no history"],
    ["a site in the history", ["--out", "history/site"], "lie in one another"],
    ["a folder of others", ["--out", "repo"], "repo"],
    ["watching", ["--watch"], "--watch"],
    ["an address that is none", ["--base-url", "nowhere"], "nowhere"],
  ])("refuses %s and writes nothing", async (_name, options, expected) => {
    const site = await createSite();
    const before = site.snapshot();
    const { exit, err } = await site.make(...options);
    expect(exit).toBe(2);
    expect(err).toContain(expected);
    expect(site.snapshot()).toEqual(before);
  });

  it("leaves out a service whose ledger was edited, keeps its pages, and says so", async () => {
    const site = await createSite();
    await site.measure();
    const page = site.read("site/api/alpha/List/index.html");
    const ledger = site.read("history/ledgers/alpha.jsonl");
    site.write("history/ledgers/alpha.jsonl", ledger.replaceAll('"c"', '"z"'));
    const { exit, err } = await site.make();
    expect(exit).toBe(2);
    expect(err).toContain("alpha");
    expect(site.read("site/api/alpha/List/index.html")).toBe(page);
  });

  it("goes on where a run was killed, and leaves no half of a service", async () => {
    const site = await createSite();
    const whole = site.snapshot();
    const sizes = new Set<number>();
    for (let kills = 0; kills < 3; kills++) {
      const child = spawn(
        process.execPath,
        [BIN, "site", "--history", "history", "--out", "site", "--workers", "2", ...ADDRESS],
        { cwd: site.folder, stdio: "ignore" },
      );
      const ended = new Promise((resolve) => child.on("exit", resolve));
      while (!existsSync(join(site.folder, "site/.shapelog-site")) && child.exitCode === null)
        await new Promise((resolve) => setTimeout(resolve, 2));
      child.kill("SIGKILL");
      await ended;
      sizes.add(readdirSync(join(site.folder, "site"), { recursive: true }).length);
    }
    await site.measure();
    const resumed = site.snapshot();
    rmSync(join(site.folder, "site"), { recursive: true });
    await site.measure();
    const pages = (files: Record<string, string>) =>
      Object.fromEntries(Object.entries(files).filter(([path]) => !path.includes("/.shapelog-site/")));
    expect(pages(resumed)).toEqual(pages(site.snapshot()));
    expect(Object.keys(resumed).length).toBeGreaterThan(Object.keys(whole).length);
    expect(resumed["site/.shapelog-lock"]).toBeUndefined();
  });
});
