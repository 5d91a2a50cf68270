import type { ServiceShape, Traits } from "@shapelog/model";
import { createModel, NO_TRAITS, type OperationShape } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { createNames } from "./names.js";
import { printCaller } from "./print-caller.js";

const operation: OperationShape = {
  kind: "operation",
  id: "x#GetCity",
  traits: NO_TRAITS,
  input: "smithy.api#Unit",
  output: "smithy.api#Unit",
  errors: [],
};

const print = (traits: Traits) => {
  const service: ServiceShape = {
    kind: "service",
    id: "x#Weather",
    traits,
    version: "1",
    operations: [operation.id],
    resources: [],
    errors: [],
    rename: [],
  };
  const names = createNames(createModel([service, operation]), { service });
  return printCaller({ service, names, name: "@shapelog/weather" }, [operation]).join("\n");
};

describe("printCaller", () => {
  it("calls by the protocol of the service", () => {
    expect(print({ "aws.protocols#restXml": {} })).toContain(
      'import { AwsRestXmlProtocol } from "@aws-sdk/core/protocols";',
    );
    expect(print({ "smithy.protocols#rpcv2Cbor": {} })).toContain(
      'import { SmithyRpcV2CborProtocol } from "@smithy/core/cbor";',
    );
  });

  it("signs where the service says for what", () => {
    const sigv4 = { "aws.auth#sigv4": { name: 'we"ather' } };
    expect(print({ "aws.protocols#awsJson1_1": {}, ...sigv4 })).toContain('service: "we\\"ather"');
    expect(print({ "aws.protocols#awsJson1_1": {} })).not.toMatch(/sign/i);
  });

  it("says nothing where there is no protocol, or no operation", () => {
    expect(print({})).toBe("");
    expect(print({ "example#own": {} })).toBe("");
  });
});
