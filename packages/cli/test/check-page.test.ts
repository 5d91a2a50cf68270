import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { AUTH_EVENTS_VALUES } from "@shapelog/testing/auth-events";
import { describe, expect, it } from "vitest";
import { botocoreText, createRepository, modelPath } from "./history-repository.js";
import { createService, createWorkspace, modelText, type Workspace } from "./workspace.js";

const BIN = fileURLToPath(new URL("../bin/shapelog.js", import.meta.url));

const PAGE = `Example Events

2022/08/18 - Example Events - 1 updated api methods

Changes\u00a0 We removed the Success and Failure values, which were never returned.

ListAuthEvents\u00a0(updated) Link ¶
Changes (response)
{'AuthEvents': {'EventResponse': {'Fail', 'InProgress', 'Pass'},
                'EventType': {'PasswordChange', 'ResendCode'}}}
`;
const WHOLE = PAGE.replace("values,", "values of EventResponse,");

/** A service that changed on 2022-08-18, as version 1.27.55 of its vendor. */
async function createChanged(page = PAGE): Promise<Workspace> {
  const workspace = await createService();
  workspace.write("models/events/model.json", modelText(AUTH_EVENTS_VALUES.after));
  const source = ["--source", "botocore", "--source-version", "1.27.55"];
  await workspace.run("record", "--date", "2022-08-18", ...source, "--no-changeset");
  workspace.write("page.txt", page);
  return workspace;
}

const codesOf = (text: string) => [...text.matchAll(/\[changelog\/([\w-]+)\]/g)].map(([, code]) => code);

describe("shapelog check --page", () => {
  it("says what a page omits, where the page has what it lists, and that the rest agrees", async () => {
    const workspace = await createChanged();
    const before = workspace.snapshot();
    const { exit, out, err } = await workspace.run("check", "--page", "page.txt");
    expect(exit).toBe(1);
    expect(codesOf(err)).toEqual(["page-omits"]);
    expect(err).toContain("at page.txt:9:35");
    expect(err).toContain("The sentence here does not say where.");
    expect(out).toMatch(
      /^events 2022-08-18-\w{8}, botocore 1\.27\.55: 2 facts told, 1 omitted, 0 wrong; the rest agrees\.$/m,
    );
    expect(workspace.snapshot()).toEqual(before);
  });

  it("exits 0 where nothing is omitted or wrong, and says what prose alone tells", async () => {
    const workspace = await createChanged(WHOLE);
    const { exit, err } = await workspace.run("check", "--page", "page.txt");
    expect({ exit, codes: codesOf(err) }).toEqual({ exit: 0, codes: ["page-prose-alone"] });
    const strict = await workspace.run("check", "--page", "page.txt", "--fail-on", "warning");
    expect(strict.exit).toBe(1);
  });

  it("prints JSON, SARIF and annotations with the facts as data", async () => {
    const workspace = await createChanged();
    const json = await workspace.run("check", "--page", "page.txt", "--format", "json");
    expect({ exit: json.exit, err: json.err }).toEqual({ exit: 1, err: "" });
    expect(JSON.parse(json.out)).toMatchObject([
      {
        code: "changelog/page-omits",
        data: {
          service: "events",
          rule: "response.enum.values-replaced",
          values: ["Success", "Failure"],
          places: ["ListAuthEvents response AuthEvents[].EventResponse"],
        },
      },
    ]);
    const sarif = await workspace.run("check", "--page", "page.txt", "--format", "sarif");
    expect(JSON.parse(sarif.out).runs[0].results[0].ruleId).toBe("changelog/page-omits");
    const github = await workspace.run("check", "--page", "page.txt", "--format", "github");
    expect(github.out).toMatch(/^::error .*file=page\.txt,line=9/);
  });

  it("reads the standard input", async () => {
    const workspace = await createChanged();
    workspace.input = PAGE;
    const { exit, err } = await workspace.run("check", "--page", "-");
    expect({ exit, codes: codesOf(err) }).toEqual({ exit: 1, codes: ["page-omits"] });
  });

  it.each([
    [
      "a version of the vendor",
      "## 1.27.55\n\nEventResponse lost Success and Failure and gained Pass, Fail and InProgress. EventType gained PasswordChange and ResendCode.\n",
      [],
    ],
    [
      "a day, with labels",
      "## 2022-08-18\n\n- `other`: Success and Failure left EventResponse.\n- `events`: Added `Pass`, `Fail`, `InProgress` to EventResponse.\n",
      ["page-omits", "page-omits"],
    ],
  ])("reads a changelog below %s", async (_, text, codes) => {
    const workspace = await createChanged();
    workspace.write("NOTES.md", text);
    const { exit, err } = await workspace.run("check", "--page", "NOTES.md");
    expect({ exit, codes: codesOf(err) }).toEqual({ exit: codes.length > 0 ? 1 : 0, codes });
  });

  it("holds a section without a day against the day that is asked for", async () => {
    const workspace = await createChanged();
    workspace.write("note.txt", "We added some values.");
    const lacking = await workspace.run("check", "--page", "note.txt");
    expect({ exit: lacking.exit, codes: codesOf(lacking.err) }).toEqual({
      exit: 2,
      codes: ["page-unplaced"],
    });
    const given = await workspace.run("check", "--page", "note.txt", "--date", "2022-08-18");
    expect(given.exit).toBe(1);
    expect(codesOf(given.err)).toEqual(["page-omits", "page-omits", "page-omits"]);
  });

  it("takes the service and the day that are asked for instead of the page's", async () => {
    const workspace = await createChanged(
      PAGE.replaceAll("Example Events", "Other").replace("08/18", "08/19"),
    );
    const args = ["check", "--page", "page.txt", "--service", "events"];
    const other = await workspace.run(...args);
    expect({ exit: other.exit, codes: codesOf(other.err) }).toEqual({
      exit: 2,
      codes: ["page-unknown-revision"],
    });
    expect(other.err).toContain("The nearest are of 2017-11-28, 2022-08-18");
    const given = await workspace.run(...args, "--date", "2022-08-18");
    expect({ exit: given.exit, codes: codesOf(given.err) }).toEqual({ exit: 1, codes: ["page-omits"] });
  });

  it("counts the sections of services that the record does not have", async () => {
    const other = PAGE.replaceAll("Example Events", "Something Else");
    const workspace = await createChanged(`${PAGE}\n${other}\n${other}`);
    const { exit, err } = await workspace.run("check", "--page", "page.txt");
    expect({ exit, codes: codesOf(err) }).toEqual({ exit: 1, codes: ["page-other-services", "page-omits"] });
    expect(err).toContain("2 more sections are of services that the record does not have");
  });
});

describe("a page that cannot be held against anything exits 2", () => {
  it.each([
    ["an empty file", "", "page-unreadable"],
    ["binary", "\0\u0001\u0002".repeat(500), "page-unreadable"],
    [
      "a page of another site",
      "<!DOCTYPE html><html><body><h1>Cooking</h1><p>Salt.</p></body></html>",
      "page-unplaced",
    ],
    [
      "a service that is not there",
      PAGE.replaceAll("Example Events", "Exemple Events"),
      "page-unknown-service",
    ],
    ["a day without a revision", PAGE.replace("08/18", "08/20"), "page-unknown-revision"],
    ["ten megabytes of words", "word ".repeat(2_000_000), "page-unplaced"],
  ])("%s", async (_, text, code) => {
    const workspace = await createChanged(text);
    const { exit, out, err } = await workspace.run("check", "--page", "page.txt");
    expect({ exit, out, codes: codesOf(err) }).toEqual({ exit: 2, out: "", codes: [code] });
  });

  it("and says which service may be meant", async () => {
    const workspace = await createChanged(PAGE.replaceAll("Example Events", "Exemple Events"));
    const { err } = await workspace.run("check", "--page", "page.txt");
    expect(err).toContain('Did you mean "Example Events"?');
    const named = await workspace.run("check", "--page", "page.txt", "--service", "event");
    expect({ exit: named.exit, codes: codesOf(named.err) }).toEqual({
      exit: 2,
      codes: ["page-unknown-service"],
    });
  });

  it("and so does one of which a value cannot be read, after the rest of it was", async () => {
    const workspace = await createChanged(PAGE.replace("'EventType'", "'EventType"));
    const { exit, out, err } = await workspace.run("check", "--page", "page.txt");
    expect(exit).toBe(2);
    expect(codesOf(err)[0]).toBe("page-unread-value");
    expect(out).toContain("3 omitted");
  });

  it.each([
    [["--page", "none.txt"], "cli/not-found"],
    [["--page", "page.txt", "--date", "yesterday"], "cli/bad-option"],
    [["--page", "page.txt", "--history", "models"], "cli/not-a-history"],
    [["--history", "models"], "cli/bad-option"],
    [["--date", "2022-08-18"], "cli/bad-option"],
  ])("%j", async (args, code) => {
    const { exit, err } = await (await createChanged()).run("check", ...args);
    expect(exit).toBe(2);
    expect(err).toContain(`[${code}]`);
  });
});

describe("a history", () => {
  async function createHistory(): Promise<Workspace> {
    const workspace = createWorkspace();
    const repository = createRepository(`${workspace.folder}/repo`);
    const texts = (alpha: readonly string[], beta: readonly string[]) => ({
      [modelPath("alpha")]: botocoreText("Alpha", alpha).replace(
        '"serviceId"',
        '"serviceFullName": "Amazon First Letter",\n    "serviceId"',
      ),
      [modelPath("beta")]: botocoreText("Beta", beta).replace(
        '"serviceId"',
        '"serviceFullName": "Amazon First Letter",\n    "serviceId"',
      ),
    });
    repository.commit(texts(["a", "b"], ["x"]));
    repository.commit(texts(["a", "c"], ["x", "y"]));
    repository.commit(texts(["a", "c", "d"], ["x", "y"]));
    execFileSync(process.execPath, [BIN, "history", "repo", "--out", "out"], { cwd: workspace.folder });
    workspace.write(
      "page.txt",
      "2020/01/02 - Amazon First Letter - 1 updated api methods\n\nList (updated) Link ¶\nChanges (response)\n{'First': {'Kind': {'c'}}, 'Kind': {'c'}}\n",
    );
    return workspace;
  }

  it("has the revision by the service's title; where two services have it, the one that agrees", async () => {
    const workspace = await createHistory();
    const { exit, out, err } = await workspace.run("check", "--page", "page.txt", "--history", "out");
    expect({ exit, codes: codesOf(err) }).toEqual({
      exit: 1,
      codes: ["page-several-revisions", "page-omits"],
    });
    expect(out).toMatch(/^alpha 2020-01-02\S*, botocore/);
    expect(err).toContain("`b` left `First.Kind` in the response of `List`, and 1 more place.");
    const named = await workspace.run("check", "--page", "page.txt", "--history", "out", "--service", "beta");
    expect(codesOf(named.err)).toContain("page-wrong");
  });

  it("is refused where a ledger of it was edited", async () => {
    const workspace = await createHistory();
    const file = "out/ledgers/alpha.jsonl";
    for (const edit of [
      (text: string) => text.replaceAll('"c"', '"q"'),
      (text: string) => text.slice(0, 500),
    ]) {
      const text = workspace.read(file);
      workspace.write(file, edit(text));
      const { exit, err } = await workspace.run(
        "check",
        "--page",
        "page.txt",
        "--history",
        "out",
        "--service",
        "alpha",
      );
      expect(exit).toBe(2);
      expect(err).toMatch(/ledger\/wrong-digest|ledger\/does-not-replay|cli\/not-a-history/);
      workspace.write(file, text);
    }
  });
});

it("prints nothing of a hostile page that acts on a terminal", async () => {
  const forged = "\u001b[2J\u0007::error::y ##[error]z\u202e\u2028";
  const workspace = await createChanged(
    PAGE.replace("'Pass'", `'Pass', '${forged}'`).replace("were never", `were ${forged} never`),
  );
  workspace.write("service.txt", PAGE.replaceAll("Example Events", `Example ${forged} Events`));
  for (const page of ["page.txt", "service.txt"]) {
    for (const format of ["text", "json", "sarif", "github"]) {
      const { exit, out, err } = await workspace.run("check", "--page", page, "--format", format);
      expect(exit).toBe(page === "page.txt" ? 1 : 2);
      expect(out + err).not.toMatch(/(?!\n)\p{Cc}|[\u202e\u2028]|##\[/u);
    }
  }
});
