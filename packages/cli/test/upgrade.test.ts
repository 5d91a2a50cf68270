import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createUpgradeWorkspace } from "./upgrade-record.js";
import { createWorkspace } from "./workspace.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const HISTORY = ["--history", "history"];
const codesOf = (text: string) => [...text.matchAll(/\[([\w-]+\/[\w-]+)\]/g)].map(([, code]) => code);

describe("shapelog upgrade", () => {
  it("tells the story of 2022-08-18 as the body of a pull request", async () => {
    const workspace = createWorkspace();
    const { out, exit } = await workspace.runIn(
      relative(workspace.folder, ROOT),
      ...["upgrade", "cognito-identity-provider", "2022-08-17..2022-08-18", "--format", "markdown"],
    );
    expect(exit).toBe(1);
    expect(out).toContain("**Check your code: 2 to check, 0 breaking on the wire, in 1 service.**");
    const values = [...out.matchAll(/^ {2}- (− removed|\+ added) (.*)$/gm)].map(
      ([, sign, list]) => `${sign} ${list}`,
    );
    expect(values).toEqual([
      "− removed `Success` and `Failure`",
      "+ added `Pass`, `Fail` and `InProgress`",
      "+ added `PasswordChange` and `ResendCode`",
    ]);
  });

  it("tells what is left of all that came and went in between", async () => {
    const workspace = createUpgradeWorkspace();
    const nothing = await workspace.run("upgrade", "botocore", "1.0.0..1.0.2", ...HISTORY);
    expect(nothing).toMatchObject({
      exit: 0,
      out: expect.stringContaining("Nothing changed in 3 services."),
    });
    const some = await workspace.run(
      "upgrade",
      "botocore",
      "1.0.0..1.0.4",
      ...HISTORY,
      "--format",
      "markdown",
    );
    expect(some.exit).toBe(1);
    expect(some.out).toContain("− removed `b`");
    expect(some.out).toContain("+ added `d`");
    expect(some.out).not.toContain("`c`");
  });

  it("quotes the vendor's notes of all revisions in between, as plain text", async () => {
    const workspace = createUpgradeWorkspace();
    const { out } = await workspace.run(
      "upgrade",
      "botocore",
      "1.0.0..1.0.3",
      ...HISTORY,
      "--format",
      "markdown",
    );
    expect(out).toContain("2020-01-01 (botocore 1.0.0) and 2020-01-04 (botocore 1.0.3), 3 revisions apart");
    expect(out).toContain("- 1.0.1, 2020-01-02: “Kind has c.”");
    expect(out).toContain("“Kind has d in place of \\*b\\*.”");
  });

  it("takes a release in which no model changed for what was there before", async () => {
    const workspace = createUpgradeWorkspace();
    const { out, exit } = await workspace.run("upgrade", "botocore", "1.0.3..1.0.4", ...HISTORY);
    expect({ exit, out }).toEqual({ exit: 0, out: expect.stringContaining("By release") });
  });

  it("names services that are new, and does not tell all that they have", async () => {
    const workspace = createUpgradeWorkspace();
    const { out, exit } = await workspace.run("upgrade", "botocore", "1.0.4..1.0.5", ...HISTORY);
    expect({ exit, out }).toEqual({
      exit: 0,
      out: expect.stringContaining("New services: mail (2020-01-06)."),
    });
  });

  it.each(["events", "event-log", "Event Log"])("knows the service %s, and days", async (name) => {
    const workspace = createUpgradeWorkspace();
    const range = "2020-01-03..2020-01-04";
    const { out } = await workspace.run("upgrade", name, range, ...HISTORY, "--format", "json");
    const { upgrades } = JSON.parse(out);
    expect(upgrades[0].changed).toMatchObject([
      { service: "events", revisions: [{ date: "2020-01-04", release: "1.0.3" }] },
    ]);
  });

  it("counts one's own operations alone", async () => {
    const workspace = createUpgradeWorkspace();
    const upgrade = ["upgrade", "botocore", "1.0.2..1.0.3", ...HISTORY, "--operations"];
    expect((await workspace.run(...upgrade, "List")).exit).toBe(1);
    const { exit, err } = await workspace.run(...upgrade, "Lst");
    expect({ exit, err }).toEqual({ exit: 2, err: expect.stringContaining("did you mean List?") });
  });

  it("follows a policy", async () => {
    const workspace = createUpgradeWorkspace();
    workspace.write(
      "policy.json",
      '{ "rules": [{ "rule": "*", "suppress": true, "reason": "We do not call it." }] }',
    );
    const upgrade = ["upgrade", "botocore", "1.0.2..1.0.3", ...HISTORY, "--policy", "policy.json"];
    expect((await workspace.run(...upgrade)).exit).toBe(0);
  });
});

describe("shapelog upgrade of a client of the AWS SDK", () => {
  const CLIENT = "@aws-sdk/client-event-log";
  const TIMES = { created: "2019-12-31T00:00:00.000Z", "3.1.0": "2020-01-03T20:00:00.000Z" };

  it("finds the days of its versions in what npm prints, and says so", async () => {
    const workspace = createUpgradeWorkspace();
    workspace.write("dates.json", JSON.stringify(TIMES));
    const { out, exit } = await workspace.run(
      ...["upgrade", CLIENT, "3.1..3.2.0", ...HISTORY],
      ...["--dates", "dates.json", "--dates", "3.2.0=2020-01-04"],
    );
    expect(exit).toBe(1);
    expect(out).toContain("3.1.0 on 2020-01-03, by dates.json; as 3.2.0 on 2020-01-04, by --dates");
    expect(out).toContain("− b");
  });

  it("asks for the days that it does not know, and how to get them", async () => {
    const workspace = createUpgradeWorkspace();
    const { err, exit } = await workspace.run("upgrade", CLIENT, "3.1.0..3.2.0", ...HISTORY);
    expect({ exit, codes: codesOf(err) }).toEqual({ exit: 2, codes: ["upgrade/no-dates"] });
    expect(err).toContain(`npm view ${CLIENT} time --json > dates.json`);
  });

  it("compares no days that cannot be", async () => {
    const workspace = createUpgradeWorkspace();
    const dates = ["--dates", "3.1.0=2020-01-04", "--dates", "3.2.0=2020-01-03"];
    const { err, exit } = await workspace.run("upgrade", CLIENT, "3.1.0..3.2.0", ...HISTORY, ...dates);
    expect({ exit, codes: codesOf(err) }).toEqual({ exit: 2, codes: ["upgrade/odd-dates"] });
  });

  it("says where the record ends before the version does", async () => {
    const workspace = createUpgradeWorkspace();
    const dates = ["--dates", "3.1.0=2020-01-04", "--dates", "3.2.0=2021-01-01"];
    const { err, exit } = await workspace.run("upgrade", CLIENT, "3.1.0..3.2.0", ...HISTORY, ...dates);
    expect({ exit, codes: codesOf(err) }).toEqual({ exit: 0, codes: ["upgrade/record-ends"] });
    expect(err).toContain("ends on 2020-01-06");
  });
});

describe("shapelog upgrade refuses, in one message,", () => {
  it.each([
    ["a version that is none", ["botocore", "1.0.1..1.0.7"], "upgrade/unknown-version", "1.0.4, 1.0.5"],
    ["one before the first", ["botocore", "0.9..1.0.1"], "upgrade/unknown-version", "1.0.0, 1.0.1"],
    [
      "a range the wrong way round",
      ["botocore", "1.0.3..1.0.1"],
      "upgrade/bad-range",
      "1.0.3 is after 1.0.1",
    ],
    [
      "days the wrong way round",
      ["events", "2020-01-03..2020-01-01"],
      "upgrade/bad-range",
      "the older one first",
    ],
    ["a day and a version", ["events", "2020-01-03..1.0.5"], "upgrade/bad-range", "one side is a day"],
    ["what is no range", ["events", "1.0.3"], "upgrade/bad-range", "expected FROM..TO"],
    ["what is no version", ["events", "1.0.3..latest"], "upgrade/bad-range", '"latest" is neither'],
    [
      "a day that is none",
      ["events", "2020-02-30..2020-03-01"],
      "upgrade/bad-range",
      '"2020-02-30" is neither',
    ],
    ["an unknown service", ["evnts", "1.0.1..1.0.3"], "upgrade/unknown-subject", "did you mean events?"],
    ["an unknown client", ["@aws-sdk/client-nothing", "3.1.0..3.2.0"], "upgrade/unknown-subject", "nothing"],
    ["boto3 by its own versions", ["boto3", "1.0.1..1.0.3"], "upgrade/boto3-alone", "botocore"],
    ["nothing to look at", [], "cli/bad-option", "or a lock file with --lock"],
    ["a package without a range", ["botocore"], "cli/bad-option", "FROM..TO"],
    [
      "--before without a lock file",
      ["events", "1.0.1..1.0.3", "--before", "main"],
      "cli/bad-option",
      "--lock",
    ],
    [
      "--operations used without traffic",
      ["events", "1.0.2..1.0.3", "--operations", "used"],
      "cli/bad-option",
      "--traffic",
    ],
    [
      "a service that is not there",
      ["botocore", "1.0.2..1.0.3", "--service", "quue"],
      "upgrade/unknown-subject",
      "queue",
    ],
    [
      "dates that are none",
      ["events", "1.0.2..1.0.3", "--dates", "1.0.0=soon"],
      "cli/bad-option",
      "YYYY-MM-DD",
    ],
    [
      "a file without dates",
      ["events", "1.0.2..1.0.3", "--dates", "history/index.json"],
      "upgrade/bad-dates",
      "npm view",
    ],
  ])("%s", async (_, args, code, words) => {
    const workspace = createUpgradeWorkspace();
    const { exit, out, err } = await workspace.run("upgrade", ...args, ...HISTORY);
    expect({ exit, out, codes: codesOf(err) }).toEqual({ exit: 2, out: "", codes: [code] });
    expect(err).toContain(words);
  });

  it("a history that is empty or none", async () => {
    const workspace = createWorkspace();
    workspace.write("empty/index.json", "{}");
    for (const folder of ["empty", "missing"]) {
      const { exit, err } = await workspace.run("upgrade", "botocore", "1.0.1..1.0.3", "--history", folder);
      expect({ exit, codes: codesOf(err) }).toEqual({ exit: 2, codes: ["cli/not-a-history"] });
    }
  });
});
