import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { createWorkspace } from "./workspace.js";

const SCHEMA = fileURLToPath(new URL("../../diff/schema/diff-1.json", import.meta.url));

/** Runs `diff` on two models that differ in the members of an input. */
function diffInputs(before: string, after: string, ...args: readonly string[]) {
  const workspace = createWorkspace();
  const write = (name: string, members: string) =>
    workspace.write(
      name,
      `$version: "2"
namespace example

service Reports { version: "1", operations: [CreateReport] }
operation CreateReport { input := { ${members} } }
@length(min: 3, max: 3) @pattern("^[a-z]{4}$") string Impossible
${name === "old.smithy" ? "@length(max: 200)" : "@length(max: 20)"} string Title
`,
    );
  write("old.smithy", before);
  write("new.smithy", after);
  return workspace.run("diff", "old.smithy", "new.smithy", ...args);
}

describe("diff --witness", () => {
  it("shows a finding by a document", async () => {
    const { exit, out } = await diffInputs("title: Title", "title: Title", "--witness");
    expect(exit).toBe(1);
    expect(out).toContain("A request of CreateReport that the old validator takes and the new one refuses:");
    expect(out).toContain("→ title: expected at most 20 characters, got 21");
    expect(out).toContain("1 finding confirmed");
  });

  it("shows a finding by a program, and says which line no longer compiles", async () => {
    const { out } = await diffInputs(
      "title: Title, format: String",
      "title: Title",
      "--witness",
      "--view",
      "json",
    );
    const { findings } = JSON.parse(out);
    const removed = findings.find(({ rule }: { rule: string }) => rule === "request.member.removed");
    expect(removed.witness).toMatchObject({
      status: "confirmed",
      proofs: [{ kind: "source" }, { kind: "wire" }],
    });
    const [{ program, line, error }] = removed.witness.proofs;
    expect(program.split("\n")[line - 1]).toContain("format");
    expect(error).toMatch(/^TS2353: /);
  });

  it("lowers what nothing confirms, and exits alike", async () => {
    const members = "@required id: Impossible, title: Title";
    expect((await diffInputs(members, members)).exit).toBe(1);
    const { exit, out } = await diffInputs(members, members, "--witness");
    expect(exit).toBe(0);
    expect(out).toContain("Check your code   title");
    expect(out).toContain("Not confirmed: no document could be made that keeps to its own side's limits.");
    const { out: markdown } = await diffInputs(members, members, "--witness", "--view", "markdown");
    expect(markdown).toContain("Not confirmed: ");
  });

  it("gives JSON that its schema describes", async () => {
    const { out } = await diffInputs(
      "@required id: Impossible, title: Title, a: String",
      "@required id: Impossible, title: Title",
      "--witness",
      "--view",
      "json",
    );
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));
    expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
    expect(out).toContain('"unconfirmed"');
  });

  it.each(["aws", "smithy"])(
    "is refused with --view %s, which prints what another tool prints",
    async (view) => {
      const { exit, err } = await diffInputs("title: Title", "title: Title", "--witness", "--view", view);
      expect(exit).toBe(2);
      expect(err).toContain("--witness");
    },
  );

  it("lets no name or value of a model reach the terminal as a command, or a program as code", async () => {
    const workspace = createWorkspace();
    const write = (name: string, values: readonly string[]) => {
      const members = Object.fromEntries(
        values.map((value, index) => [
          `V${index}`,
          { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } },
        ]),
      );
      const shapes = {
        "a#S": { type: "service", version: "1", operations: [{ target: "a#Get" }] },
        "a#Get": { type: "operation", output: { target: "a#Output" } },
        "a#Output": { type: "structure", members: { kind: { target: "a#Kind" } } },
        "a#Kind": { type: "enum", members },
      };
      workspace.write(name, JSON.stringify({ smithy: "2.0", shapes }));
    };
    const hostile = '\u001b[31m"; throw 1; //\u2028`$' + "{x}\n";
    write("old.json", ["A"]);
    write("new.json", ["A", hostile]);
    const { out } = await workspace.run("diff", "old.json", "new.json", "--witness", "--color", "never");
    expect(out).toContain("1 finding confirmed");
    for (const character of ["\u001b", "\u2028"]) expect(out.includes(character)).toBe(false);
  });
});
