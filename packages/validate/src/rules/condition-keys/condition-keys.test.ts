import {
  createModel,
  type OperationShape,
  type ResourceShape,
  type ServiceShape,
  type Shape,
} from "@shapelog/model";
import { expect, it } from "vitest";
import { createContext } from "../../context.js";
import { conditionKeysRule } from "./condition-keys.js";

const none = {
  identifiers: [],
  properties: [],
  lifecycle: [],
  operations: [],
  collectionOperations: [],
  resources: [],
};

function service(traits: Shape["traits"], resources: readonly string[]): ServiceShape {
  const own = { "aws.api#service": { sdkId: "W", arnNamespace: "w" }, ...traits };
  return {
    kind: "service",
    id: "a#W",
    version: "",
    traits: own,
    operations: [],
    resources,
    errors: [],
    rename: [],
  };
}

function resource(name: string, parts: Partial<ResourceShape>): ResourceShape {
  return { kind: "resource", id: `a#${name}`, traits: {}, ...none, ...parts };
}

function operation(keys: readonly string[]): OperationShape {
  const traits = { "aws.iam#conditionKeys": keys };
  return {
    kind: "operation",
    id: "a#Get",
    traits,
    input: "smithy.api#Unit",
    output: "smithy.api#Unit",
    errors: [],
  };
}

function unknownKeys(...shapes: readonly Shape[]) {
  const context = createContext(createModel(shapes), createModel([]));
  return [...conditionKeysRule.validate(context)].map(({ shape, message }) => [
    shape,
    /"(w:\w+)"/.exec(message)?.[1],
  ]);
}

const identifiers = [{ name: "id", target: "smithy.api#String" }];

it("knows the keys that follow from identifiers, and those of AWS", () => {
  const city = resource("City", { identifiers, operations: ["a#Get"] });
  expect(unknownKeys(service({}, ["a#City"]), city, operation(["CityId", "w:CityId", "aws:Tag"]))).toEqual(
    [],
  );
  expect(unknownKeys(service({}, ["a#City"]), city, operation(["CityName"]))).toEqual([
    ["a#Get", "w:CityName"],
  ]);
});

it("does not make keys of identifiers where that is turned off", () => {
  const off = { "aws.iam#disableConditionKeyInference": {} };
  const city = resource("City", { identifiers, operations: ["a#Get"], traits: off });
  expect(unknownKeys(service({}, ["a#City"]), city, operation(["CityId"]))).toEqual([["a#Get", "w:CityId"]]);
});

it("does not overflow on resources that are nested deep", () => {
  const chain = Array.from({ length: 20_000 }, (_, index) =>
    resource(`R${index}`, { resources: [`a#R${index + 1}`] }),
  );
  expect(unknownKeys(service({}, ["a#R0"]), ...chain)).toEqual([]);
});
