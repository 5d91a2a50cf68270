import { modelOf, serviceOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { emitParse } from "./emit-parse.js";

function textOf(protocol: string): string | undefined {
  const model = modelOf(`
    ${protocol}
    service Weather { version: "1", operations: [Get] }
    @http(method: "GET", uri: "/")
    operation Get { input := { at: Timestamp }, output := { photo: Blob } }
  `);
  return emitParse(model, { service: serviceOf(model), source: "model.smithy" }).files[0]?.text;
}

describe("emitParse", () => {
  it("has a function for each data shape, made of its reader and its schema", () => {
    expect(textOf("@aws.protocols#awsJson1_1")).toContain(
      "export const parseGetOutput: Parse<GetOutput> = /*@__PURE__*/ createParser(readGetOutput, GetOutput$, settings);",
    );
  });

  it.each([
    ["@aws.protocols#awsJson1_0", "{ jsonName: false, bindsHttp: false, time: 7 }"],
    ["@aws.protocols#restJson1", "{ jsonName: true, bindsHttp: true, time: 7 }"],
    ["", "{ jsonName: false, bindsHttp: true, time: 5 }"],
  ])("says what %s makes of names and times", (protocol, settings) => {
    expect(textOf(protocol)).toContain(`const settings = ${settings} as const;`);
  });

  it.each(["@aws.protocols#restXml", "@aws.protocols#awsQuery", "@smithy.protocols#rpcv2Cbor"])(
    "makes no file for %s, whose bodies are no JSON",
    (protocol) => {
      expect(textOf(protocol)).toBeUndefined();
    },
  );
});
