import { describe, expect, it } from "vitest";
import {
  pickRest,
  readBoolean,
  readDates,
  readDecimalText,
  readFloat,
  readInteger,
  readList,
  readLong,
  readMany,
  readMedia,
} from "./read-text.js";

const NOTHING = undefined;

describe("texts", () => {
  it.each([
    [readBoolean, ["true", "false", "True", "", 1, true], [true, false, NOTHING, NOTHING, NOTHING, NOTHING]],
    [readInteger, ["7", "-007", "+7", "7.0", "7e1", " 7", "", 7], [7, -7, ...Array(6).fill(NOTHING)]],
    [
      readLong,
      ["9223372036854775807", "9223372036854775808", "-9223372036854775808"],
      [2 ** 63, NOTHING, -(2 ** 63)],
    ],
    [readLong, ["0".repeat(40), "0".repeat(41), "1.5"], [0, NOTHING, NOTHING]],
    [
      readDecimalText,
      ["1.50", "-1e-3", "1E+2", "1.", ".5", "0x1", "NaN"],
      [1.5, -0.001, 100, ...Array(4).fill(NOTHING)],
    ],
    [readFloat, ["NaN", "-Infinity", "1.5", "+Infinity", "inf"], ["NaN", "-Infinity", 1.5, NOTHING, NOTHING]],
    [readMany, ["a", ["a", 1], 1], [["a"], ["a", 1], NOTHING]],
    [readMedia, ["e30=", "w6k=", "/w==", "{}", 1], ["{}", "é", NOTHING, NOTHING, NOTHING]],
  ] as const)("%o reads what they stand for", (read, texts, values) => {
    expect(texts.map((text) => read(text))).toEqual(values);
  });

  it.each([
    ["", []],
    ["a", ["a"]],
    [" a ,b", ["a", "b"]],
    ["a,,b", ["a", "", "b"]],
    ['"b,c" , "\\"d\\\\"', ["b,c", '"d\\']],
    ['""', [""]],
    ['"a', NOTHING],
    ['"a" b', NOTHING],
    ['"a\\', NOTHING],
  ])("%j is split at commas that are not in quotes", (text, items) => {
    expect(readList(text)).toEqual(items);
  });

  it("of dates are split at every second comma", () => {
    expect(readDates("Mon, 1, Tue, 2")).toEqual(["Mon, 1", "Tue, 2"]);
    expect(readDates("Mon, 1, Tue")).toEqual(["Mon, 1", "Tue"]);
    expect(readDates(" ")).toEqual([]);
    expect(readDates(1)).toBeUndefined();
  });
});

it("what is left of an object is what is not known and begins with the prefix", () => {
  const headers = JSON.parse('{"a":"1","x-b":"2","x-c":"3","__proto__":"4"}');
  expect(pickRest(headers, ["x-c"], "x-")).toEqual({ "x-b": "2" });
  expect(Object.entries(pickRest(headers, ["a", "x-b", "x-c"], "") ?? {})).toEqual([["__proto__", "4"]]);
  expect(pickRest({ a: undefined }, [], "")).toBeUndefined();
});
