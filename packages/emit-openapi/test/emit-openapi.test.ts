import { createModel } from "@shapelog/model";
import { createShapes, modelOf, serviceOf, type TraitsByName } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { emitJsonSchema, emitOpenApi } from "../src/index.js";

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
  it("prints limits with all their digits, as JSON numbers", () => {
    const model = modelOf(
      `structure Input {
        @range(min: -9223372036854775808, max: 9223372036854775807) n: Long
        @length(max: 9223372036854775807) s: String
      }`,
      { impliedService: true },
    );
    const options = { service: serviceOf(model) };
    const texts = [...emitOpenApi(model, options).files, ...emitJsonSchema(model, options).files].map(
      ({ text }) => text,
    );
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      expect(text).toContain('"minimum": -9223372036854775808');
      expect(text).toContain('"maximum": 9223372036854775807');
      expect(text).toContain('"maxLength": 9223372036854775807');
    }
  });

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
      @pattern("^(.*)-\\\\1$") string Slow
    `);
    const { diagnostics } = emitOpenApi(model, { service: serviceOf(model) });
    expect(diagnostics.map(({ code, data }) => [code, data])).toEqual([
      [
        "emit/pattern-refused",
        {
          shape: "x#Slow",
          pattern: "^(.*)-\\1$",
          reason: expect.stringMatching(/^on a text of 65536 characters /),
        },
      ],
    ]);
  });
});

describe("patterns that a backtracking engine can be slow for", () => {
  const schemasOf = (shapes: string) => {
    const model = modelOf(`namespace x\nservice Main { version: "1", errors: [E] }\n${shapes}`);
    const { files, diagnostics } = emitOpenApi(model, { service: serviceOf(model) });
    return { ...JSON.parse(files[0]!.text).components.schemas, diagnostics };
  };

  it("are told with a mark, and others without", () => {
    const { Slow, Fast } = schemasOf(`
      structure E { a: Slow, b: Fast }
      @pattern("^(a+)+$") string Slow
      @pattern("^a+$") string Fast
    `);
    expect(Slow).toMatchObject({ pattern: "^(a+)+$", "x-shapelog-slow-pattern": true });
    expect(Fast).toMatchObject({ pattern: "^a+$" });
    expect(Fast).not.toHaveProperty("x-shapelog-slow-pattern");
  });

  it("are fast enough where the target of their member limits the length", () => {
    const { E } = schemasOf(`
      structure E { @pattern("^.*a.*b$") a: Short, @pattern("^.*a.*b$") b: Long }
      @length(max: 100) string Short
      string Long
    `);
    expect(E.properties.a).not.toHaveProperty("x-shapelog-slow-pattern");
    expect(E.properties.b).toHaveProperty("x-shapelog-slow-pattern", true);
  });

  it("are told where a member limits the length of a target whose pattern is refused", () => {
    const { E, Slow, diagnostics } = schemasOf(`
      structure E { @length(max: 100) a: Slow, b: Slow }
      @pattern("^(.*)-\\\\1$") string Slow
    `);
    expect(E.properties).toMatchObject({
      a: { pattern: "^(.*)-\\1$", maxLength: 100 },
      b: { $ref: expect.any(String) },
    });
    expect(Slow).not.toHaveProperty("pattern");
    expect(diagnostics).toHaveLength(1);
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
