import { compareModels, createEntries } from "@shapelog/diff";
import { modelOf } from "@shapelog/testing";
import { expect, it } from "vitest";
import { tellEntries } from "./tell-entries.js";

const model = (length: string) =>
  modelOf(
    `namespace a\nservice S { version: "1", operations: [O] }\noperation O { input := { token: Token }, output := { token: Token } }\n${length}\nstring Token\n`,
  );

it("says of which direction it speaks where both have the same change", () => {
  const comparison = compareModels(
    { label: "before", model: model("") },
    { label: "after", model: model("@length(max: 5)") },
  );
  const told = tellEntries(createEntries(comparison));
  expect(told.filter((text) => text.includes("token"))).toEqual([
    expect.stringMatching(/^`token`.* \(request\)$/),
    expect.stringMatching(/^`token`.* \(response\)$/),
  ]);
});

it("says no direction where a change is of one alone", () => {
  const after = modelOf(
    `namespace a\nservice S { version: "1", operations: [O] }\noperation O { input := { token: Token, x: Token }, output := { token: Token } }\nstring Token\n`,
  );
  const comparison = compareModels({ label: "before", model: model("") }, { label: "after", model: after });
  for (const text of tellEntries(createEntries(comparison)))
    expect(text).not.toMatch(/\((?:request|response)\)$/);
});
