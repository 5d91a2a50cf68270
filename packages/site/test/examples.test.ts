import { spawnSync } from "node:child_process";
import { runInNewContext } from "node:vm";
import { type Model, type Shape, type ShapeId, shapeName, shapesOfKind } from "@shapelog/model";
import { HOSTILE_VALUES, modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import {
  createExamples,
  type ExampleView,
  type Language,
} from "../src/pages/operation/samples/create-examples.js";

const MEMBERS = `
    @required
    @length(min: 3, max: 12)
    @pattern("^[a-z]+-[0-9]$")
    id: String
    size: Size
    @range(min: 5, max: 7)
    count: Integer
    when: Timestamp
    bytes: Blob
    tags: Tags`;

const SHAPES = `
list Tags { member: String }
enum Size {
    SMALL = "small"
    LARGE = "large"
}
structure Wrong {}`;

const AWS = `
@aws.api#service(sdkId: "Harbor Pilot")
@aws.protocols#awsJson1_1
service Harbor { operations: [PutShip] }
operation PutShip {
    input := {${MEMBERS}
    }
    output := { ship: Ship, token: String }
}
structure Ship {
    @required
    parent: ShipId
    sisters: Ships
}
list Ships { member: Ship }
string ShipId
${SHAPES}`;

const REST = `
@aws.protocols#restJson1
@httpBearerAuth
service Harbor { operations: [PutShip] }
@http(method: "PUT", uri: "/ships/{id}?form=long")
operation PutShip {
    input := {
        @httpLabel
        @required
        id: String
        @httpQuery("max")
        max: Integer
        @httpHeader("X-When")
        when: Timestamp
        @jsonName("n")
        note: String
        at: Timestamp
    }
    output := { ok: Boolean }
}`;

function examplesOf(model: Model, name = "PutShip"): readonly ExampleView[] {
  const operation = shapesOfKind(model, "operation").find((each) => shapeName(each.id) === name);
  if (!operation) throw new Error(`there is no ${name}`);
  return createExamples({ model, packageName: "@example/harbor" }, operation);
}

function sampleOf(model: Model, language: Language): string {
  const code = examplesOf(model)[0]?.samples.find((sample) => sample.language === language)?.code;
  if (code === undefined) throw new Error(`no sample of ${language}`);
  return code;
}

/** A model whose example sends the text at each place that takes one. */
function modelThatSays(text: string, idl = AWS): Model {
  const model = modelOf(idl);
  const shapes = [...model.shapes].map(([id, shape]): readonly [ShapeId, Shape] => {
    if (shape.kind !== "operation") return [id, shape];
    const example = { title: text, documentation: text, input: { id: text, tags: [text], note: text } };
    return [id, { ...shape, traits: { ...shape.traits, "smithy.api#examples": [example] } }] as const;
  });
  return { ...model, shapes: new Map(shapes) };
}

describe("an example that is made", () => {
  it("has what is required and some of the rest, within all limits", () => {
    const [example] = examplesOf(modelOf(AWS));
    expect(example?.isMade).toBe(true);
    expect(JSON.parse(example?.request ?? "")).toEqual({ id: "example-1", size: "small", count: 5 });
  });

  it("leaves out what leads back to itself", () => {
    const [example] = examplesOf(modelOf(AWS));
    expect(JSON.parse(example?.response ?? "").ship).toEqual({ parent: "example", sisters: [] });
  });

  it("ends where what is required has no end of reasonable size", () => {
    const levels = Array.from({ length: 15 }, (_, level) => {
      const members = Array.from({ length: 12 }, (_, index) => `@required m${index}: L${level + 1}`);
      return `structure L${level} {\n${members.join("\n")}\n}`;
    });
    const model = modelOf(
      `${AWS.replace("output := {", "output := { deep: L0, ")}\n${levels.join("\n")}\nstructure L15 {}`,
    );
    const [example] = examplesOf(model);
    expect(JSON.parse(example?.response ?? "")).not.toHaveProperty("deep");
  });

  it("is written for each language of a service of AWS, in one order", () => {
    const [example] = examplesOf(modelOf(AWS));
    expect(example?.samples.map(({ language }) => language)).toEqual(["package", "sdk", "boto3", "cli"]);
    expect(sampleOf(modelOf(AWS), "sdk")).toContain(
      'import { HarborPilotClient, PutShipCommand } from "@aws-sdk/client-harbor-pilot";',
    );
    expect(sampleOf(modelOf(AWS), "boto3")).toContain("response = client.put_ship(\n    id=");
    expect(sampleOf(modelOf(AWS), "cli")).toBe(
      "aws harbor-pilot put-ship \\\n  --id example-1 \\\n  --size small \\\n  --count 5",
    );
  });

  it("is a request over HTTP for any other service with JSON", () => {
    const [example] = examplesOf(modelOf(REST));
    expect(example?.samples.map(({ language }) => language)).toEqual(["package", "fetch", "curl"]);
  });
});

describe("an example of the model", () => {
  const stated = REST.replace(
    "operation PutShip",
    `@examples([
      { title: "One ship", documentation: "**Both** ways.", input: { id: "a/b c", max: 3, when: "2026-05-01T12:00:00Z", note: "it's", at: 1777636800 }, output: { ok: true } }
      { title: "No ship", input: { id: "x" }, error: { shapeId: Wrong, content: {} } }
    ])
    operation PutShip`,
  );
  const model = modelOf(`${stated}\n@error("client") structure Wrong {}`);

  it("has its title, its texts and its error", () => {
    const examples = examplesOf(model);
    expect(examples.map(({ title, isMade }) => [title, isMade])).toEqual([
      ["One ship", false],
      ["No ship", false],
    ]);
    expect(examples[0]?.text).toBe("**Both** ways.");
    expect(examples[1]?.error).toEqual({ name: "Wrong", content: "{}" });
    expect(examples[1]?.samples).toEqual([]);
  });

  it("puts each member where its binding says, in the format of the place", () => {
    expect(sampleOf(model, "curl")).toBe(
      [
        "curl -X PUT 'https://api.example.com/ships/a%2Fb%20c?form=long&max=3'",
        "  -H 'Content-Type: application/json'",
        "  -H 'X-When: Fri, 01 May 2026 12:00:00 GMT'",
        "  -H 'Authorization: Bearer TOKEN'",
        `  --data-raw '{ "n": "it'\\''s", "at": 1777636800 }'`,
      ].join(" \\\n"),
    );
    expect(sampleOf(model, "fetch")).toContain('body: JSON.stringify({ n: "it\'s", at: 1777636800 })');
  });
});

const SHELL = spawnSync("bash", ["-c", "true"]).status === 0;
const PYTHON = spawnSync("python3", ["-c", "pass"]).status === 0;

function run(command: string, args: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

describe("values of strangers", () => {
  const values = [
    ...HOSTILE_VALUES,
    "'; touch x; '",
    '"); evil("',
    "$(evil)",
    "`evil`",
    "file:///etc/passwd",
    "--x",
    "a\\",
    "'''",
    "\u202e",
    "line\nbreak",
    "it's\nbroken",
    "\0",
  ];

  it.skipIf(!SHELL).each(values)("stay one word of a shell: %j (skipped without bash)", (text) => {
    const isText = !/\p{Surrogate}|\0/u.test(text);
    const model = modelThatSays(text);
    const code = sampleOf(model, "cli").replace(/^aws/, "print");
    const words = run("bash", ["-s"], `print() { printf '%s\\0' "$@"; }\n${code}\n`).split("\0").slice(0, -1);
    const json = words.indexOf("--cli-input-json");
    const sent = json === -1 ? [words[3], words[5]] : Object.values(JSON.parse(words[json + 1] ?? "")).flat();
    if (isText) expect(sent.slice(0, 2)).toEqual([text, text]);
    expect(words.slice(0, 2)).toEqual(["harbor-pilot", "put-ship"]);
    if (/^file:|^-/.test(text)) expect(json).toBe(2);
  });

  it.skipIf(!PYTHON).each(values)("stay one string of Python: %j (skipped without python3)", (text) => {
    const code = sampleOf(modelThatSays(text), "boto3");
    const program = `import ast, json, sys\ntree = ast.parse(sys.stdin.read())\ncall = tree.body[-1].value\nprint(json.dumps([ast.literal_eval(k.value) for k in call.keywords][:2]))`;
    expect(JSON.parse(run("python3", ["-c", program], code))).toEqual([text, [text]]);
  });

  it.each(values)("stay one string of TypeScript: %j", (text) => {
    const code = sampleOf(modelThatSays(text), "package");
    const [, literal] = /^const request: PutShipInput = (\{[\s\S]*?\});\nconst checked/m.exec(code) ?? [];
    const request = runInNewContext(`(${literal})`);
    expect([request.id, ...request.tags]).toEqual([text, text]);
  });
});
