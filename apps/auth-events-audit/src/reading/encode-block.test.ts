import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { encodeBlock } from "./encode-block.js";
import { OWN_TEXT_COLUMNS, TEXT_COLUMNS } from "./event-columns.js";

const encode = (text: string, start = 0) =>
  encodeBlock({ bytes: Buffer.from(text), start, isOverlong: false }, { username: "owner" });

describe("encodeBlock", () => {
  it("counts lines, and those that are not empty or are broken, from the start of the block", () => {
    const block = encode('{"EventType":"a"}\n\n{\n{"AuthEvents":[{},{"EventId":1}]}\r\n{}');
    expect(block).toMatchObject({ lines: 5, units: 4, broken: 2 });
    expect([...block.events.lines]).toEqual([0, 3, 4]);
    expect(block.rejects.lines).toEqual([2, 3]);
  });

  it("keeps a text that many events share once", () => {
    const block = encode('{"EventType":"SignIn"}\n{"EventType":"SignUp"}\n{"EventType":"SignIn"}\n{}\n');
    const types = block.events.texts[TEXT_COLUMNS.indexOf("event_type")] ?? [];
    expect([...types].map((index) => block.texts[index - 1])).toEqual([
      "SignIn",
      "SignUp",
      "SignIn",
      undefined,
    ]);
    expect(block.texts).toEqual(["SignIn", "SignUp"]);
  });

  it("passes over a byte order mark at the start of the input alone", () => {
    expect(encode("\ufeff{}\n")).toMatchObject({ broken: 0 });
    expect(encode("\ufeff{}\n", 5)).toMatchObject({ broken: 1 });
  });

  it("keeps no time that a database could not", () => {
    const times = [253402300800, 253402300799].map((time) => `{"CreationDate":${time}}\n`);
    expect([...encode(times.join("")).events.times]).toEqual([Number.NaN, 253402300799000]);
  });

  it("keeps the start of a long text, and tells it from others that start like it", () => {
    const [first = "", second = ""] = ["a", "b"].map((end) => {
      const line = JSON.stringify({ EventId: "x".repeat(1e5) + end });
      return encode(line).events.ownTexts[OWN_TEXT_COLUMNS.indexOf("event_id")]?.[0];
    });
    expect(first).toMatch(/^x{1000}… \(100001 characters, [\da-f]{16}\)$/);
    expect(second).not.toBe(first);
  });
});
