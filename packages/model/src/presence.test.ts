import { describe, expect, it } from "vitest";
import { isDemanded } from "./presence.js";

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
