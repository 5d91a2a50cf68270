import { RULES } from "@shapelog/diff";
import { describe, expect, it } from "vitest";
import { createWorkspace } from "./workspace.js";

const explain = (...args: readonly string[]) => createWorkspace().run("explain", ...args);

describe("shapelog explain", () => {
  it("prints the page of a rule as it was written", async () => {
    const { exit, out, err } = await explain("response.enum.value-removed");
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toMatch(/^# `response\.enum\.value-removed`\n\n\*\*Check your code\*\*/);
    expect(out).toContain("## What to do");
  });

  it.each([
    ["an event", "LengthTrait", "# LengthTrait"],
    ["an event that is part of a page about several", "ShapeIdConflict", "# ShapeIdConflict"],
    ["an id below an event's", "LengthTrait.example", "# LengthTrait"],
    ["an id in other capitals", "lengthtrait", "# LengthTrait"],
  ])("finds the page of %s", async (_, id, title) => {
    expect((await explain(id)).out.split("\n")[0]).toBe(title);
  });

  it("says what may be meant where there is no such page", async () => {
    const { exit, out, err } = await explain("response.enum.value-remove");
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain("did you mean response.enum.value-removed?");
  });

  it("lists all, each with its first words", async () => {
    const { exit, out } = await explain("--list");
    expect(exit).toBe(0);
    for (const { id } of RULES) expect(out).toContain(`${id}\n    `);
    const listed = JSON.parse((await explain("--list", "--format", "json")).out);
    expect(listed.length).toBeGreaterThan(270);
    expect(listed[0]).toMatchObject({ uri: expect.stringMatching(/^https:\/\/shapelog\.dev\/rules\//) });
  });

  it("prints a page as JSON, with its address", async () => {
    const { out } = await explain("metadata.changed", "--format", "json");
    expect(JSON.parse(out)).toMatchObject({
      id: "metadata.changed",
      uri: "https://shapelog.dev/rules/metadata.changed/",
      text: expect.stringMatching(/^# `metadata\.changed`/),
    });
  });

  it("wants an id or --list, and not both", async () => {
    for (const args of [[], ["metadata.changed", "--list"]]) expect((await explain(...args)).exit).toBe(2);
  });
});

describe("SARIF logs", () => {
  interface Descriptor {
    readonly id: string;
    readonly helpUri: string;
    readonly help: { readonly markdown: string };
  }
  const rulesOf = (text: string): readonly Descriptor[] => JSON.parse(text).runs[0].tool.driver.rules;

  it("hold the page of each rule that a difference meets", async () => {
    const workspace = createWorkspace();
    const model = (values: string) =>
      `$version: "2.0"\nnamespace example\nservice S { version: "1", operations: [Get] }\noperation Get { output := { color: Color } }\nenum Color { ${values} }\n`;
    workspace.write("a.smithy", model("RED, GREEN"));
    workspace.write("b.smithy", model("RED"));
    const { out } = await workspace.run("diff", "a.smithy", "b.smithy", "--view", "sarif");
    const [rule] = rulesOf(out);
    expect(rule?.helpUri).toBe("https://shapelog.dev/rules/response.enum.value-removed/");
    expect(rule?.help.markdown).toContain("## Whom it breaks");
  });

  it("hold the page of each event and diagnostic", async () => {
    const workspace = createWorkspace();
    workspace.write("a.smithy", '$version: "2.0"\nnamespace example\n@length(min: 2, max: 1)\nstring City\n');
    const { out } = await workspace.run("validate", "a.smithy", "--format", "sarif");
    const rule = rulesOf(out).find(({ id }) => id === "LengthTrait");
    expect(rule?.helpUri).toBe("https://shapelog.dev/rules/LengthTrait/");
    workspace.write("b.smithy", '$version: "2.0"\nnamespace example\nstructure A { b: Nowhere }\n');
    const log = (await workspace.run("validate", "b.smithy", "--format", "sarif")).out;
    for (const { helpUri } of rulesOf(log)) expect(helpUri).toMatch(/^https:\/\/shapelog\.dev\/rules\//);
  });
});

it("has no page about a finding, and says that its id is one", async () => {
  const { exit, err } = await createWorkspace().run("explain", "605c4fcede10");
  expect([exit, err]).toEqual([2, expect.stringContaining("looks like the id of a finding")]);
});
