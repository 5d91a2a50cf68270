import { createModel, type OperationShape, type ServiceShape, type Shape, UNIT } from "@shapelog/model";
import { expectLinear } from "@shapelog/testing/expect-linear";
import { expect, it } from "vitest";
import { validateModel } from "../../validate-model.js";
import { httpUriConflict } from "./http-uri-conflict.js";

interface Route {
  readonly uri: string;
  readonly method?: string;
  readonly host?: string;
  readonly input?: string;
}

function operation(name: string, { uri, method = "POST", host, input = UNIT }: Route): OperationShape {
  const endpoint = host === undefined ? {} : { "smithy.api#endpoint": { hostPrefix: host } };
  const traits = { "smithy.api#http": { uri, method }, ...endpoint };
  return { kind: "operation", id: `a#${name}`, traits, input, output: UNIT, errors: [] };
}

function conflicts(routes: Readonly<Record<string, Route>>, ...others: readonly Shape[]) {
  const operations = Object.entries(routes).map(([name, route]) => operation(name, route));
  const service: ServiceShape = {
    kind: "service",
    id: "a#Service",
    traits: {},
    version: "",
    operations: operations.map(({ id }) => id),
    resources: [],
    errors: [],
    rename: [],
  };
  const model = createModel([service, ...operations, ...others]);
  const { events } = validateModel({ model, definitions: createModel([]), rules: [httpUriConflict] });
  return events.map(({ shape }) => shape?.slice(2));
}

it("takes labels of other names as the same, greedy ones as others", () => {
  expect(conflicts({ A: { uri: "/{x}" }, B: { uri: "/{y}" }, C: { uri: "/{x+}" } })).toEqual(["A", "B"]);
});

it("takes the order of query parameters as the same, their values and the method as others", () => {
  const same = { A: { uri: "/?a=1&b=2" }, B: { uri: "/?b=2&a=1" } };
  expect(conflicts({ ...same, C: { uri: "/?a=1&b=3" }, D: { uri: "/?a=1&b=2", method: "PUT" } })).toEqual([
    "A",
    "B",
  ]);
});

it("keeps a literal that looks like a label apart from labels", () => {
  expect(conflicts({ A: { uri: "/{label}" }, B: { uri: "/label" }, C: { uri: "/__proto__" } })).toEqual([]);
});

it("keeps apart an operation with a host prefix and one without", () => {
  expect(conflicts({ A: { uri: "/x", host: "data." }, B: { uri: "/x" } })).toEqual([]);
});

it("keeps apart a host label whose pattern excludes the other's text", () => {
  const input = (pattern: string): Shape => ({
    kind: "structure",
    id: "a#Input",
    traits: {},
    members: [
      {
        name: "city",
        target: "smithy.api#String",
        traits: { "smithy.api#hostLabel": {}, "smithy.api#pattern": pattern },
      },
    ],
  });
  const routes = { A: { uri: "/x", host: "data." }, B: { uri: "/x", host: "{city}.", input: "a#Input" } };
  expect(conflicts(routes, input("^[a-z]+\\.$"))).toEqual(["A", "B"]);
  expect(conflicts({ A: routes.B, B: { uri: "/x", host: "data-1" } }, input("^[A-Z]+$"))).toEqual([]);
});

it("takes time that grows with the operations alone, all alike or none", () => {
  const routes = (count: number, uri: (index: number) => string) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`O${index}`, { uri: uri(index) }]));
  const size = 20_000;
  expectLinear((count) => expect(conflicts(routes(count, () => "/same"))).toHaveLength(count), { size });
  expectLinear((count) => expect(conflicts(routes(count, (index) => `/own/${index}`))).toEqual([]), { size });
});
