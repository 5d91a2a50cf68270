import { describe, expect, it } from "vitest";
import { emitOpenApi } from "../src/index.js";
import { caseService, readCaseModel } from "./case-model.js";

/** Returns the document of a REST service with one operation of each `@http` value. */
function emitRest(https: readonly object[]) {
  const operations = https.map((http, index) => [
    `x#Op${index}`,
    { type: "operation", traits: { "smithy.api#http": http } },
  ]);
  const targets = operations.map(([target]) => ({ target }));
  const main = {
    type: "service",
    version: "1",
    operations: targets,
    traits: { "aws.protocols#restJson1": {} },
  };
  const model = readCaseModel(
    JSON.stringify({ shapes: Object.fromEntries([["x#Main", main], ...operations]) }),
  );
  const { files, diagnostics } = emitOpenApi(model, { service: caseService(model) });
  return { paths: JSON.parse(files[0]!.text).paths, diagnostics };
}

describe("emitOpenApi", () => {
  it("keeps operations of one path and method apart", () => {
    const http = { method: "GET", uri: "/a" };
    expect(Object.keys(emitRest([http, http, { method: "GET", uri: "/a?b" }]).paths)).toEqual([
      "/a",
      "/a#Op1",
      "/a#b",
    ]);
  });

  it("puts paths that differ in the names of labels together", () => {
    const { paths } = emitRest([
      { method: "GET", uri: "/a/{one}" },
      { method: "PUT", uri: "/a/{two}" },
    ]);
    expect(Object.keys(paths)).toEqual(["/a/{one}"]);
    expect(paths["/a/{one}"].put.parameters).toMatchObject([{ name: "one", in: "path", required: true }]);
  });

  it("reports operations that OpenAPI has no place for", () => {
    const { paths, diagnostics } = emitRest([{ method: "__proto__", uri: "/a" }, {}]);
    expect(paths).toEqual({});
    expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([
      ["openapi/unknown-method", { operation: "x#Op0", method: "__proto__" }],
      ["openapi/no-http-binding", { operation: "x#Op1" }],
    ]);
  });

  it("makes a safe path of any", () => {
    const { paths } = emitRest([{ method: "GET", uri: 'no slash/{a b}/"<\ud800>/{}?x=1&x=2&__proto__=y' }]);
    const [path] = Object.keys(paths);
    expect(path).toBe("/no%20slash/%7Ba%20b%7D/%22%3C%EF%BF%BD%3E/%7B%7D#x=1&x=2&__proto__=y");
    expect(paths[path!].get.parameters.map((it: { name: string }) => it.name)).toEqual(["x", "__proto__"]);
  });

  it("says when each thing first appeared", () => {
    const model = readCaseModel(
      `{ "shapes": {
        "x#Main": { "type": "service", "version": "1", "operations": [{ "target": "x#Get" }], "traits": { "aws.protocols#awsJson1_0": {} } },
        "x#Get": { "type": "operation", "output": { "target": "x#Out" } },
        "x#Out": { "type": "structure", "members": { "a": { "target": "smithy.api#String" } } }
      } }`,
    );
    const dates = new Map([
      ["x#Get", "2020-01-01"],
      ["x#Out$a", "2021-01-01"],
    ]);
    const { files } = emitOpenApi(model, { service: caseService(model), since: (id) => dates.get(id) });
    const document = JSON.parse(files[0]!.text);
    expect(document.paths["/#X-Amz-Target=Main.Get"].post["x-shapelog-since"]).toBe("2020-01-01");
    expect(document.components.schemas.Out.properties.a["x-shapelog-since"]).toBe("2021-01-01");
    expect(document.components.schemas.Out).not.toHaveProperty("x-shapelog-since");
  });

  it("reports a refused pattern once", () => {
    const model = readCaseModel(
      `{ "shapes": {
        "x#Main": { "type": "service", "version": "1", "errors": [{ "target": "x#E" }, { "target": "x#F" }] },
        "x#E": { "type": "structure", "members": { "a": { "target": "x#Slow" } } },
        "x#F": { "type": "structure", "members": { "a": { "target": "x#Slow" } } },
        "x#Slow": { "type": "string", "traits": { "smithy.api#pattern": "^(a+)+$" } }
      } }`,
    );
    const { diagnostics } = emitOpenApi(model, { service: caseService(model) });
    expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([
      [
        "emit/pattern-refused",
        {
          shape: "x#Slow",
          pattern: "^(a+)+$",
          reason: "its time grows exponentially with the length of the text",
        },
      ],
    ]);
  });
});

describe("shapes that hold themselves", () => {
  const length = { "smithy.api#length": { max: 1 } };
  it.each([
    ["a list with a limit on its member", { type: "list", member: { target: "x#It", traits: length } }],
    [
      "a list that its member limits again",
      { type: "list", traits: length, member: { target: "x#It", traits: length } },
    ],
    [
      "a map as its own key",
      { type: "map", key: { target: "x#It", traits: length }, value: { target: "x#It" } },
    ],
    [
      "a list of a map that is its key",
      {
        type: "map",
        traits: length,
        key: { target: "x#It", traits: length },
        value: { target: "x#It", traits: length },
      },
    ],
  ])("come to an end: %s", (_, it) => {
    const main = { type: "service", version: "1", errors: [{ target: "x#It" }] };
    const model = readCaseModel(JSON.stringify({ shapes: { "x#Main": main, "x#It": it } }));
    const { files } = emitOpenApi(model, { service: caseService(model) });
    expect(JSON.parse(files[0]!.text).components.schemas).toHaveProperty("It");
  });
});
