import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createUpgradeWorkspace } from "./upgrade-record.js";

const codesOf = (text: string) => [...text.matchAll(/\[([\w-]+\/[\w-]+)\]/g)].map(([, code]) => code);
const event = (eventTime: string, kind?: string) => ({
  ...{ eventTime, eventSource: "event log.amazonaws.com", eventName: "List", requestParameters: null },
  responseElements: kind === undefined ? null : { first: { kind } },
});
const EVENTS = [
  event("2026-11-02T10:00:00Z", "b"),
  event("2026-10-01T10:00:00Z", "b"),
  event("2026-10-30T10:00:00Z"),
];
const LINES = EVENTS.map((each) => `${JSON.stringify(each)}\n`).join("");
const UPGRADE = ["upgrade", "events", "1.0.2..1.0.3", "--history", "history"];

describe("--traffic", () => {
  it("tells how often each value that changed was met, and when last", async () => {
    const workspace = createUpgradeWorkspace();
    workspace.write("events.jsonl", LINES);
    const { out, err } = await workspace.run(...UPGRADE, "--traffic", "events.jsonl");
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "In the traffic: b 2 times, last on 2026-11-02; d never. Of 3 calls, last on 2026-11-02; 2 of them tell what is there.",
    );
    expect(err).toContain("Of 3 records of traffic from 2026-10-01 to 2026-11-02, 3 are calls");
  });

  it("reads files of CloudTrail, packed by gzip, from the standard input", async () => {
    const workspace = createUpgradeWorkspace();
    workspace.input = gzipSync(JSON.stringify({ Records: EVENTS }));
    const { out } = await workspace.run(...UPGRADE, "--traffic", "-", "--format", "json");
    const [{ changed }] = JSON.parse(out).upgrades;
    expect(changed[0].comparison.findings[0].traffic).toEqual({
      calls: { count: 3, last: "2026-11-02" },
      told: 2,
      met: { count: 2, last: "2026-11-02" },
      values: [
        { value: "b", count: 2, last: "2026-11-02" },
        { value: "d", count: 0 },
      ],
      used: true,
    });
  });

  it("takes several files, and counts and tells what is no record", async () => {
    const workspace = createUpgradeWorkspace();
    workspace.write("a.jsonl", `${LINES}{"eventTime": \n\nnot a record\n`);
    workspace.write("b.jsonl", LINES.trimEnd());
    const { out, err } = await workspace.run(...UPGRADE, "--traffic", "a.jsonl", "b.jsonl");
    expect(out).toContain("b 4 times");
    expect(codesOf(err)).toEqual(["traffic/counted", "traffic/malformed"]);
    expect(err).toContain(
      '2 pieces of the traffic cannot be read and are not counted, such as: {"eventTime":',
    );
  });

  it("makes the operations that were called one's own with --operations used", async () => {
    const workspace = createUpgradeWorkspace();
    workspace.write("events.jsonl", LINES);
    workspace.write("none.jsonl", JSON.stringify({ ...event("2026-11-02T10:00:00Z"), eventName: "Other" }));
    const used = [...UPGRADE, "--operations", "used", "--traffic"];
    expect((await workspace.run(...used, "events.jsonl")).exit).toBe(1);
    const { exit, err } = await workspace.run(...used, "none.jsonl");
    expect({ exit, codes: codesOf(err) }).toEqual({ exit: 0, codes: ["traffic/nothing-met"] });
  });

  it("lets a policy go by it", async () => {
    const workspace = createUpgradeWorkspace();
    workspace.write("events.jsonl", LINES);
    workspace.write("none.jsonl", JSON.stringify({ ...event("2026-11-02T10:00:00Z"), eventName: "Other" }));
    const rule = { used: false, suppress: true, reason: "Nobody calls it." };
    workspace.write("policy.json", JSON.stringify({ rules: [rule] }));
    const judged = [...UPGRADE, "--policy", "policy.json"];
    expect((await workspace.run(...judged, "--traffic", "none.jsonl")).exit).toBe(0);
    expect((await workspace.run(...judged, "--traffic", "events.jsonl")).exit).toBe(1);
    expect((await workspace.run(...judged)).exit).toBe(1);
  });

  it.each([
    ["a file that is not there", "missing.jsonl", "cli/not-found"],
    ["a folder", "history", "cli/not-readable"],
    ["a gzip that was cut", "-", "cli/not-readable"],
  ])("refuses %s", async (_, path, code) => {
    const workspace = createUpgradeWorkspace();
    workspace.input = gzipSync(LINES).subarray(0, 60);
    const { exit, out, err } = await workspace.run(...UPGRADE, "--traffic", path);
    expect({ exit, out, codes: codesOf(err) }).toEqual({ exit: 2, out: "", codes: [code] });
  });

  it("escapes what malformed records say", async () => {
    const workspace = createUpgradeWorkspace();
    workspace.write("events.jsonl", "\u001b[31mred\n");
    const { err } = await workspace.run(...UPGRADE, "--traffic", "events.jsonl");
    expect(err).not.toContain("\u001b[31mred");
    expect(err).toContain("[31mred");
  });
});
