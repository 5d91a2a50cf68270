import { describe, expect, it } from "vitest";
import { normalizeTimes, readIsoTime } from "./normalize-times.js";

describe("readIsoTime", () => {
  it.each([
    ["2022-08-18T10:00:00Z", 1660816800],
    ["2022-08-18T10:00:00.123Z", 1660816800.123],
    ["2022-08-18T12:00:00+02:00", 1660816800],
    ["2022-08-18 10:00:00.123456+00:00", 1660816800.123],
    ["2024-02-29T00:00:00Z", 1709164800],
  ])("reads %s", (text, seconds) => {
    expect(readIsoTime(text)).toBe(seconds);
  });

  it.each([
    "",
    "1660816800",
    "2022-08-18",
    "2022-08-18T10:00:00", // whose time?
    "2022-02-30T10:00:00Z",
    "2022-13-01T10:00:00Z",
    "2022-08-18T25:00:00Z",
    "2022-08-18T10:00:60Z",
    "Thu, 18 Aug 2022 10:00:00 GMT",
    " 2022-08-18T10:00:00Z",
  ])("does not guess at %j", (text) => {
    expect(readIsoTime(text)).toBeUndefined();
  });
});

describe("normalizeTimes", () => {
  it("replaces the times of an event and of its feedback, and changes nothing else", () => {
    const event = {
      EventId: "2022-08-18T10:00:00Z",
      CreationDate: "2022-08-18T10:00:00Z",
      EventFeedback: { Provider: "2022-08-18T10:00:00Z", FeedbackDate: "2022-08-18T10:00:01Z" },
    };
    const before = structuredClone(event);
    expect(normalizeTimes(event)).toEqual({
      EventId: "2022-08-18T10:00:00Z",
      CreationDate: 1660816800,
      EventFeedback: { Provider: "2022-08-18T10:00:00Z", FeedbackDate: 1660816801 },
    });
    expect(event).toEqual(before);
  });

  it.each([
    [null],
    [1],
    ["2022-08-18T10:00:00Z"],
    [[]],
    [{}],
    [{ CreationDate: "soon" }],
    [{ EventFeedback: null }],
  ])("leaves %j to the validator", (value) => {
    expect(normalizeTimes(value)).toEqual(value);
  });
});
