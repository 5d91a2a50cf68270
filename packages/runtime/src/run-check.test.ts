import { expect, it } from "vitest";
import { isValid, readWith, validateWith } from "./run-check.js";

it.each(["validate", "read"])("tells of a value that throws, and not what it throws, in %s", (which) => {
  const check = () => {
    throw new Error("hunter2");
  };
  const result = which === "read" ? readWith({}, check) : validateWith({}, check);
  expect(result).toMatchObject({ ok: false, errors: [{ path: "", keyword: "unreadable" }] });
  expect(JSON.stringify(result)).not.toContain("hunter2");
  expect(isValid({}, check)).toBe(false);
});

it("gives the results of checks that do not throw", () => {
  const value = {};
  expect(validateWith(value, () => null)).toEqual({ ok: true, value });
  expect(readWith(value, () => null)).toEqual({ ok: true, value, drift: [] });
  expect(isValid(value, () => null)).toBe(true);
});
