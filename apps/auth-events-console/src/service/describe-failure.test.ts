import type { AdminListUserAuthEventsErrors } from "@shapelog/cognito-identity-provider";
import { describe, expect, it } from "vitest";
import { describeFailure } from "./describe-failure.js";

/** An error as any copy of a client throws it. */
function createError(name: string, more: object = {}): Error {
  return Object.assign(new Error("said by the service"), { name, $fault: "client", $metadata: {}, ...more });
}

/** The compiler sees to it that none is missing. */
const TITLES = {
  InternalErrorException: "The service failed on its own account",
  InvalidParameterException: "The service does not take this request",
  NotAuthorizedException: "These credentials may not list events",
  OperationNotEnabledException: "Listing events is not switched on for this pool",
  ResourceNotFoundException: "There is no such user pool",
  TooManyRequestsException: "The service asks to slow down",
  UserNotFoundException: "There is no such user in this pool",
  UserPoolAddOnNotEnabledException: "This pool keeps no events",
} as const satisfies Record<AdminListUserAuthEventsErrors["name"], string>;

describe("a failure", () => {
  it.each(Object.entries(TITLES))("that the model calls %s is said in plain words", (name, title) => {
    expect(describeFailure(createError(name), true)).toMatchObject({ title, detail: "said by the service" });
  });

  it.each([
    ["without a network", createError("TypeError"), false, "You are offline"],
    ["of an endpoint that is not there", createError("TypeError"), true, "The endpoint cannot be reached"],
    ["of time", createError("TimeoutError"), true, "The service did not answer in time"],
    ["of credentials", createError("UnrecognizedClientException"), true, "These credentials are not valid"],
    [
      "of a newer service",
      createError("Quota\u202eExceeded"),
      true,
      "The service answered with an error that this page does not know (Quota⟨U+202E⟩Exceeded)",
    ],
  ])("%s is told apart", (_name, error, isOnline, title) => {
    expect(describeFailure(error, isOnline).title).toBe(title);
  });

  it("has the service's own reason for a refused parameter", () => {
    const error = createError("InvalidParameterException", { reasonCode: "BadPool" });
    expect(describeFailure(error, true).advice).toBe("Its reason: BadPool.");
  });

  it("has no words of the service where it said nothing", () => {
    expect(describeFailure(new TypeError("Failed to fetch"), true)).not.toHaveProperty("detail");
  });
});
