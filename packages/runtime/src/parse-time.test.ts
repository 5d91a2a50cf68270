import { expect, it } from "vitest";
import { parseDateTime, parseEpochSeconds, parseHttpDate } from "./parse-time.js";

it.each([
  [1.5, "1970-01-01T00:00:01.500Z"],
  [-0.0004, "1970-01-01T00:00:00.000Z"],
  [1_700_000_000.1236, "2023-11-14T22:13:20.124Z"],
  [8_640_000_000_000, "+275760-09-13T00:00:00.000Z"],
])("reads %d seconds", (seconds, expected) => {
  expect(parseEpochSeconds(seconds).toISOString()).toBe(expected);
});

it.each([
  ["2022-08-18T01:02:03Z", "2022-08-18T01:02:03.000Z"],
  ["2022-08-18t01:02:03.123456789z", "2022-08-18T01:02:03.123Z"],
  ["2022-08-18T01:02:03.9999Z", "2022-08-18T01:02:03.999Z"],
  ["2022-08-18T01:02:03+01:30", "2022-08-17T23:32:03.000Z"],
  ["2022-08-18T01:02:03.5-00:15", "2022-08-18T01:17:03.500Z"],
  ["2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"],
  ["0050-02-28T00:00:00Z", "0050-02-28T00:00:00.000Z"],
  ["0000-02-29T00:00:00Z", "0000-02-29T00:00:00.000Z"],
])("reads %s", (text, expected) => {
  expect(parseDateTime(text).toISOString()).toBe(expected);
});

it.each([
  ["Thu, 18 Aug 2022 01:02:03 GMT", "2022-08-18T01:02:03.000Z"],
  ["Thu, 18 Aug 2022 01:02:03.25 GMT", "2022-08-18T01:02:03.250Z"],
])("reads %s", (text, expected) => {
  expect(parseHttpDate(text).toISOString()).toBe(expected);
});

it("makes no time of other texts", () => {
  expect(parseDateTime("yesterday").getTime()).toBeNaN();
  expect(parseHttpDate("yesterday").getTime()).toBeNaN();
});
