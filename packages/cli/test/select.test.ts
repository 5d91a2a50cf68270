import { describe, expect, it } from "vitest";
import { createWorkspace, type Workspace } from "./workspace.js";

const MODEL = `$version: "2.0"

namespace example

service Cities {
    operations: [GetCity]
}

operation GetCity {
    input := {
        @required
        @length(min: 1)
        name: String
    }
}

resource Town {}
`;

function createCities(): Workspace {
  const workspace = createWorkspace();
  workspace.write("cities.smithy", MODEL);
  return workspace;
}

describe("shapelog select", () => {
  it("prints the ids of the model's own shapes, sorted, one a line", async () => {
    const run = await createCities().run("select", "*", "cities.smithy");
    expect(run).toEqual({
      exit: 0,
      out: "example#Cities\nexample#GetCity\nexample#GetCityInput\nexample#GetCityInput$name\nexample#Town\n",
      err: "",
    });
  });

  it("prints shapes of the definitions with --all, and walks through them without", async () => {
    const workspace = createCities();
    const [own, all] = [
      await workspace.run("select", "[trait|required] > *", "cities.smithy"),
      await workspace.run("select", "[trait|required] > *", "cities.smithy", "--all"),
    ];
    expect(own.out).toBe("");
    expect(all.out).toContain("smithy.api#String\n");
    const through = await workspace.run(
      "select",
      "member:test(-[trait]-> [id|name = length])",
      "cities.smithy",
    );
    expect(through.out).toBe("example#GetCityInput$name\n");
  });

  it("prints types and places as JSON, and what else is asked for", async () => {
    const workspace = createCities();
    const json = await workspace.run("select", "member", "cities.smithy", "--format", "json");
    const match = { shape: "example#GetCityInput$name", type: "member", file: "cities.smithy:13:9" };
    expect(JSON.parse(json.out)).toEqual([match]);
    const vars = ["select", "service $op(~> operation)", "cities.smithy"];
    expect(JSON.parse((await workspace.run(...vars, "--show", "vars")).out)).toEqual([
      { shape: "example#Cities", vars: { op: ["example#GetCity"] } },
    ]);
    expect(JSON.parse((await workspace.run(...vars, "--variables")).out)).toEqual([
      {
        shape: "example#Cities",
        type: "service",
        file: "cities.smithy:5:1",
        vars: { op: ["example#GetCity"] },
      },
    ]);
    const traits = ["--show-traits", "length,smithy.api#pattern"];
    expect(JSON.parse((await workspace.run("select", "member", "cities.smithy", ...traits)).out)).toEqual([
      { shape: "example#GetCityInput$name", traits: { "smithy.api#length": { min: 1 } } },
    ]);
  });

  it("prints the values of traits with all digits, as JSON numbers", async () => {
    const workspace = createCities();
    workspace.write("long.smithy", '$version: "2"\nnamespace a\n@range(max: 9223372036854775807)\nlong L\n');
    const { out } = await workspace.run("select", "long", "long.smithy", "--show-traits", "range");
    expect(out).toContain('"max": 9223372036854775807\n');
  });

  it("takes several files as one model, and the configuration's where none is given", async () => {
    const workspace = createCities();
    workspace.write(
      "more.smithy",
      '$version: "2"\nnamespace more\nstructure S { t: example#GetCityInput }\n',
    );
    const { out } = await workspace.run("select", "structure", "cities.smithy", "more.smithy", "more.smithy");
    expect(out).toBe("example#GetCityInput\nmore#S\n");
    workspace.write(
      "shapelog.config.json",
      JSON.stringify({
        services: {
          cities: { model: "cities.smithy", ledger: "l", package: { name: "@example/cities", folder: "p" } },
        },
      }),
    );
    expect((await workspace.run("select", "resource")).out).toBe("example#Town\n");
  });

  it("reads the selector from the standard input", async () => {
    const workspace = createCities();
    workspace.input = "resource\n";
    expect((await workspace.run("select", "-", "cities.smithy")).out).toBe("example#Town\n");
    workspace.input = "resourc\n";
    expect((await workspace.run("select", "-", "cities.smithy")).err).toContain("(standard input):1:1");
  });

  it("points into the selector where it is wrong, before any model is read", async () => {
    const { exit, out, err } = await createCities().run("select", "structure > membr [a", "gone.smithy");
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain("  at (selector):1:13\n  1 | structure > membr [a\n    |             ^\n");
  });

  it("warns of what yields nothing, and can fail at that", async () => {
    const args = ["select", ":frob(*)", "cities.smithy"];
    expect(await createCities().run(...args)).toMatchObject({ exit: 0, out: "" });
    const { exit, err } = await createCities().run(...args, "--fail-on", "warning");
    expect(exit).toBe(1);
    expect(err).toContain("[selector/unknown-function]");
  });

  it.each([
    [
      "text with more than ids",
      ["*", "cities.smithy", "--format", "text", "--show", "type"],
      "cli/bad-option",
    ],
    ["the standard input twice", ["-", "-"], "cli/bad-option"],
    ["a model that is not there", ["*", "gone.smithy"], "cli/not-found"],
    ["models of other formats together", ["*", "cities.smithy", "service-2.json"], "cli/not-smithy"],
    ["no model and no configuration", ["*"], "cli/no-config"],
  ])("is wrong use with %s", async (_, args, code) => {
    const workspace = createCities();
    const botocore = { version: "2.0", metadata: { apiVersion: "1" }, operations: {}, shapes: {} };
    workspace.write("service-2.json", JSON.stringify(botocore));
    const { exit, out, err } = await workspace.run("select", ...args);
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(`[${code}]`);
  });

  it("is wrong use to show what there is not", async () => {
    const { exit, err } = await createCities().run("select", "*", "cities.smithy", "--show", "size");
    expect(exit).toBe(2);
    expect(err).toContain("Expected some of type, file, vars.");
  });
});

describe("select with a selector that takes too many steps", () => {
  const COSTLY = "$a(:root(*)) $b(:root(*)) [@: @{var|a|id} = @{var|b|trait|(keys)}]";

  it("lists nothing and says so", async () => {
    const { exit, out, err } = await createCities().run("select", COSTLY, "cities.smithy");
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toMatch(/--max-steps\. \[cli\/selector-too-costly]/);
  });

  it("gives up sooner or later as --max-steps says", async () => {
    const workspace = createCities();
    const few = await workspace.run("select", "--max-steps", "5", "service ~> *", "cities.smithy");
    expect(few.exit).toBe(2);
    const enough = await workspace.run("select", "--max-steps", "100000", "service ~> *", "cities.smithy");
    expect(enough.exit).toBe(0);
    const wrong = await workspace.run("select", "--max-steps", "-1", "*", "cities.smithy");
    expect(wrong.exit).toBe(2);
  });
});
