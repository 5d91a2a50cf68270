import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDuplicateKeys } from "./find-duplicate-keys.js";
import { mayHaveDuplicateKeys } from "./may-have-duplicate-keys.js";

describe("mayHaveDuplicateKeys", () => {
  it.each([
    ["no key", '["a", ":", "\\":"]', false],
    ["keys of different objects", '{"a": {"a": [{"a": 1}, {"a": 1}]}}', false],
    ["a key given twice", '{"a": 1, "b": {}, "a": 2}', true],
    ["a key given twice deep inside", '[[{"x": [{"a": 1, "a": 1}]}]]', true],
    ["a key given twice, once with an escape", '{"a": 1, "\\u0061": 2}', true],
    ["quotes and backslashes in keys", '{"\\"": 1, "\\\\": 2, "\\\\\\"": 3, "\\\\\\\\": 4}', false],
    ["colons behind quotes in strings", '{"a": "\\":\\":", "b": "\\\\"}', false],
    ["space before a colon", '{"a" \t\r\n: 1, "b"\n: {"a"  : 2}}', false],
    ["keys that are numbers, empty or of Object's prototype", '{"2": 1, "": 1, "__proto__": 1}', false],
    ["a byte order mark", '\uFEFF{"a": 1, "a": 2}', true],
    ["empty containers", '{"a": {}, "b": []}', false],
  ])("tells of %s", (_, text, expected) => {
    expect(mayHaveDuplicateKeys(text, JSON.parse(text.replace("\uFEFF", "")))).toBe(expected);
  });

  it("is the same as looking at every key", () => {
    const key = fc.constantFrom("a", "b", '"', "\\", ":", "__proto__", "1");
    const { value } = fc.letrec<{ value: string; list: string; object: string }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.oneof(key, fc.string()).map((text) => JSON.stringify(text)),
        tie("list"),
        tie("object"),
      ),
      list: fc.array(tie("value"), { maxLength: 4 }).map((items) => `[${items.join(", ")}]`),
      object: fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map((entries) => {
        return `{${entries.map(([name, child]) => `${JSON.stringify(name)}: ${child}`).join(",\n")}}`;
      }),
    }));
    fc.assert(
      fc.property(value, (text) => {
        const found = findDuplicateKeys({ file: "a.json", text });
        expect(mayHaveDuplicateKeys(text, JSON.parse(text))).toBe(found.length > 0);
      }),
    );
  });

  it("leaves what is nested too deeply to the closer look", () => {
    const text = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect(mayHaveDuplicateKeys(text, JSON.parse(text))).toBe(true);
  });
});
