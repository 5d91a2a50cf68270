import { describe, expect, it } from "vitest";
import { createService, createWorkspace, findPath, modelText, type Workspace } from "./workspace.js";

/** One error, and one warning that is settled. */
const MODEL = `$version: "2.0"

metadata suppressions = [
    {id: "EnumShape", namespace: "example", reason: "As on the wire."}
]

namespace example

enum Size {
    small
}

@length(min: 2, max: 1)
string City

structure Place {
    city: City
}
`;

function createCity(text = MODEL): Workspace {
  const workspace = createWorkspace();
  workspace.write("city.smithy", text);
  return workspace;
}

const codesOf = (json: string): string[] => JSON.parse(json).map(({ code }: { code: string }) => code);

describe("shapelog validate", () => {
  it("prints events with Smithy's ids and the lines they are about, and sums up", async () => {
    const { exit, out, err } = await createCity().run("validate", "city.smithy");
    expect({ exit, err }).toEqual({ exit: 1, err: "" });
    expect(out).toMatch(
      /^error .*\[LengthTrait]\n {2}at city\.smithy:13:1\n {2}13 \| @length\(min: 2, max: 1\)\n/m,
    );
    expect(out).toMatch(
      /\n\n3 shapes: 1 error.*; 1 suppressed\. Errors can keep other rules from running\n$/,
    );
    expect(out).not.toContain("EnumShape");
  });

  it("judges @enum as it is written", async () => {
    const text = `$version: "1.0"\nnamespace example\n@enum([{ value: "a", name: "A" }, { value: "a", name: "B" }])\nstring Size\n`;
    const { exit, out } = await createCity(text).run("validate", "city.smithy", "--format", "json");
    expect(exit).toBe(1);
    expect(codesOf(out)).toContain("EnumTrait");
  });

  it("says that nothing was found", async () => {
    const run = await createCity(MODEL.replace("min: 2, ", "")).run(
      "validate",
      "city.smithy",
      "--severity",
      "error",
    );
    expect(run).toMatchObject({ exit: 0, err: "" });
    expect(run.out).toMatch(/^3 shapes: .*1 suppressed\n$/);
  });

  it("shows what is suppressed with the reason when asked, without failing at it", async () => {
    const workspace = createCity(MODEL.replace("min: 2, ", ""));
    const args = ["validate", "city.smithy", "--show-suppressed", "--fail-on", "warning"];
    const { exit, out } = await workspace.run(...args);
    expect(exit).toBe(0);
    expect(out).toContain("Suppressed in the metadata, because: As on the wire. [EnumShape]");
    const json = await workspace.run(...args, "--format", "json");
    expect(JSON.parse(json.out)).toMatchObject([
      { code: "EnumShape", severity: "warning", suppression: { by: "metadata", reason: "As on the wire." } },
    ]);
  });

  it("counts what is below --severity, and fails at it all the same", async () => {
    const workspace = createCity(MODEL.replace("min: 2, ", "").replace("EnumShape", "Other"));
    const { exit, out } = await workspace.run(
      "validate",
      "city.smithy",
      "--severity",
      "danger",
      "--fail-on",
      "warning",
    );
    expect(exit).toBe(1);
    expect(out).toMatch(/^3 shapes: 1 warning not shown/);
  });

  it("prints JSON, SARIF and annotations, with lines and columns", async () => {
    const workspace = createCity();
    const run = async (format: string) =>
      (await workspace.run("validate", "city.smithy", "--format", format)).out;
    expect(JSON.parse(await run("json"))).toMatchObject([
      { code: "LengthTrait", shape: "example#City", location: { file: "city.smithy", line: 13, column: 1 } },
    ]);
    const [result] = JSON.parse(await run("sarif")).runs[0].results;
    expect(result).toMatchObject({ ruleId: "LengthTrait", level: "error" });
    expect(await run("github")).toMatch(/^::error title=LengthTrait,file=city\.smithy,line=13,col=1::/);
  });

  it("reports syntax errors and what is found while reading, together", async () => {
    const { exit, out } = await createCity(`${MODEL}\nstructure Two { x String }\n`).run(
      "validate",
      "city.smithy",
      "--format",
      "json",
    );
    expect(exit).toBe(1);
    expect(codesOf(out)[0]).toBe("idl/expected");
  });

  it("reports in every format what keeps a text from being read at all", async () => {
    const workspace = createWorkspace();
    workspace.write("broken.json", '{ "smithy": ');
    workspace.write("other.json", "{}");
    const run = async (...args: readonly string[]) => workspace.run("validate", ...args, "--format", "json");
    expect(codesOf((await run("broken.json")).out)).toEqual(["json/syntax"]);
    expect(await run("other.json")).toMatchObject({ exit: 2, err: "" });
    expect(codesOf((await run("other.json")).out)).toEqual(["cli/unknown-format"]);
  });

  it("reports a target that is nowhere once, as Smithy does", async () => {
    const { out } = await createCity(MODEL.replace("city: City", "city: Cit")).run(
      "validate",
      "city.smithy",
      "--format",
      "json",
    );
    expect(codesOf(out).filter((code) => /target/i.test(code))).toEqual(["Target.UnresolvedShape"]);
  });

  it("takes several files as one model, JSON AST and the standard input among them", async () => {
    const workspace = createCity(MODEL.replace("min: 2, ", ""));
    workspace.write(
      "more.json",
      '{"smithy":"2.0","shapes":{"more#S":{"type":"list","member":{"target":"example#City"}}}}',
    );
    workspace.input = '$version: "2"\nnamespace last\nlist L { member: more#S }\n';
    const { exit, out } = await workspace.run(
      "validate",
      "city.smithy",
      "more.json",
      "-",
      "--severity",
      "error",
    );
    expect(exit).toBe(0);
    expect(out).toMatch(/^5 shapes: /);
  });

  it("validates every model of the configuration where no input is given", async () => {
    const workspace = await createService();
    const { exit, out } = await workspace.run("validate");
    expect(exit).toBe(0);
    expect(out).toMatch(/suppressed\n$/);
  });

  it.each([
    ["a missing file", ["gone.smithy"], "cli/not-found"],
    ["no input and no configuration", [], "cli/no-config"],
    ["an input that is none", ["git:x"], "cli/bad-input"],
  ])("is wrong use with %s", async (_, args, code) => {
    const { exit, out, err } = await createWorkspace().run("validate", ...args);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(`[${code}]`);
  });
});

describe("shapelog check and the validator", () => {
  it("reports warnings of the model at their lines, without failing at them", async () => {
    const workspace = await createService();
    expect((await workspace.run("check")).err).toBe("");
    const text = modelText().replace('"EnumShape"', '"Other"');
    workspace.write("models/events/model.json", text);
    const { exit, err } = await workspace.run("check");
    expect(exit).toBe(0);
    expect(err).toMatch(/\[EnumShape]\n {2}at models\/events\/model\.json:\d+:\d+/);
    expect((await workspace.run("check", "--fail-on", "warning")).exit).toBe(1);
  });

  it("takes a suppression for no change of the API", async () => {
    const workspace = await createService();
    const ledger = workspace.read(findPath(workspace, /ledger\/2017-11-28-/));
    expect(ledger).not.toContain("EnumShape");
    workspace.write("models/events/model.json", modelText().replace("named as the values are", "fine"));
    expect(await workspace.run("check")).toMatchObject({ exit: 0, err: "" });
  });
});

describe("validate of a model whose own validators ask for too much", () => {
  const withValidator = (configuration: object, shapes: number, message?: string) => {
    const validators = [{ name: "EmitEachSelector", id: "Own", configuration, message }];
    const model = Array.from({ length: shapes }, (_, index) => `string S${index}\n`).join("");
    return `$version: "2.0"\nmetadata validators = ${JSON.stringify(validators)}\nmetadata suppressions = [{id: "*", namespace: "*"}, {id: "SelectorTooCostly", namespace: "*"}]\nnamespace example\n${model}`;
  };

  it("says which selector was given up, and that it could not check", async () => {
    const selector = "$a(:root(*)) [@: @{var|a|id} = @{var|a|trait|(keys)}]";
    const workspace = createCity(withValidator({ selector }, 100));
    const { exit, out } = await workspace.run("validate", "city.smithy", "--fail-on", "never");
    expect(exit).toBe(2);
    expect(out).toMatch(/error The selector "\$a\(:root\(\*\)\).* was not checked.*\[SelectorTooCostly]/);
  });

  it("says that it gave up where events are too many", async () => {
    const text = withValidator({ selector: "string" }, 100, "x".repeat(1_000_000));
    const { exit, out } = await createCity(text).run("validate", "city.smithy", "--severity", "error");
    expect(exit).toBe(2);
    expect(out).toMatch(/\[TooManyEvents]/);
  });

  it("validates with an ordinary selector as ever", async () => {
    const workspace = createCity(withValidator({ selector: "[id|name = S1]" }, 100));
    const { exit, out } = await workspace.run("validate", "city.smithy", "--format", "json");
    expect({ exit, codes: codesOf(out) }).toEqual({ exit: 0, codes: ["Own"] });
  });
});
