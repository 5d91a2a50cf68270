import { createModel, type Shape } from "@shapelog/model";
import { printSmithyJson } from "@shapelog/smithy";
import { describe, expect, it, vi } from "vitest";
import { createWorkspace, modelText } from "./workspace.js";

const BOTOCORE = JSON.stringify({
  version: "2.0",
  metadata: { apiVersion: "2020-01-01", protocol: "json", serviceId: "Things", endpointPrefix: "things" },
  operations: { Get: { name: "Get", http: { method: "POST", requestUri: "/" }, output: { shape: "Thing" } } },
  shapes: { Thing: { type: "structure", members: {} } },
});

const text = (id: string, target: string): Shape => ({
  kind: "structure",
  id: `example#${id}`,
  traits: {},
  members: [{ name: "next", target, traits: {} }],
});

describe("a folder of botocore", () => {
  it("is read with the paginators and waiters that stand beside the model", async () => {
    const workspace = createWorkspace();
    workspace.write("things/service-2.json", BOTOCORE);
    const page = { input_token: "Token", output_token: "Next" };
    const extras = { merge: { pagination: { Get: { non_aggregate_keys: ["Count"] } } } };
    const acceptors = [{ state: "success", matcher: "error", expected: "Gone" }];
    const waiters = { Gone: { operation: "Get", delay: 1, maxAttempts: 2, acceptors } };
    workspace.write("things/paginators-1.json", JSON.stringify({ pagination: { Get: page } }));
    workspace.write("things/paginators-1.sdk-extras.json", JSON.stringify(extras));
    workspace.write("things/waiters-2.json", JSON.stringify({ version: 2, waiters }));
    const { exit, out } = await workspace.run("ast", "things");
    expect(exit).toBe(0);
    expect(JSON.parse(out).shapes["com.amazonaws.things#Get"].traits).toEqual({
      "smithy.api#paginated": { inputToken: "Token", outputToken: "Next" },
      "shapelog.botocore#paginator": { non_aggregate_keys: ["Count"] },
      "smithy.waiters#waitable": {
        Gone: { acceptors: [{ state: "success", matcher: { errorType: "Gone" } }], minDelay: 1 },
      },
      "shapelog.botocore#waiters": { Gone: { maxAttempts: 2 } },
    });
  });
});

describe("two botocore files of which one states no id", () => {
  const write = () => {
    const workspace = createWorkspace();
    const { serviceId: _, ...unnamed } = JSON.parse(BOTOCORE).metadata;
    const old = { ...JSON.parse(BOTOCORE), metadata: { ...unnamed, serviceFullName: "AWS Old Things" } };
    workspace.write("old.json", JSON.stringify(old));
    const named = { ...old, metadata: { ...old.metadata, serviceId: "Things" } };
    workspace.write("now.json", JSON.stringify(named));
    return workspace;
  };

  it.each([
    ["before", "old.json", "now.json"],
    ["after", "now.json", "old.json"],
  ])("differ by no id that was worked out: %s", async (_, before, after) => {
    const workspace = write();
    const { exit, out } = await workspace.run("diff", before, after, "--format", "json");
    expect({ exit, findings: JSON.parse(out).findings }).toEqual({ exit: 0, findings: [] });
  });

  it("differ by none from a Smithy model that states one", async () => {
    const workspace = write();
    const { out: ast } = await workspace.run("ast", "now.json");
    workspace.write("now.smithy.json", ast);
    const { exit, out } = await workspace.run("diff", "old.json", "now.smithy.json", "--format", "json");
    expect({ exit, findings: JSON.parse(out).findings }).toEqual({ exit: 0, findings: [] });
  });
});

describe("a model's format", () => {
  it.each([
    ["Smithy JSON AST", modelText(), "com.example.events#AuthEvent"],
    ["Smithy JSON AST after a byte order mark", `\ufeff${modelText()}`, "com.example.events#AuthEvent"],
    [
      "Smithy JSON AST whose version comes last",
      JSON.stringify({ shapes: JSON.parse(modelText()).shapes, smithy: "2.0" }),
      "com.example.events#AuthEvent",
    ],
    ["botocore", BOTOCORE, "com.amazonaws.things#Thing"],
  ])("is found out: %s", async (_, model, shape) => {
    const workspace = createWorkspace();
    workspace.write("model.json", model);
    const { exit, out, err } = await workspace.run("ast", "model.json");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(Object.keys(JSON.parse(out).shapes)).toContain(shape);
  });

  it.each([
    ["Smithy JSON AST", modelText()],
    ["botocore", BOTOCORE],
  ])("is found out without parsing the text twice: %s", async (_, model) => {
    const workspace = createWorkspace();
    workspace.write("model.json", model);
    const parse = vi.spyOn(JSON, "parse");
    try {
      await workspace.run("ast", "model.json");
      expect(parse.mock.calls.filter(([parsed]) => parsed === model)).toHaveLength(1);
    } finally {
      parse.mockRestore();
    }
  });

  it.each([
    ["an object of another kind", '{"a": 1}', "cli/unknown-format"],
    ["a text that begins as Smithy and ends", '{"smithy": "2.0"', "json/syntax"],
    [
      "a text that begins as Smithy, but is not",
      '{"smithy": "2.0", "smithy": 2}',
      "smithy/unsupported-version",
    ],
    ["no JSON", "namespace", "json/syntax"],
  ])("is told where there is none: %s", async (_, model, code) => {
    const workspace = createWorkspace();
    workspace.write("model.json", model);
    const { exit, out, err } = await workspace.run("ast", "model.json");
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
    expect(err).toContain(`[${code}]`);
  });

  it("reports keys given twice in either", async () => {
    const workspace = createWorkspace();
    workspace.write("smithy.json", '{"smithy": "2.0", "shapes": {}, "shapes": {}}');
    workspace.write("botocore.json", BOTOCORE.replace('"Thing":', '"Thing":{"type":"blob"},"Thing":'));
    expect((await workspace.run("ast", "smithy.json")).err).toContain("[json/duplicate-key]");
    expect((await workspace.run("ast", "botocore.json")).err).toContain("[json/duplicate-key]");
  });
});

describe("a folder of Smithy files", () => {
  it("is one model whose files may point at each other; other JSON files are none of it", async () => {
    const workspace = createWorkspace();
    workspace.write("model/a.json", printSmithyJson(createModel([text("A", "example#B")])));
    workspace.write("model/b.json", printSmithyJson(createModel([text("B", "example#A")])));
    workspace.write("model/package.json", '{"name": "x"}');
    workspace.write("model/tsconfig.json", "// comments\n{}");
    const { exit, out, err } = await workspace.run("ast", "model");
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(Object.keys(JSON.parse(out).shapes)).toEqual(["example#A", "example#B"]);
  });

  it("has to have every shape that is pointed at, and each but once", async () => {
    const workspace = createWorkspace();
    workspace.write("model/a.json", printSmithyJson(createModel([text("A", "example#B")])));
    const missing = await workspace.run("ast", "model");
    expect(missing.exit).toBe(2);
    expect(missing.err).toMatch(/example#B.* model\/a\.json:\d+:\d+/s);
    workspace.write("model/b.json", printSmithyJson(createModel([text("A", "example#A")])));
    expect((await workspace.run("ast", "model")).err).toContain("[smithy/conflicting-shape]");
  });

  it("is not read in part where one file is broken", async () => {
    const workspace = createWorkspace();
    workspace.write("model/a.json", printSmithyJson(createModel([text("A", "example#A")])));
    workspace.write("model/b.json", '{ "smithy": "2.0", "shapes": {');
    const { exit, err } = await workspace.run("ast", "model");
    expect(exit).toBe(2);
    expect(err).toContain("model/b.json:1:");
  });
});
