import { expect, it } from "vitest";
import { CSV_HEADER, printCsvLine } from "./print-csv.js";

/** Returns the field of the device's name. */
function printDevice(DeviceName: string): string | undefined {
  const fields = printCsvLine({ event: { EventContextData: { DeviceName } }, drift: [] }).trimEnd();
  return /^,{9}(.*?),{6}$/s.exec(fields)?.[1];
}

it.each([
  ["a formula", "=1+1", `"'=1+1"`],
  ["a formula behind a space", " @SUM(A1)", `"' @SUM(A1)"`],
  ["a formula of a wide keyboard", "＝1", `"'＝1"`],
  ["a DDE command", "-2+3+cmd|' /C calc'!A0", `"'-2+3+cmd|' /C calc'!A0"`],
  ["a tab before a formula", "\t=1", `"⟨U+0009⟩=1"`],
  ["quotes and commas", 'a "b", c', '"a ""b"", c"'],
  ["a line break", "a\r\nb", '"a⟨U+000D⟩⟨U+000A⟩b"'],
  ["a terminal's escape", "\u001b[2J", '"⟨U+001B⟩[2J"'],
  ["what is harmless", "Firefox 144, Linux", '"Firefox 144, Linux"'],
])("prints %s so that it does nothing", (_name, text, field) => {
  expect(printDevice(text)).toBe(field);
});

it("prints an event as the header names it", () => {
  const line = printCsvLine({
    event: {
      EventId: "e-1",
      CreationDate: new Date("2026-11-30T10:00:00.250Z"),
      EventType: "SignIn",
      EventResponse: "Success",
      EventRisk: { RiskLevel: "High", CompromisedCredentialsDetected: false },
      ChallengeResponses: [
        { ChallengeName: "Password", ChallengeResponse: "Success" },
        { ChallengeName: "Mfa", ChallengeResponse: "Failure" },
      ],
    },
    drift: [],
  });
  expect(line).toBe(
    '"e-1",2026-11-30T10:00:00.250Z,"SignIn","Success","High",,"false","Password:Success Mfa:Failure",,,,,,,,\r\n',
  );
  expect(CSV_HEADER.split(",").length).toBe(16);
});
