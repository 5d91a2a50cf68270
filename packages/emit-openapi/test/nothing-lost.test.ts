import { Validator } from "@seriousme/openapi-schema-validator";
import { modelOf, serviceOf } from "@shapelog/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { emitJsonSchema, emitOpenApi } from "../src/index.js";

/** Returns the document of a model's service, and what was reported; the document is valid. */
async function documentOf(idl: string) {
  const model = modelOf(idl);
  const { files, diagnostics } = emitOpenApi(model, { service: serviceOf(model) });
  const document = JSON.parse(files[0]!.text);
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  return { document, diagnostics };
}

function schemaOf(idl: string, name: string) {
  const model = modelOf(idl);
  const { files } = emitJsonSchema(model, { service: serviceOf(model), layout: "files" });
  return JSON.parse(files.find(({ path }) => path === `schema/${name}.json`)!.text);
}

const rest = (rest: string) => `
  $version: "2"
  namespace ex.x
  use aws.protocols#restJson1
  ${rest}
`;

describe("numbers", () => {
  const idl = `namespace ex.x
    service Svc { version: "1", errors: [All] }
    structure All { i: Integer, l: Long, f: Float, d: Double, bi: BigInteger, bd: BigDecimal }`;

  it("have the formats that code generators look for", async () => {
    const { document } = await documentOf(idl);
    const { properties } = document.components.schemas.All;
    expect(properties.i).toMatchObject({ type: "integer", format: "int32" });
    expect(properties.l).toEqual({ type: "integer", format: "int64" });
    expect(properties.f.anyOf[0]).toMatchObject({ type: "number", format: "float" });
    expect(properties.d.anyOf[0]).toEqual({ type: "number", format: "double" });
    expect(properties.bi).toEqual({ type: "integer" });
    expect(properties.bd).toEqual({ type: "number" });
  });

  it("are limited in JSON Schema to what their kind holds", () => {
    const check = new Ajv2020().compile(schemaOf(idl, "All"));
    const judged = [{ bi: 1.5 }, { f: 1e39 }, { f: 3.4028234663852886e38 }, { f: "NaN" }, { i: 2147483648 }];
    expect(judged.map((value) => check(value))).toEqual([false, false, true, true, false]);
  });
});

describe("@examples", () => {
  const service = `
    @restJson1 service Svc { version: "1", operations: [Op] }
    @http(method: "POST", uri: "/op/{id}") @examples([
      {
        title: "One", documentation: "The first."
        input: { id: "i", when: "2020-01-01T00:00:00Z", a: "x", at: "2020-01-01T00:00:00Z" }
        output: { r: "y", tag: "t" }
      }
      { title: "Err", input: { id: "j", a: "z" }, error: { shapeId: "ex.x#Err", content: { message: "no" } } }
      { title: "One", input: { id: "k" } }
    ])
    operation Op { input: In, output: Out, errors: [Err] }
    structure In {
      @required @httpLabel id: String
      @httpHeader("X-When") when: Timestamp
      @jsonName("A") a: String
      at: Timestamp
    }
    structure Out { r: String, @httpHeader("Tag") tag: String }
    @error("client") structure Err { message: String }
  `;

  it("are under parameters, bodies and responses, by title", async () => {
    const { document } = await documentOf(rest(service));
    const { parameters, requestBody, responses } = document.paths["/op/{id}"].post;
    const named = Object.fromEntries(
      parameters.map(({ name, examples }: { name: string; examples: unknown }) => [name, examples]),
    );
    expect(named.id).toEqual({
      One: { description: "The first.", value: "i" },
      Err: { value: "j" },
      "One (2)": { value: "k" },
    });
    expect(named["X-When"]).toEqual({
      One: { description: "The first.", value: "Wed, 01 Jan 2020 00:00:00 GMT" },
    });
    expect(requestBody.content["application/json"].examples).toMatchObject({
      One: { value: { A: "x", at: 1577836800 } },
      Err: { value: { A: "z" } },
    });
    expect(responses[200].content["application/json"].examples).toEqual({
      One: { description: "The first.", value: { r: "y" } },
    });
    expect(responses[200].headers.Tag.examples.One.value).toBe("t");
    expect(responses[400].content["application/json"].examples).toEqual({
      Err: { value: { message: "no" } },
    });
  });
});

describe("texts", () => {
  it("of addresses, titles, tags and first sentences are as the model has them", async () => {
    const { document } = await documentOf(`namespace ex.x
      use aws.protocols#awsJson1_0
      @awsJson1_0 @title("Docs */ <Service>")
      @externalDocumentation(Guide: "https://example.com/guide", "Not a link": "javascript:alert(1)")
      service Svc { version: "1", operations: [Op] }
      /// Does \`this\` <b>now</b>. Then more.
      @tags(["a <b>", "c"]) @externalDocumentation(One: "https://example.com/1", Two: "https://example.com/2")
      operation Op {}`);
    expect(document.info.title).toBe("Docs */ <Service>");
    expect(document.externalDocs).toEqual({ description: "Guide", url: "https://example.com/guide" });
    expect(document.tags.map(({ name }: { name: string }) => name)).toEqual([
      "Docs */ <Service>",
      "a <b>",
      "c",
    ]);
    const operation = document.paths["/#X-Amz-Target=Svc.Op"].post;
    expect(operation.summary).toBe("Does this now.");
    expect(operation.tags).toEqual(["Docs */ <Service>", "a <b>", "c"]);
    expect(operation.externalDocs).toEqual({ description: "One", url: "https://example.com/1" });
    expect(operation["x-shapelog-external-documentation"]).toEqual({
      One: "https://example.com/1",
      Two: "https://example.com/2",
    });
  });

  it("of an enum's values, and that they are deprecated, are in both kinds of documents", async () => {
    const idl = `namespace ex.x
      service Svc { version: "1", errors: [All] }
      @error("client") structure All { kind: Kind }
      /// Kinds.
      enum Kind {
        /// The first.
        ONE = "one"
        @deprecated(message: "Use one.") TWO = "two"
        THREE = "three"
      }`;
    const description = "Kinds.\n\n- `one`: The first.\n- `two`: Deprecated: Use one.";
    const { document } = await documentOf(idl);
    expect(document.components.schemas.Kind).toMatchObject({
      description,
      enum: ["one", "two", "three"],
      "x-enum-varnames": ["ONE", "TWO", "THREE"],
      "x-enum-descriptions": ["The first.", "", ""],
      "x-shapelog-deprecated-values": { two: "Use one." },
    });
    expect(schemaOf(idl, "Kind")).toMatchObject({ description, enum: ["one", "two", "three"] });
  });
});

describe("servers", () => {
  const documentWith = (traits: string) =>
    documentOf(`namespace ex.x
      use aws.api#service
      @service(${traits}) service Svc { version: "1" }`);

  it("are the host that the model states", async () => {
    const { document } = await documentWith('sdkId: "X", endpointPrefix: "api.things"');
    expect(document.servers).toEqual([
      {
        url: "https://api.things.{region}.amazonaws.com",
        variables: { region: { default: "us-east-1", description: "The region that is called." } },
      },
    ]);
  });

  it.each(['sdkId: "X"', 'sdkId: "X", endpointPrefix: "a/../b?{x}"'])("are none with %s", async (traits) => {
    expect((await documentWith(traits)).document).not.toHaveProperty("servers");
  });
});

describe("bodies", () => {
  it("are empty objects where the AWS JSON protocols send them for no input", async () => {
    const { document } = await documentOf(`namespace ex.x
      use aws.protocols#awsJson1_1
      @awsJson1_1 service Svc { version: "1", operations: [Op] }
      operation Op {}`);
    expect(document.paths["/#X-Amz-Target=Svc.Op"].post.requestBody).toEqual({
      required: true,
      content: { "application/x-amz-json-1.1": { schema: { type: "object" } } },
    });
  });

  it("and headers of several errors of one status are each told", async () => {
    const { document } = await documentOf(
      rest(`
        @restJson1 service Svc { version: "1", operations: [Op] }
        @http(method: "GET", uri: "/op") operation Op { errors: [Empty, Full, OnlyHeader] }
        /// Nothing in it.
        @error("client") structure Empty {}
        @error("client") structure Full { message: String, @required @httpHeader("Retry-After") after: Integer }
        @error("client") structure OnlyHeader { @required @httpHeader("retry-after") after: String }
      `),
    );
    const response = document.paths["/op"].get.responses[400];
    expect(response.description).toBe("- `Empty`: Nothing in it.\n- `Full`\n- `OnlyHeader`");
    expect(response.content["application/json"].schema.anyOf).toEqual([
      { $ref: "#/components/schemas/Empty" },
      { type: "object", properties: { message: { type: "string" } } },
      { type: "object" },
    ]);
    expect(Object.keys(response.headers)).toEqual(["Retry-After"]);
    expect(response.headers["Retry-After"]).not.toHaveProperty("required");
    expect(response.headers["Retry-After"].schema.anyOf).toHaveLength(2);
  });
});

describe("what OpenAPI has no words for", () => {
  it("is in extensions, and reported at its place", async () => {
    const idl = rest(`
      @restJson1 service Svc { version: "1", operations: [Op] }
      @http(method: "POST", uri: "/op") @endpoint(hostPrefix: "{acct}.data-")
      operation Op { input: In, output: Out }
      structure In {
        @required @hostLabel acct: String
        @httpPrefixHeaders("X-Meta-") meta: StrMap
        @httpPayload events: Events
      }
      structure Out { @httpResponseCode code: Integer }
      map StrMap { key: String, value: String }
      @streaming union Events { one: One }
      structure One {}
    `);
    const { document, diagnostics } = await documentOf(idl);
    const { responses, ...operation } = document.paths["/op"].post;
    expect(operation).toMatchObject({
      "x-shapelog-host-prefix": "{acct}.data-",
      "x-shapelog-prefix-headers": {
        member: "meta",
        prefix: "X-Meta-",
        schema: { $ref: "#/components/schemas/StrMap" },
      },
      "x-shapelog-event-stream": "events",
    });
    expect(responses[200]["x-shapelog-response-code"]).toBe("code");
    expect(
      diagnostics.map(({ code, severity, data }) => [code, severity, (data as { shape: string }).shape]),
    ).toEqual(
      ["ex.x#Op", "ex.x#In$meta", "ex.x#In$events", "ex.x#Out$code"].map((shape) => [
        "openapi/not-expressed",
        "note",
        shape,
      ]),
    );
    const model = modelOf(idl);
    const locate = (id: string) => ({ file: `at ${id}` }) as never;
    const located = emitOpenApi(model, { service: serviceOf(model), locate }).diagnostics;
    expect(located[0]!.location).toEqual({ file: "at ex.x#Op" });
  });
});

describe("JSON Schema", () => {
  const idl = `namespace ex.x
    service Svc { version: "1", errors: [All] }
    @externalDocumentation(More: "https://example.com/more")
    structure All {
      @timestampFormat("date-time") time: Timestamp
      @timestampFormat("http-date") date: Timestamp
      @timestampFormat("epoch-seconds") epoch: Timestamp
      slow: Slow, text: Text, blob: Blob, f: Float, n: Long
      description: String, format: String, "$comment": String, properties: Names
    }
    map Names { key: String, value: String }
    @pattern("^(a+)+$") string Slow
    @pattern("^[\\\\u0020-\\\\uD7FF\\\\uE000-\\\\uFFFD\\\\uD800\\\\uDC00-\\\\uDBFF\\\\uDFFF]*$") string Text
  `.replace('"$comment": String, ', "");
  const schemaWithDates = () => {
    const model = modelOf(idl);
    const { files } = emitJsonSchema(model, {
      service: serviceOf(model),
      since: () => "2026-01-01",
      layout: "files",
    });
    return JSON.parse(files.find(({ path }) => path === "schema/All.json")!.text);
  };

  it("compiles in ajv as it comes, which knows no format and no extension", () => {
    const check = new Ajv2020().compile(schemaWithDates());
    const judged = [
      { time: "2020-01-01T00:00:00Z", date: "Thu, 18 Aug 2022 00:00:00 GMT", text: "a😀" },
      { time: "2020-01-01T00:00:00+01:00" },
      { time: "2020-01-01" },
      { date: "2020-01-01T00:00:00Z" },
      { text: "\u0001" },
      { description: "a", format: "b", properties: { format: "c" } },
      { format: 1 },
    ];
    expect(judged.map((value) => check(value))).toEqual([true, false, false, false, false, true, false]);
  });

  it("says in comments what it has no keyword for", () => {
    const { $comment, properties, $defs } = schemaWithDates();
    expect($comment).toBe("ex.x#All; see https://example.com/more; since 2026-01-01");
    expect(properties.time.$comment).toBe("format date-time; since 2026-01-01");
    expect(properties.format).toEqual({ type: "string", $comment: "since 2026-01-01" });
    expect($defs.Slow.$comment).toContain("an engine that backtracks can take long on this pattern");
  });

  it("has properties of characters in a comment, and a pattern that every reader knows", () => {
    const tagged = `namespace ex.x
      service Svc { version: "1", errors: [Tag] }
      @pattern("^[\\\\p{L}\\\\p{N}_]+$") string Text
      structure Tag { text: Text }`;
    const { $defs } = schemaOf(tagged, "Tag");
    expect($defs.Text.$comment).toBe("ex.x#Text; the exact pattern is ^[\\p{L}\\p{N}_]+$");
    const check = new Ajv2020().compile(schemaOf(tagged, "Tag"));
    expect(["aé_1", "漢", "a!", "a b"].map((text) => check({ text }))).toEqual([true, true, false, false]);
  });

  it("lists the texts that a number's limits leave, without a keyword that some readers do not know", () => {
    const limited = `namespace ex.x
      service Svc { version: "1", errors: [All] }
      structure All { @range(min: 0) f: Double, @range(min: 0, max: 1) g: Double }`;
    const { properties } = schemaOf(limited, "All");
    expect(properties.f.anyOf[1]).toEqual({ type: "string", enum: ["Infinity"] });
    expect(properties.g.anyOf).toHaveLength(1);
  });

  it("has patterns that compile without the flag u", () => {
    const { pattern } = schemaWithDates().$defs.Text;
    expect([new RegExp(pattern).test("a😀"), new RegExp(pattern, "u").test("a😀")]).toEqual([true, true]);
  });
});

describe("@enum without names", () => {
  it("is a closed list in both kinds of documents", async () => {
    const idl = `$version: "1.0"
      namespace ex.x
      service Svc { version: "1", errors: [In] }
      @error("client") structure In { a: Old }
      @enum([{ value: "x y" }, { value: "1" }, { value: "x-y", deprecated: true, documentation: "doc" }])
      string Old`;
    const description = "- `x-y`: doc Deprecated.";
    const listed = { type: "string", enum: ["x y", "1", "x-y"], description };
    expect((await documentOf(idl)).document.components.schemas.Old).toMatchObject(listed);
    expect(schemaOf(idl, "Old")).toMatchObject(listed);
  });
});
