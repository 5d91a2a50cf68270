import { readDefinitions } from "@shapelog/smithy";
import { modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { validateModel } from "../src/validate-model.js";

/** The ids of the errors that a model of one structure has. */
function errorsOf(members: string): string[] {
  const model = modelOf(`structure S {\n${members}\n}`);
  const { events } = validateModel({ model, definitions: readDefinitions() });
  return events
    .filter(({ severity }) => severity === "error")
    .map(({ code }) => code.replace(/^validate\//, ""));
}

describe("numbers beyond a double", () => {
  it.each([
    ["the greatest long", "n: Long = 9223372036854775807"],
    ["the least long", "n: Long = -9223372036854775808"],
    ["a long at its limit", "@range(max: 9223372036854775807) n: Long = 9223372036854775807"],
    ["an integer of any size", "n: BigInteger = 123456789012345678901234567890"],
    ["a decimal of any size", "@range(min: 1e400) n: BigDecimal = 1e400"],
    ["a range of one number", "@range(min: 9007199254740993, max: 9007199254740993) n: Long"],
  ])("are right as %s", (_, member) => {
    expect(errorsOf(member)).toEqual([]);
  });

  it.each([
    ["one more than a long has", "n: Long = 9223372036854775808", "DefaultTrait"],
    ["one less than a long has", "n: Long = -9223372036854775809", "DefaultTrait"],
    ["a fraction of a long", "n: Long = 9223372036854775806.5", "DefaultTrait"],
    [
      "one more than its limit",
      "@range(max: 9223372036854775806) n: Long = 9223372036854775807",
      "DefaultTrait",
    ],
    [
      "bounds the wrong way round",
      "@range(min: 9007199254740993, max: 9007199254740992) n: Long",
      "RangeTrait",
    ],
  ])("are wrong as %s", (_, member, code) => {
    expect(errorsOf(member).some((each) => each.startsWith(code))).toBe(true);
  });
});
