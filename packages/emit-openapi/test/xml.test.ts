import { Validator } from "@seriousme/openapi-schema-validator";
import { modelOf, serviceOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { emitOpenApi } from "../src/index.js";

/** Returns the valid document of a model's service, and the places and extensions of what was reported. */
async function documentOf(idl: string) {
  const model = modelOf(idl);
  const { files, diagnostics } = emitOpenApi(model, { service: serviceOf(model) });
  const document = JSON.parse(files[0]?.text ?? "{}");
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  return {
    document,
    told: diagnostics.map(({ data }) => {
      const { shape, extension } = data as Readonly<Record<string, unknown>>; // of `openapi/not-expressed`
      return [shape, extension];
    }),
  };
}

const REST_XML = `
use aws.protocols#restXml
@restXml @xmlNamespace(uri: "https://example.com/") service Main { version: "1", operations: [Put, Get] }
@http(method: "PUT", uri: "/{id}")
operation Put { input: PutInput, output: PutOutput, errors: [Gone] }
structure PutInput {
  @required @httpLabel id: String
  @httpQuery("tags") tags: Names
  @xmlAttribute @xmlName("xsi:kind") kind: String
  @xmlName("Title") title: String
  names: Names
  @xmlFlattened @xmlName("flat") flattened: Names
  byName: ByName
  @xmlFlattened also: ByName
  nested: Lists
  owner: Owner
  @xmlNamespace(uri: "https://own.example.com") own: String
  @xmlNamespace(uri: "https://p.example.com", prefix: "p") declared: String
}
@xmlNamespace(uri: "https://xsi.example.com", prefix: "xsi")
structure Owner { @xmlAttribute @xmlName("xsi:type") type: String, self: Owner }
structure PutOutput { @httpPayload @xmlName("Owned") owner: Owner }
@error("client") structure Gone { message: String, @httpHeader("Trace") trace: String }
list Names { @xmlName("item") member: String }
list Lists { member: Names }
map ByName { @xmlName("K") key: String, value: Owner }
@http(method: "GET", uri: "/")
@examples([{ title: "One", input: {}, output: { byName: { a: { type: "t" } } } }])
operation Get { input: Unit, output: GetOutput }
structure GetOutput { byName: ByName }
`;

describe("documents of restXml", async () => {
  const { document, told } = await documentOf(REST_XML);
  const { requestBody, responses, parameters } = document.paths["/{id}"].put;
  const { properties, xml } = requestBody.content["application/xml"].schema;

  it("say what elements and attributes are called", () => {
    expect(xml).toEqual({ name: "PutInput", namespace: "https://example.com/" });
    expect(properties.kind.xml).toEqual({ prefix: "xsi", attribute: true });
    expect(properties.title.xml).toEqual({ name: "Title" });
    expect(properties.own.xml).toEqual({ namespace: "https://own.example.com" });
    expect(document.components.schemas.Owner.properties.type.xml).toEqual({
      prefix: "xsi",
      namespace: "https://xsi.example.com",
      attribute: true,
    });
  });

  it("say what is wrapped and what is flattened", () => {
    expect(properties.names).toEqual({ $ref: "#/components/schemas/Names", xml: { wrapped: true } });
    expect(document.components.schemas.Names.items).toEqual({ type: "string", xml: { name: "item" } });
    expect(properties.flattened).toEqual({ type: "array", items: { type: "string", xml: { name: "flat" } } });
    expect(document.components.schemas.Lists.items).toEqual({
      $ref: "#/components/schemas/Names",
      xml: { name: "member", wrapped: true },
    });
  });

  it("have maps as lists of entries", () => {
    const entry = {
      type: "object",
      properties: {
        key: { type: "string", xml: { name: "K" } },
        value: { $ref: "#/components/schemas/Owner" },
      },
      required: ["key", "value"],
    };
    expect(document.components.schemas.ByName).toMatchObject({
      type: "array",
      items: { ...entry, xml: { name: "entry" } },
    });
    expect(properties.byName.xml).toEqual({ wrapped: true });
    expect(properties.also).toEqual({ type: "array", items: { ...entry, xml: { name: "also" } } });
    expect(document.paths["/"].get.responses[200].content["application/xml"].examples.One.value).toEqual({
      byName: [{ key: "a", value: { type: "t" } }],
    });
  });

  it("have payloads and errors with what stands around them", () => {
    expect(responses[200].content["application/xml"].schema).toEqual({
      $ref: "#/components/schemas/Owner",
      xml: { name: "Owned", namespace: "https://example.com/" },
    });
    const { xml: root, properties: around } = responses[400].content["application/xml"].schema;
    expect(root.name).toBe("ErrorResponse");
    expect(around.Error.allOf[0]).toEqual({ type: "object", properties: { message: { type: "string" } } });
    expect(around.Error.allOf[1].properties).toEqual({
      Type: { type: "string", enum: ["Sender"] },
      Code: { type: "string", enum: ["Gone"] },
    });
  });

  it("have lists outside of bodies as parameters have them", () => {
    const tags = parameters.find(({ name }: { name: string }) => name === "tags");
    expect(tags.schema).toEqual({ type: "array", items: { type: "string" } });
  });

  it("report a namespace that is only declared", () => {
    expect(properties.declared["x-shapelog-xml-namespace"]).toEqual({
      uri: "https://p.example.com",
      prefix: "p",
    });
    expect(told).toEqual([["example#PutInput$declared", "x-shapelog-xml-namespace"]]);
  });

  it("have errors alone where the protocol does not wrap them", async () => {
    const unwrapped = REST_XML.replace("@restXml ", "@restXml(noErrorWrapping: true) ");
    const { document: other } = await documentOf(unwrapped);
    const { schema } = other.paths["/{id}"].put.responses[400].content["application/xml"];
    expect(schema.xml.name).toBe("Error");
    expect(schema.allOf[1].properties).toHaveProperty("RequestId");
  });
});

const QUERY = (protocol: string) => `
use aws.protocols#awsQuery
use aws.protocols#ec2Query
use aws.protocols#ec2QueryName
@${protocol} @xmlNamespace(uri: "https://example.com/") service Main { version: "2026-01-01", operations: [Ask] }
@examples([{ title: "One", input: { name: "n", all: ["a", "b"], byName: { k: "v" }, tree: { size: 1 } }, output: { all: ["x"] } }])
operation Ask { input: AskInput, output: AskOutput, errors: [Gone] }
structure AskInput {
  @required name: String
  @xmlName("other") renamed: Size
  @ec2QueryName("Q") all: Names
  @xmlFlattened flat: Names
  byName: ByName
  tree: Tree
  @required need: Need
}
structure Need { @required must: String, may: String }
structure AskOutput { all: Names }
structure Tree { size: Size, left: Tree, trees: Trees }
list Trees { member: Tree }
@range(min: 1) integer Size
list Names { @xmlName("item") member: String }
map ByName { key: String, value: String }
@error("client") structure Gone { message: String }
`;

describe("documents of query protocols", () => {
  it("have the keys of awsQuery, and its envelopes", async () => {
    const { document, told } = await documentOf(QUERY("awsQuery"));
    const { requestBody, responses, parameters } = document.paths["/#Action=Ask"].post;
    expect(parameters).toBeUndefined();
    const { schema, examples } = requestBody.content["application/x-www-form-urlencoded"];
    expect(Object.keys(schema.properties)).toEqual([
      "Action",
      "Version",
      "name",
      "other",
      "all",
      "tree.size",
      "tree.trees",
      "need.must",
      "need.may",
    ]);
    expect(Object.keys(schema.patternProperties)).toEqual([
      "^all\\.item\\.[1-9][0-9]*$",
      "^flat\\.[1-9][0-9]*$",
      "^byName\\.entry\\.[1-9][0-9]*\\.key$",
      "^byName\\.entry\\.[1-9][0-9]*\\.value$",
      "^tree\\.left\\..",
      "^tree\\.trees\\.member\\.[1-9][0-9]*\\..",
    ]);
    expect(schema.required).toEqual(["Action", "Version", "name", "need.must"]);
    expect(schema.properties.other).toEqual({ $ref: "#/components/schemas/Size" });
    expect(told).toEqual([
      ["example#Tree$left", "x-shapelog-recursive-keys"],
      ["example#Trees$member", "x-shapelog-recursive-keys"],
    ]);
    expect(examples.One.value).toEqual({
      Action: "Ask",
      Version: "2026-01-01",
      name: "n",
      "all.item.1": "a",
      "all.item.2": "b",
      "byName.entry.1.key": "k",
      "byName.entry.1.value": "v",
      "tree.size": 1,
    });
    const answer = responses[200].content["text/xml"];
    expect(answer.schema).toMatchObject({
      xml: { name: "AskResponse", namespace: "https://example.com/" },
      properties: { AskResult: { $ref: "#/components/schemas/AskOutput" }, ResponseMetadata: {} },
    });
    expect(answer.examples.One.value).toEqual({ AskResult: { all: ["x"] } });
    expect(responses[400].content["text/xml"].schema.xml.name).toBe("ErrorResponse");
    // Nothing that is sent has these schemas.
    expect(Object.keys(document.components.schemas)).toEqual(["AskOutput", "Gone", "Names", "Size"]);
  });

  it("have the keys of ec2Query, and its envelopes", async () => {
    const { document } = await documentOf(QUERY("ec2Query"));
    const { requestBody, responses } = document.paths["/#Action=Ask"].post;
    const { schema, examples } = requestBody.content["application/x-www-form-urlencoded"];
    expect(Object.keys(schema.properties).slice(2)).toEqual([
      "Name",
      "Other",
      "Tree.Size",
      "Need.Must",
      "Need.May",
    ]);
    expect(Object.keys(schema.patternProperties).slice(0, 2)).toEqual([
      "^Q\\.[1-9][0-9]*$",
      "^Flat\\.[1-9][0-9]*$",
    ]);
    expect(examples.One.value).toMatchObject({ Name: "n", "Q.1": "a", "Q.2": "b", "Tree.Size": 1 });
    expect(responses[200].content["text/xml"].schema).toMatchObject({
      xml: { name: "AskResponse" },
      allOf: [{ $ref: "#/components/schemas/AskOutput" }, { properties: { requestId: {} } }],
    });
    const { xml, properties } = responses[400].content["text/xml"].schema;
    expect(xml.name).toBe("Response");
    expect(properties.Errors.properties.Error.allOf[1].properties.Code.enum).toEqual(["Gone"]);
  });
});

it("documents of CBOR have its bytes and times", async () => {
  const { document } = await documentOf(`
    use smithy.protocols#rpcv2Cbor
    @rpcv2Cbor service Main { version: "1", operations: [Get] }
    operation Get { output: Out }
    structure Out { at: Timestamp, @timestampFormat("date-time") day: Timestamp, bytes: Blob }`);
  const time = { type: "number", "x-shapelog-cbor-tag": 1 };
  expect(document.components.schemas.Out.properties).toEqual({
    at: time,
    day: time,
    bytes: { type: "string", contentMediaType: "application/octet-stream" },
  });
});
