import { describe, expect, it } from "vitest";
import { findModelFile, isOldFormat } from "./layout.js";
import { parseLog } from "./parse-log.js";
import { findMoveModels, type NotesByBlob, type PlanOptions, planHistory } from "./plan.js";

const blob = (digit: string) => digit.repeat(40);
const service = (name: string, version = "2020-01-01") => `botocore/data/${name}/${version}/service-2.json`;

/** A log as git prints it: commits by their hex digit and day, with `status before after path [to]`. */
function log(...commits: readonly (readonly [id: string, day: string, ...files: readonly string[]])[]) {
  const text = commits.map(([id, day, ...files]) => {
    const changes = files.map((file) => {
      const [status = "", before = "0", after = "0", ...paths] = file.split(" ");
      return `:100644 100644 ${blob(before)} ${blob(after)} ${status}\0${paths.join("\0")}\0`;
    });
    return `\u0001${blob(id)} ${Date.parse(`${day}T23:30:00Z`) / 1000}\0\n${changes.join("")}`;
  });
  return parseLog(text.join(""));
}

/** Each revision as `commit path-of-predecessor→path`. */
function steps(commits: ReturnType<typeof log>, options: PlanOptions = {}, notes: NotesByBlob = new Map()) {
  const plans = planHistory(commits, notes, options);
  return Object.fromEntries(
    plans.map((plan) => [
      plan.names.join("="),
      plan.revisions.map(({ commit, from, path, gone }) => {
        const short = (file: string) => file.replace("botocore/data/", "").replace("/service-2.json", "");
        return `${commit[0]} ${from === undefined ? "" : short(from)}→${gone ? "" : short(path)}`;
      }),
    ]),
  );
}

/** The operations of blobs, by their digit. */
function operations(known: Readonly<Record<string, readonly string[]>>) {
  return new Map(Object.entries(known).map(([digit, names]) => [blob(digit), names]));
}

describe("findModelFile", () => {
  it.each([
    ["botocore/data/s3/2006-03-01/service-2.json", "s3", "2006-03-01"],
    ["awscli/botocore/data/s3/2006-03-01/service-2.json", "s3", "2006-03-01"],
    ["botocore/data/aws/ec2/2014-09-01.normal.json", "ec2", "2014-09-01"],
    ["s3/service/2006-03-01/s3-2006-03-01.json", "s3", "2006-03-01"],
    ["models/events/model.json", "events", ""],
    ["models/events/model.smithy", "events", ""],
    ["events.smithy.json", "events", ""],
  ])("knows %s", (path, name, version) => {
    expect(findModelFile(path)).toMatchObject({ service: name, version });
  });

  it.each([
    "botocore/data/s3/2006-03-01/paginators-1.json",
    "tests/unit/data/s3/2006-03-01/service-2.json",
    "botocore/data/endpoints.json",
    "package.json",
    "models/events/shared.smithy",
  ])("leaves %s", (path) => {
    expect(findModelFile(path)).toBeUndefined();
  });

  it("tells botocore's own old format", () => {
    expect(isOldFormat("botocore/data/aws/ec2.json")).toBe(true);
    expect(isOldFormat("botocore/data/aws/ec2/2012-07-20.json")).toBe(true);
    expect(isOldFormat("botocore/data/aws/_regions.json")).toBe(false);
  });
});

describe("planHistory", () => {
  it("compares a file with its own last state", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("s3")}`],
      ["b", "2020-02-01", `M 1 2 ${service("s3")}`],
    );
    expect(steps(commits)).toEqual({ s3: ["a →s3/2020-01-01", "b s3/2020-01-01→s3/2020-01-01"] });
  });

  it("compares a new API version with the newest older one, and goes on with both", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("s3", "v1")}`, `A 0 2 ${service("s3", "v2")}`],
      ["b", "2020-02-01", `A 0 3 ${service("s3", "v3")}`],
      ["c", "2020-03-01", `M 1 4 ${service("s3", "v1")}`],
    );
    expect(steps(commits)).toEqual({ s3: ["a →s3/v1", "a s3/v1→s3/v2", "b s3/v2→s3/v3", "c s3/v1→s3/v1"] });
  });

  it("compares an API version that comes behind a newer one with nothing", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("s3", "v1")}`, `A 0 2 ${service("s3", "v3")}`],
      ["b", "2020-02-01", `A 0 3 ${service("s3", "v2")}`],
      ["c", "2020-03-01", `M 3 4 ${service("s3", "v2")}`],
    );
    expect(steps(commits)).toEqual({ s3: ["a →s3/v1", "a s3/v1→s3/v3", "b →s3/v2", "c s3/v2→s3/v2"] });
  });

  it("follows a file that moved, and a service that got another name", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 botocore/data/aws/old/2020-01-01.normal.json`],
      ["b", "2020-02-01", `R099 1 2 botocore/data/aws/old/2020-01-01.normal.json ${service("old")}`],
      ["c", "2020-03-01", `R080 2 3 ${service("old")} ${service("new")}`],
      ["d", "2020-04-01", `M 3 4 ${service("new")}`],
    );
    expect(steps(commits)).toEqual({
      "new=old": [
        "a →aws/old/2020-01-01.normal.json",
        "b aws/old/2020-01-01.normal.json→old/2020-01-01",
        "c old/2020-01-01→new/2020-01-01",
        "d new/2020-01-01→new/2020-01-01",
      ].map((line) => line.replaceAll("botocore/data/", "")),
    });
  });

  it("follows a file that moved, though another has the newest older version", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("s3", "v1")}`, `A 0 2 ${service("s3", "v2")}`],
      ["b", "2020-02-01", `R090 1 3 ${service("s3", "v1")} ${service("s3", "v3")}`],
    );
    expect(steps(commits).s3?.at(-1)).toBe("b s3/v1→s3/v3");
  });

  it("does not take a service along that has files left", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("old", "v1")}`, `A 0 2 ${service("old", "v2")}`],
      ["b", "2020-02-01", `R070 1 3 ${service("old", "v1")} ${service("other", "v1")}`],
      ["c", "2020-03-01", `M 2 4 ${service("old", "v2")}`],
    );
    expect(steps(commits)).toEqual({
      old: ["a →old/v1", "a old/v1→old/v2", "c old/v2→old/v2"],
      other: ["b →other/v1"],
    });
  });

  it("ends with a service's last file, and goes on where it comes back", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("s3", "v1")}`, `A 0 2 ${service("s3", "v2")}`],
      ["b", "2020-02-01", `D 1 0 ${service("s3", "v1")}`],
      ["c", "2020-03-01", `D 2 0 ${service("s3", "v2")}`],
      ["d", "2020-04-01", `A 0 3 ${service("s3", "v3")}`],
    );
    expect(steps(commits)).toEqual({ s3: ["a →s3/v1", "a s3/v1→s3/v2", "c s3/v2→", "d s3/v2→s3/v3"] });
  });

  it("goes on with a copy where the original ends a few commits later, in which both may change", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("old", "v1")}`, `A 0 2 ${service("old", "v2")}`],
      ["b", "2020-02-01", `A 0 3 ${service("new", "v1")}`],
      ["c", "2020-03-01", `M 1 4 ${service("old", "v1")}`, `M 3 5 ${service("new", "v1")}`],
      ["d", "2020-04-01", `D 4 0 ${service("old", "v1")}`, `D 2 0 ${service("old", "v2")}`],
      ["e", "2020-05-01", `M 5 6 ${service("new", "v1")}`],
    );
    expect(findMoveModels(commits).map(({ blob: id }) => id[0])).toEqual(["2", "3"]);
    expect(steps(commits, { operations: operations({ 2: ["Get", "Put"], 3: ["Get"] }) })).toEqual({
      "new=old": [
        ...["a →old/v1", "a old/v1→old/v2", "b old/v1→new/v1"],
        ...["c old/v1→old/v1", "c new/v1→new/v1", "e new/v1→new/v1"],
      ],
    });
  });

  it("takes a copy with other operations, or of which the original stays, for another service", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("old")}`, `A 0 2 ${service("stays")}`],
      ["b", "2020-02-01", `A 0 3 ${service("new")}`, `A 0 4 ${service("copy")}`],
      ["c", "2020-03-01", `D 1 0 ${service("old")}`],
    );
    const known = { 1: ["Get", "Put", "Tag"], 2: ["Tag"], 3: ["Tag"], 4: ["List", "Tag"] };
    expect(steps(commits, { operations: operations(known) })).toEqual({
      copy: ["b →copy/2020-01-01"],
      new: ["b →new/2020-01-01"],
      old: ["a →old/2020-01-01", "c old/2020-01-01→"],
      stays: ["a →stays/2020-01-01"],
    });
  });

  it("goes on where an ended service comes under another name, and is gone in between if a release was", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("old")}`],
      ["b", "2020-02-01", `D 1 0 ${service("old")}`],
      ["c", "2020-02-02", `A 0 2 ${service("new")}`],
      ["d", "2020-02-03", "A 0 9 .changes/1.0.0.json"],
      ["e", "2020-03-01", `D 2 0 ${service("new")}`],
      ["f", "2020-03-02", "A 0 8 .changes/1.1.0.json"],
      ["0", "2020-03-03", `A 0 3 ${service("old")}`],
      ["1", "2020-03-04", "A 0 7 .changes/1.2.0.json"],
    );
    const known = operations({ 1: ["Get"], 2: ["Get", "Put"], 3: ["Get"] });
    const releases = new Map(["7", "8", "9"].map((digit) => [blob(digit), []] as const));
    expect(steps(commits, { operations: known }, releases)).toEqual({
      "old=new": [
        ...["a →old/2020-01-01", "c old/2020-01-01→new/2020-01-01"],
        ...["e new/2020-01-01→", "0 new/2020-01-01→old/2020-01-01"],
      ],
    });
  });

  it("leaves nothing of an end that no release carried", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("s3")}`],
      ["b", "2020-01-02", "A 0 9 .changes/1.0.0.json"],
      ["c", "2020-02-01", `D 1 0 ${service("s3")}`],
      ["d", "2020-02-02", `A 0 2 ${service("s3")}`],
      ["e", "2020-02-03", "A 0 8 .changes/1.1.0.json"],
    );
    const releases = new Map(["8", "9"].map((digit) => [blob(digit), []] as const));
    expect(steps(commits, {}, releases)).toEqual({
      s3: ["a →s3/2020-01-01", "d s3/2020-01-01→s3/2020-01-01"],
    });
  });

  it("does not take git's word for a move where the operations are others", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("old")}`],
      ["b", "2020-02-01", `R070 1 2 ${service("old")} ${service("other")}`],
    );
    expect(findMoveModels(commits).map(({ blob: id }) => id[0])).toEqual(["1", "2"]);
    expect(steps(commits, { operations: operations({ 1: ["Get"], 2: ["Play"] }) })).toEqual({
      old: ["a →old/2020-01-01", "b old/2020-01-01→"],
      other: ["b →other/2020-01-01"],
    });
  });

  it("leaves a change of modes alone out", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("s3")}`],
      ["b", "2020-02-01", `M 1 1 ${service("s3")}`],
    );
    expect(steps(commits).s3).toHaveLength(1);
  });

  it("has a revision where a file beside a model changes, alone or with it", () => {
    const beside = (name: string, folder = "s3") => `botocore/data/${folder}/2020-01-01/${name}`;
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("s3")}`, `A 0 2 ${beside("paginators-1.json")}`],
      ["b", "2020-02-01", `M 2 3 ${beside("paginators-1.json")}`, `A 0 4 ${beside("waiters-2.json")}`],
      ["c", "2020-03-01", `M 1 5 ${service("s3")}`, `A 0 6 ${beside("paginators-1.sdk-extras.json")}`],
      ["d", "2020-04-01", `D 4 0 ${beside("waiters-2.json")}`, `A 0 7 ${beside("waiters-2.json", "ec2")}`],
      [
        "e",
        "2020-05-01",
        `R090 5 8 ${service("s3")} ${service("s4")}`,
        `R100 3 3 ${beside("paginators-1.json")} ${beside("paginators-1.json", "s4")}`,
      ],
    );
    const [plan] = planHistory(commits, new Map());
    const short = (value = "") => value.charAt(0);
    const shown = plan?.revisions.map(({ commit, blob: model, from, beside: files = {} }) => [
      `${short(commit)}${short(model)}${from === undefined ? "" : " on"}`,
      ...Object.entries(files).map(([kind, each]) => `${kind} ${short(each)}`),
    ]);
    expect(shown).toEqual([
      ["a1", "paginators 2"],
      ["b1 on", "paginators 3", "waiters 4"],
      ["c5 on", "paginators 3", "paginatorExtras 6", "waiters 4"],
      ["d5 on", "paginators 3", "paginatorExtras 6"],
      ["e8 on", "paginators 3"],
    ]);
  });

  it("starts at a day with the state before it", () => {
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("s3", "v1")}`, `A 0 9 ${service("ec2")}`],
      ["b", "2020-02-01", `M 1 2 ${service("s3", "v1")}`],
      ["c", "2020-03-01", `M 2 3 ${service("s3", "v1")}`, `A 0 4 ${service("s3", "v2")}`],
      ["d", "2020-04-01", `A 0 5 ${service("sqs")}`],
    );
    expect(steps(commits, { since: "2020-03-01" })).toEqual({
      s3: ["b →s3/v1", "c s3/v1→s3/v1", "c s3/v1→s3/v2"],
      sqs: ["d →sqs/2020-01-01"],
    });
  });

  it("says the release that carried a change and its note", () => {
    const notes = new Map([
      [
        blob("7"),
        [
          { category: "s3", text: "Adds Body." },
          { category: "ec2", text: "Other." },
        ],
      ],
      [blob("8"), [{ category: "s3", text: "Waits." }]],
    ]);
    const commits = log(
      ["a", "2020-01-01", `A 0 1 ${service("s3")}`],
      ["b", "2020-02-01", "A 0 6 .changes/0.9.0.json"],
      ["c", "2020-02-01", `M 1 2 ${service("s3")}`],
      ["d", "2020-03-01", `M 2 3 ${service("s3")}`, "A 0 7 .changes/1.0.0.json"],
      ["e", "2020-04-01", `M 3 4 ${service("s3")}`, "A 0 8 .changes/next-release/api-change-s3.json"],
    );
    const [plan] = planHistory(commits, notes);
    const released = { text: "Adds Body.", file: ".changes/1.0.0.json" };
    const waiting = { text: "Waits.", file: ".changes/next-release/api-change-s3.json" };
    expect(plan?.revisions.map(({ version, note }) => [version, note])).toEqual([
      [undefined, undefined],
      ["1.0.0", released],
      ["1.0.0", released],
      [undefined, waiting],
    ]);
  });
});
