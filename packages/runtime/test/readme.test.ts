import { expect, it } from "vitest";
import { failEnum, toReadResult } from "../src/checks.js";
import type { Open, ReadResult } from "../src/index.js";

interface AuthEvent {
  EventType?: "SignIn" | "SignUp";
}

function describe(page: ReadResult<AuthEvent>): string {
  if (!page.ok) return page.errors[0].message;
  const event: Open<AuthEvent> = page.value;
  return [event.EventType, ...page.drift.map(({ path }) => `${path} is newer than our model`)].join(", ");
}

it("does what the README shows", () => {
  const known = ["SignIn", "SignUp"];
  const wrong = failEnum(null, ["EventType"], 1, 0, known);
  expect(describe(toReadResult({ EventType: 1 }, wrong))).toBe("EventType: expected a string, got a number");
  const newer = failEnum(null, ["EventType"], "PasswordChange", 0, known);
  expect(describe(toReadResult({ EventType: "PasswordChange" }, newer))).toBe(
    "PasswordChange, EventType is newer than our model",
  );
});
