import { requireNumber } from "@shapelog/model";
import { describe, expect, it } from "vitest";
import { load, member, shape, simple } from "./build-service.js";

const GREATEST = requireNumber("9223372036854775807");

describe("limits beyond a double", () => {
  const shapes = [
    shape("structure", "Input", [member("n", "N"), member("s", "S"), member("huge", "Huge")]),
    simple("double", "N", { range: { min: 1, max: GREATEST } }),
    simple("string", "S", { length: { min: 1, max: GREATEST } }),
    simple("bigDecimal", "Huge", { range: { max: requireNumber("1e400") } }),
  ];

  it("let through every number that may be one of theirs, and no others", async () => {
    const { wire } = await load(shapes);
    expect(wire.is("Input", { n: 2 ** 63, s: "x", huge: Number.MAX_VALUE })).toBe(true);
    expect(wire.is("Input", { n: 2 ** 63 + 2048 })).toBe(false);
    expect(wire.is("Input", { n: 0 })).toBe(false);
    expect(wire.is("Input", { s: "" })).toBe(false);
  });

  it("are named in messages with all their digits", async () => {
    const { wire } = await load(shapes);
    const result = wire.validate("Input", { n: 0 });
    expect(result.ok || result.errors[0].message).toContain("1 to 9223372036854775807");
  });
});
