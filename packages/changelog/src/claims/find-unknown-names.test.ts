import { diffModels } from "@shapelog/changes";
import { modelOf } from "@shapelog/testing/model-of";
import { describe, expect, it } from "vitest";
import { checkClaims } from "./check-claims.js";

const [before, after] = ["SIGN_IN, SIGN_UP", "SIGN_IN, PASSWORD_CHANGE"].map((values) =>
  modelOf(`$version: "2"
namespace a
service Events { version: "1", operations: [ListEvents] }
operation ListEvents { output := { Kind: Kind, Version2: String } }
enum Kind { ${values} }`),
);

/** Returns the names of a text that no model has and that are told of. */
function unknownOf(text: string): readonly unknown[] {
  const told = { before: before!, after: after!, changes: diffModels(before!, after!), findings: [] };
  const claimed = { service: "events", text, told: [{ ...told, bump: "patch" as const }], isWhole: false };
  return checkClaims({ ...claimed, locate: (offset) => ({ file: "note", offset }) })
    .filter(({ code }) => code === "changelog/unknown-name")
    .map(({ data }) => (data as { readonly name: string }).name);
}

describe("a name in backticks that no model has", () => {
  it.each([
    ["a letter too many", "Removed `SIGN_UPP` from `Kind`.", ["SIGN_UPP"]],
    ["a letter missing", "`PASSWORD_CHNGE` is new.", ["PASSWORD_CHNGE"]],
    ["another letter", "Switches need a branch for `PASSWORD_CHANCE`.", ["PASSWORD_CHANCE"]],
    ["a claim at a type", "Added `Zebra` to `Kind`.", ["Zebra"]],
    ["a type that has it", "`Kind` has `ZEBRA`.", ["ZEBRA"]],
  ])("is told: %s", (_, text, names) => {
    expect(unknownOf(text)).toEqual(names);
  });

  it.each([
    ["code that is of something else", "Added `isKind`, and removed `parseAll`."],
    ["a slip beside the name itself", "`SIGN_UP` and its alias `SIGN_UPS` left `Kind`."],
    ["a name written in another way", "Removed `SignUp` from the switch."],
    ["no code", "Removed SIGN_UPP."],
    ["a place that is not of the models", "Added `Zebra` to `Stable`."],
    ["what is waived", "Added `Zebra` to `Kind`. <!-- shapelog:waive Zebra because it is ours -->"],
  ])("is let pass: %s", (_, text) => {
    expect(unknownOf(text)).toEqual([]);
  });
});
