import { expect, it } from "vitest";
import { splitRecords } from "./split-records.js";

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function split(text: string, size = text.length || 1): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const piece of splitRecords(inPieces(text, size)))
    found.push(piece.kind === "record" ? piece.text.trim() : `too long: ${piece.start.length}`);
  return found;
}

const CASES = [
  ["nothing", "", []],
  ["lines", '{"a":1}\n{"b":2}\n', ['{"a":1}', '{"b":2}']],
  ["a last line without an end, and empty ones", '\n\n{"a":1}\r\n\n{"b":2}', ['{"a":1}', '{"b":2}']],
  ["a file of records", '{"Records":[{"a":1},{"b":{"c":2}}]}', ['{"a":1}', '{"b":{"c":2}}']],
  ["one over several lines", '{\n "Records" : [\n  {"a":\n1} ,\n {"b":2}\n ]\n}\n', ['{"a":\n1}', '{"b":2}']],
  [
    "files behind each other",
    '{"Records":[{"a":1}]}{"Records":[]}\n{"Records":[{"b":2}]}',
    ['{"a":1}', '{"b":2}'],
  ],
  [
    "braces and quotes in texts",
    '{"Records":[{"a":"}\\"]{"},{"b":"\\\\"}]}',
    ['{"a":"}\\"]{"}', '{"b":"\\\\"}'],
  ],
  ["lines and a file", '{"a":1}\n{"Records":[{"b":2}]}\nplain\n', ['{"a":1}', '{"b":2}', "plain"]],
  [
    "what only begins like a file",
    '{"Records":3}\n{"Recorded":[1]}\n',
    ['{"Records":3}', '{"Recorded":[1]}'],
  ],
  ["a brace alone in a line", '{\n{"a":1}\n{\n\n{"Records":[{"b":2}]}', ["{", '{"a":1}', "{", '{"b":2}']],
  ["a file that was cut off", '{"Records":[{"a":1},{"b":', ['{"a":1}', '{"b":']],
  ["a file with something else in it", '{"Records":[1,{"a":2}]}\n{"b":3}\n', ['1,{"a":2}]}', '{"b":3}']],
] as const;

it.each(CASES)("splits %s, whatever the pieces that they come in", async (_, text, records) => {
  for (const size of [1, 2, 3, 7, text.length || 1]) expect(await split(text, size)).toEqual(records);
});

it("lets go of what is too long to be a record, and goes on behind it", async () => {
  const long = "x".repeat(3_000_000);
  expect(await split(`${long}\n{"a":1}\n`, 65_536)).toEqual(["too long: 80", '{"a":1}']);
  expect(await split(`{"Records":[{"a":"${long}"},{"b":2}]}`, 65_536)).toEqual(["too long: 80", '{"b":2}']);
});

it("gives a record before it asks for more", async () => {
  let asked = 0;
  async function* endless(): AsyncGenerator<string> {
    for (;;) {
      asked++;
      yield '{"a":1}\n';
    }
  }
  for await (const _ of splitRecords(endless())) if (asked > 10) break;
  expect(asked).toBe(11);
});
