import { kindsText } from "@shapelog/testing/kinds-text";
import { describe, expect, it } from "vitest";
import { createWorkspace } from "./workspace.js";

const MODEL = "models/events/model.smithy";
const CONFIGURATION = JSON.stringify({
  services: { events: { model: MODEL, ledger: "models/events/ledger" } },
});
/** What a note of a megabyte has. */
const LENGTH = 1_000_000;

/** Records a change with a note, and returns what `check` says of it. */
async function checkNote(note: string) {
  const workspace = createWorkspace();
  workspace.write("shapelog.config.json", CONFIGURATION);
  workspace.write(MODEL, kindsText(["IN", "OUT"]));
  await workspace.run("record", "--date", "2022-01-01");
  workspace.write(MODEL, kindsText(["IN", "UP"]));
  await workspace.run("record", "--date", "2022-02-01", "--note", note);
  return workspace.run("check");
}

describe("a note of a megabyte", () => {
  it("is told of at its words, however many are wrong", async () => {
    const sentence = "Removed `IN` from `Kind`.\n";
    const { exit, err } = await checkNote(sentence.repeat(LENGTH / sentence.length));
    expect(exit).toBe(1);
    expect(err).toContain("The text says that `IN` was removed; in the models of events it stays in `Kind`.");
    expect(err).toMatch(/And \d{5} more of this kind/);
    expect(err).toMatch(/ {2}at models\/events\/ledger\/2022-02-01-\w+\.json:\d+:\d+\n/);
  });

  it("is read where it says nothing", async () => {
    const { exit, out } = await checkNote(`\`OUT\` was removed from \`Kind\`. ${"[".repeat(LENGTH)}`);
    expect([exit, out]).toEqual([0, expect.stringContaining("all agree")]);
  });
});
