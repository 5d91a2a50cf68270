import { modelOf, serviceOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { defaultProfile, demandedForm, isDemanded } from "./presence.js";

const member = (...traits: readonly string[]) => ({
  name: "token",
  target: "smithy.api#String",
  traits: Object.fromEntries(traits.map((name) => [`smithy.api#${name}`, {}])),
});

describe("isDemanded", () => {
  it.each([
    ["a member that may be left out", member(), false, false],
    ["a token that may be left out", member("idempotencyToken"), false, false],
    ["a required member", member("required"), true, true],
    ["a required token, which SDKs fill in", member("required", "idempotencyToken"), false, true],
    ["a required member that is a hint to clients", member("required", "clientOptional"), true, true],
  ])("says of %s what programs state and what travels", (_, given, sdk, wire) => {
    expect([isDemanded(given), isDemanded(given, "wire")]).toEqual([sdk, wire]);
  });
});

describe("the profile of a package", () => {
  it.each([
    ["", "strict"],
    ['@aws.api#service(sdkId: "Weather")', "sdk"],
  ])("without a word is for a service with %j the one called %s", (trait, profile) => {
    expect(defaultProfile(serviceOf(modelOf(`${trait}\nservice Weather { version: "1" }`)))).toBe(profile);
  });

  it("decides whether what clients fill in is demanded", () => {
    const token = member("required", "idempotencyToken");
    expect(isDemanded(token, demandedForm("strict"))).toBe(true);
    expect(isDemanded(token, demandedForm("sdk"))).toBe(false);
  });
});
