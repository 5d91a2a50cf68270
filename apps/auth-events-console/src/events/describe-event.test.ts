import { EventResponseTypeValues, EventTypeValues } from "@shapelog/cognito-identity-provider";
import { describe, expect, it } from "vitest";
import { describeEvent } from "./describe-event.js";

describe("the sentence about an event", () => {
  it("differs for each type and response of the model", () => {
    const sentences = EventTypeValues.flatMap((EventType) =>
      EventResponseTypeValues.map((EventResponse) => describeEvent({ EventType, EventResponse })),
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences).toContain("The user tried to sign in; it failed.");
  });

  it("tells values that are not in the model as they are", () => {
    expect(describeEvent({ EventType: "Teleport", EventResponse: "Success" })).toBe(
      "The user did “Teleport”; it ended as “Success”.",
    );
  });

  it("says what is not said", () => {
    expect(describeEvent({})).toBe("The user did something; how it ended is not said.");
  });
});
