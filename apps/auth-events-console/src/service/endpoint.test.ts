import { describe, expect, it } from "vitest";
import { findEndpointProblem, isLocal, printTarget, readTarget } from "./endpoint.js";

it.each([
  ["", "allowed"],
  ["http://127.0.0.1:4170", "allowed"],
  ["http://localhost:9229/", "allowed"],
  ["https://cognito-idp.eu-central-1.amazonaws.com", "allowed"],
  ["https://cognito-idp.cn-north-1.amazonaws.com.cn", "allowed"],
  ["http://cognito-idp.eu-central-1.amazonaws.com", "refused"],
  ["https://amazonaws.com.evil.example", "refused"],
  ["https://evil-amazonaws.com", "refused"],
  ["http://127.0.0.1.evil.example", "refused"],
  ["http://localhost@evil.example", "refused"],
  ["https://127.0.0.1", "refused"],
  ["javascript:alert(1)", "refused"],
  ["nonsense", "refused"],
])("the endpoint %j is %s", (endpoint, verdict) => {
  expect(findEndpointProblem(endpoint) === undefined ? "allowed" : "refused").toBe(verdict);
});

describe("an address", () => {
  const target = {
    endpoint: "http://127.0.0.1:1",
    region: "eu-west-1",
    pool: "eu-west-1_a",
    user: "a&b=c ü",
  };

  it("names a target that is read again as it was", () => {
    expect(readTarget(printTarget(target))).toEqual(target);
    expect(isLocal(target.endpoint)).toBe(true);
  });

  it("needs no region where the pool's ID has one", () => {
    expect(readTarget("?pool=us-gov-west-1_AbC")).toMatchObject({ region: "us-gov-west-1", user: "" });
  });
});
