import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CONFIG, createWorkspace, type Workspace } from "./workspace.js";

const MODEL = "models/events/model.smithy";

/** A botocore file with what Smithy has no trait for, and what its rules refuse. */
const BOTOCORE = {
  metadata: {
    serviceId: "Events",
    protocol: "json",
    jsonVersion: "1.1",
    apiVersion: "2020-01-01",
    serviceAbbreviation: "Ev",
    targetPrefix: "Events",
    endpointPrefix: "events",
    signatureVersion: "v4",
    serviceFullName: "Events",
  },
  operations: {
    DescribeEndpoints: {
      name: "DescribeEndpoints",
      http: { method: "POST", requestUri: "/" },
      input: { shape: "Request" },
      output: { shape: "Result" },
      endpointoperation: true,
    },
    ListEvents: {
      name: "ListEvents",
      http: { method: "POST", requestUri: "/" },
      input: { shape: "ListRequest" },
      output: { shape: "ListResult" },
      documentation: "Lists.",
      endpointdiscovery: { required: true },
    },
  },
  shapes: {
    Request: { type: "structure", members: { Operation: { shape: "String" } } },
    Result: { type: "structure", required: ["Endpoints"], members: { Endpoints: { shape: "Endpoints" } } },
    Endpoints: { type: "list", member: { shape: "Endpoint" } },
    Endpoint: {
      type: "structure",
      required: ["Address", "CachePeriodInMinutes"],
      members: { Address: { shape: "String" }, CachePeriodInMinutes: { shape: "Long" } },
    },
    Long: { type: "long" },
    ListRequest: {
      type: "structure",
      members: {
        nextToken: { shape: "String" },
        limit: { shape: "Integer" },
        name: { shape: "EventName" },
        from: { shape: "eventName" },
        on: { shape: "Boolean" },
        off: { shape: "boolean" },
      },
    },
    ListResult: {
      type: "structure",
      members: { nextToken: { shape: "String" }, events: { shape: "Times" }, body: { shape: "Body" } },
      payload: "body",
    },
    Times: { type: "list", member: { shape: "Timestamp" } },
    Boolean: { type: "boolean" },
    boolean: { type: "boolean" },
    EventName: { type: "string", min: 1 },
    eventName: { type: "string", min: 2 },
    String: { type: "string" },
    Integer: { type: "integer" },
    Timestamp: { type: "timestamp" },
    Body: { type: "blob", streaming: true },
  },
};

const PAGINATORS = {
  pagination: {
    ListEvents: {
      input_token: "nextToken",
      output_token: "nextToken",
      limit_key: "limit",
      result_key: "events",
      more_results: "more",
    },
  },
};

const EXAMPLES = {
  version: "1.0",
  examples: {
    ListEvents: [
      {
        id: "list",
        title: "To list",
        description: "Lists them.",
        input: { limit: "5" },
        output: { events: ["1421866952.062", "Wed, 04 Feb 2015 10:00:00 GMT", 5] },
      },
      { id: "wrong", title: "Wrong", input: { limit: "many" }, output: {} },
    ],
  },
};

function createSource(): Workspace {
  const workspace = createWorkspace();
  const service = { ...CONFIG.services.events, model: MODEL };
  workspace.write("shapelog.config.json", JSON.stringify({ services: { events: service } }));
  workspace.write("source/service-2.json", JSON.stringify(BOTOCORE));
  workspace.write("source/paginators-1.json", JSON.stringify(PAGINATORS));
  workspace.write("source/examples-1.json", JSON.stringify(EXAMPLES));
  return workspace;
}

/** Records, builds and checks what was imported. */
async function follow(workspace: Workspace): Promise<readonly number[]> {
  const commands = [["record", "--no-changeset"], ["build"], ["check"]];
  const exits: number[] = [];
  for (const command of commands) exits.push((await workspace.run(...command)).exit);
  return exits;
}

describe("shapelog import", () => {
  it.each([
    ["whole", []],
    ["of one operation", ["--operations", "ListEvents"]],
    ["of another one", ["--operations", "DescribeEndpoints"]],
    ["without documentation", ["--no-docs"]],
  ])("makes a model that check accepts, %s", async (_, args) => {
    const workspace = createSource();
    const { exit, err } = await workspace.run("import", "source/service-2.json", ...args);
    expect(exit).toBe(0);
    expect(err).not.toContain("warning");
    expect(await follow(workspace)).toEqual([0, 0, 0]);
    const { err: said, out } = await workspace.run("validate", MODEL);
    expect(said).toBe("");
    expect(out).not.toMatch(/UnresolvedTrait|unknown-use/);
    expect(workspace.read(MODEL)).not.toContain("shapelog.botocore");
  });

  it("says what it left out and what it mended", async () => {
    const workspace = createSource();
    const { err } = await workspace.run("import", "source");
    expect(err).toMatch(
      /Left out, as botocore says it, and Smithy has no trait for it: .*serviceAbbreviation/,
    );
    expect(err).toMatch(/Mended what Smithy's rules refuse: .*#boolean com\.amazonaws\.events#Boolean/);
    expect(err).toMatch(/#eventName com\.amazonaws\.events#eventName2/);
    const model = workspace.read(MODEL);
    expect(model).toMatch(/@length\(\s*min: 2\s*\)\s*string eventName2/);
    expect(model).toMatch(/@default\(""\)\s+(?:@httpPayload\s+)?body: Body|body: Body = ""/);
  });

  it("leaves out traits that name operations which are not imported", async () => {
    const workspace = createSource();
    const { err } = await workspace.run("import", "source", "--operations", "ListEvents");
    expect(err).toContain("they name shapes that are not imported: @aws.api#clientEndpointDiscovery");
    expect(workspace.read(MODEL)).not.toContain("DescribeEndpoints");
  });

  it.each(["source", "source/service-2.json"])("reads paginators and examples of %s", async (source) => {
    const workspace = createSource();
    const { err } = await workspace.run("import", source);
    const model = workspace.read(MODEL);
    expect(model).toMatch(/@paginated\(/);
    expect(model).toContain('title: "To list"');
    expect(model).toContain("limit: 5");
    expect(model).toContain("1421866952.062");
    expect(model).toContain("2015-02-04T10:00:00.000Z");
    expect(model).not.toContain('"Wrong"');
    expect(err).toContain('left out the example "Wrong"');
  });

  it("keeps the definitions of the traits that picked shapes have", async () => {
    const workspace = createSource();
    workspace.write(
      "own.smithy",
      `$version: "2"\nnamespace a\n@trait\nstructure team { name: TeamName }\nstring TeamName\n@trait\nstring other\n` +
        `service S { version: "1", operations: [Get, Put] }\n@team(name: "a")\noperation Get { output := { x: String } }\n` +
        '@other("b")\noperation Put { input := { x: String } }\n',
    );
    expect((await workspace.run("import", "own.smithy", "--operations", "Get")).exit).toBe(0);
    const model = workspace.read(MODEL);
    expect(model).toContain("structure team");
    expect(model).toContain("string TeamName");
    expect(model).not.toContain("string other");
    expect(await follow(workspace)).toEqual([0, 0, 0]);
  });
});

describe("shapelog import --texts", () => {
  const TEXTS = "texts.json";
  const importTexts = (workspace: Workspace) =>
    workspace.run("import", "source", "--no-docs", "--operations", "ListEvents", "--texts", TEXTS);

  it("lists what has no documentation, and the model has none of it", async () => {
    const workspace = createSource();
    const { out } = await importTexts(workspace);
    const list = JSON.parse(workspace.read(TEXTS));
    expect(list).toMatchObject({
      "com.amazonaws.events#ListEvents": "",
      "com.amazonaws.events#ListRequest$limit": "",
    });
    expect(out).toContain(`${TEXTS}: ${Object.keys(list).length} texts to fill in, written`);
    expect(workspace.read(MODEL)).not.toContain("///");
  });

  it("puts what is filled in into the model, and goes on asking for the rest", async () => {
    const workspace = createSource();
    await importTexts(workspace);
    const list = JSON.parse(workspace.read(TEXTS));
    workspace.write(TEXTS, JSON.stringify({ ...list, "com.amazonaws.events#ListEvents": "Ours." }));
    const { out } = await importTexts(workspace);
    expect(workspace.read(MODEL)).toContain("/// Ours.\n");
    expect(out).toContain(`${TEXTS}: ${Object.keys(list).length - 1} texts to fill in`);
    expect(JSON.parse(workspace.read(TEXTS))).toEqual({
      ...list,
      "com.amazonaws.events#ListEvents": "Ours.",
    });
  });

  it("refuses a list of another form, and writes nothing", async () => {
    const workspace = createSource();
    workspace.write(TEXTS, '["a"]');
    const { exit, err } = await importTexts(workspace);
    expect(exit).toBe(2);
    expect(err).toContain("a JSON object with a text for each shape id");
    expect(existsSync(join(workspace.folder, MODEL))).toBe(false);
  });
});
