import { createModel } from "@shapelog/model";
import { createShapes, modelOf, serviceOf, type TraitsByName } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { emitOpenApi } from "../src/index.js";

const { id, member, operation, service, shape } = createShapes("x");

/** Returns the document of a REST service with one operation of each `@http` value. */
function emitRest(https: readonly TraitsByName[]) {
  const operations = https.map((http, index) => operation(`Op${index}`, { traits: { http } }));
  const names = operations.map((each) => each.id);
  const main = service("Main", names, { "aws.protocols#restJson1": {} });
  const { files, diagnostics } = emitOpenApi(createModel([main, ...operations]), { service: main });
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
    const model = modelOf(`
      namespace x
      use aws.protocols#awsJson1_0
      @awsJson1_0 service Main { version: "1", operations: [Get] }
      operation Get { output: Out }
      structure Out { a: String }
    `);
    const dates = new Map([
      ["x#Get", "2020-01-01"],
      ["x#Out$a", "2021-01-01"],
    ]);
    const { files } = emitOpenApi(model, { service: serviceOf(model), since: (id) => dates.get(id) });
    const document = JSON.parse(files[0]!.text);
    expect(document.paths["/#X-Amz-Target=Main.Get"].post["x-shapelog-since"]).toBe("2020-01-01");
    expect(document.components.schemas.Out.properties.a["x-shapelog-since"]).toBe("2021-01-01");
    expect(document.components.schemas.Out).not.toHaveProperty("x-shapelog-since");
  });

  it("reports a refused pattern once", () => {
    const model = modelOf(`
      namespace x
      service Main { version: "1", errors: [E, F] }
      structure E { a: Slow }
      structure F { a: Slow }
      @pattern("^(a+)+$") string Slow
    `);
    const { diagnostics } = emitOpenApi(model, { service: serviceOf(model) });
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
  const length = { length: { max: 1 } };
  const limited = member("member", "It", length);
  it.each([
    ["a list with a limit on its member", shape("list", "It", [limited])],
    ["a list that its member limits again", shape("list", "It", [limited], length)],
    ["a map as its own key", shape("map", "It", [member("key", "It", length), member("value", "It")])],
    [
      "a list of a map that is its key",
      shape("map", "It", [member("key", "It", length), member("value", "It", length)], length),
    ],
  ])("come to an end: %s", (_, it) => {
    const main = { ...service("Main", []), errors: [id("It")] };
    const { files } = emitOpenApi(createModel([main, it]), { service: main });
    expect(JSON.parse(files[0]!.text).components.schemas).toHaveProperty("It");
  });
});
