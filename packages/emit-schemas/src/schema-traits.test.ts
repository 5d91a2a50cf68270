import { describe, expect, it } from "vitest";
import { printTraits, readTraits } from "./schema-traits.js";

const print = (traits: Parameters<typeof readTraits>[0]) => printTraits(readTraits(traits));

describe("traits in schemas", () => {
  it.each([
    [{}, "0"],
    [{ "smithy.api#documentation": "told elsewhere", "example#own": {} }, "0"],
    [{ "smithy.api#httpLabel": {} }, "1"],
    [{ "smithy.api#idempotencyToken": {}, "smithy.api#sensitive": {} }, "12"],
    [{ "smithy.api#httpQueryParams": {} }, "64"],
    [{ "smithy.api#sensitive": {}, "smithy.api#jsonName": "a" }, '{ jsonName: "a", sensitive: 1 }'],
    [{ "smithy.api#http": { method: "GET", uri: "/" } }, '{ http: ["GET", "/", 200] }'],
    [{ "smithy.api#httpPrefixHeaders": "" }, '{ httpPrefixHeaders: "" }'],
    [{ "smithy.api#xmlNamespace": { uri: "u" } }, '{ xmlNamespace: ["", "u"] }'],
    [
      { "aws.protocols#awsQueryError": { code: "A", httpResponseCode: 402 } },
      '{ awsQueryError: ["A", 402] }',
    ],
  ])("%j is %s", (traits, printed) => {
    expect(print(traits)).toBe(printed);
  });

  it.each([
    { "smithy.api#http": { method: 1, uri: "/" } },
    { "smithy.api#error": "third" },
    { "smithy.api#httpError": "400" },
    { "smithy.api#jsonName": {} },
    { "smithy.api#endpoint": "x." },
    { "smithy.api#xmlNamespace": "u" },
    { "aws.protocols#awsQueryError": "A" },
  ])("leaves out what is not of its trait's type: %j", (traits) => {
    expect(print(traits)).toBe("0");
  });
});
