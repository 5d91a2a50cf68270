import { describe, expect, it } from "vitest";
import { run } from "../src/program.js";
import { createWorkspace } from "./workspace.js";

const FORGED = "x\nNo difference.\n::error::y ##[error]z \u001b[2J\u0007\u009b31m\u202e\u2028";
const MODEL = {
  smithy: "2.0",
  shapes: {
    "a.b#S": { type: "service", version: "1", traits: { "smithy.api#title": "::error::y" } },
    "a.b#E": {
      type: "enum",
      members: { A: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": FORGED } } },
      traits: {
        "smithy.api#documentation": FORGED,
        "smithy.api#tags": [FORGED],
        "smithy.api#externalDocumentation": { [FORGED]: FORGED },
      },
    },
  },
};

function createHostile() {
  const workspace = createWorkspace();
  workspace.write("after.json", JSON.stringify(MODEL));
  workspace.write("before.json", JSON.stringify(MODEL).replaceAll('"A"', '"B"').replaceAll("x\\n", "w\\n"));
  return workspace;
}

/** Our own colours are no control characters here. */
function expectInert(text: string) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(text.replace(/\u001b\[(?:0|1|2|31|32|33|36)m/g, "")).not.toMatch(
    /(?![\n\t])\p{Cc}|[\u202e\u2028]|##\[/u,
  );
  expect(text).not.toMatch(/^No difference\.|^\s*::(?!(?:error|warning|notice) title=)/m);
}

describe("what is printed of a hostile model acts on no terminal and no build service", () => {
  it.each([
    ...["text", "json", "markdown", "html", "sarif", "github", "junit", "smithy", "aws"].map((view) => [
      ...["diff", "before.json", "after.json", "--view", view, "--color", "always"],
    ]),
    ...["text", "json", "sarif", "github", "junit"].map((format) => [
      ...["validate", "after.json", "--format", format, "--severity", "note"],
    ]),
    ["ast", "after.json"],
    ["ast", "after.json", "--to", "idl"],
    ["select", "*", "after.json"],
    ["select", "*", "after.json", "--show-traits", "tags,enumValue"],
    ["select", FORGED, "after.json"],
    ["explain", FORGED],
    ["diff", FORGED, "after.json"],
    ["diff", `--${FORGED}`],
    [FORGED],
  ])("%j %j %j %j %j", async (...args) => {
    const { exit, out, err } = await createHostile().run(...args);
    expect(exit).toBeLessThan(3);
    expect(out + err).not.toBe("");
    expectInert(out);
    expectInert(err);
  });
});

it("IDL that is printed reads as the same model", async () => {
  const workspace = createHostile();
  workspace.write("printed.smithy", (await workspace.run("ast", "after.json", "--to", "idl")).out);
  expect((await workspace.run("ast", "printed.smithy")).out).toBe(
    (await workspace.run("ast", "after.json")).out,
  );
});

it("an unknown option is told on one line, with what may have been meant on the next", async () => {
  const { exit, err } = await createWorkspace().run("diff", "--vi\new", "a", "b");
  expect(exit).toBe(2);
  expect(err.split("\n")[0]).toBe("error: unknown option '--vi\\new'");
  expect((await createWorkspace().run("diff", "--veiw", "a", "b")).err).toContain(
    "'--veiw'\n(Did you mean --view?)\n",
  );
});

it("progress draws a name on its own line, and nothing else moves on the terminal", async () => {
  const workspace = createHostile();
  let err = "";
  const terminal = {
    cwd: workspace.folder,
    out: () => undefined,
    err: (text: string) => {
      err += text;
    },
    ...{ color: false, interactive: true, width: 100 },
    readInput: async () => Buffer.alloc(0),
    today: () => "2022-08-18",
    untilStopped: async () => undefined,
  };
  await run(["diff", "a\r\u001b[2K\n::error::b", "after.json"], terminal, "0.0.0");
  expectInert(err.replaceAll("\r\u001b[2K", ""));
});
