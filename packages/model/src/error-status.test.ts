import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { errorStatus } from "./error-status.js";
import { getShape } from "./lookup.js";

const MODEL = modelOf(`
  @error("client")
  structure Fault {}
  @error("server")
  structure Failure {}
  @error("client") @httpError(404) @aws.protocols#awsQueryError(code: "Gone", httpResponseCode: 410)
  structure Gone {}
`);

describe("errorStatus", () => {
  it.each([
    ["Fault", 400],
    ["Failure", 500],
    ["Gone", 404],
  ])("of %s is %i", (name, status) => {
    expect(errorStatus(getShape(MODEL, `example#${name}`))).toBe(status);
  });

  it("is that of the query protocols where they have their own", () => {
    expect(errorStatus(getShape(MODEL, "example#Gone"), { isQuery: true })).toBe(410);
    expect(errorStatus(getShape(MODEL, "example#Failure"), { isQuery: true })).toBe(500);
  });
});
