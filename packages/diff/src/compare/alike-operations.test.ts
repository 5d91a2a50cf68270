import { diffModels } from "@shapelog/changes";
import { expectLinear, modelOf } from "@shapelog/testing";
import { describe, expect, it } from "vitest";
import { judge } from "../judge.js";

/** Returns what to do about the operations that are gone. */
function advise(before: string, after: string): string[] {
  const models = { before: modelOf(before), after: modelOf(after) };
  const findings = judge(diffModels(models.before, models.after), models);
  return findings.flatMap(({ rule, action }) => (rule === "operation.removed" ? [action ?? ""] : []));
}

const operation = (name: string, members = "a: String, b: String, c: Integer") =>
  `operation ${name} { input := { ${members} } }\n`;

describe("an operation that is gone", () => {
  it("is guessed to be a new one that takes the same and shares a word", () => {
    expect(advise(operation("Search"), operation("SearchAssets"))).toEqual([
      expect.stringMatching(/^`SearchAssets` is new and takes and returns the same; .* guess\. New SDKs/),
    ]);
  });

  it.each([
    ["takes something else", operation("SearchAssets", "a: String, b: String, d: Integer")],
    ["shares no word", operation("FindAssets")],
    ["is one of two", operation("SearchAssets") + operation("SearchTags")],
  ])("is not guessed to be a new one that %s", (_, after) => {
    expect(advise(operation("Search"), after)).toEqual([expect.stringMatching(/^Find another operation\./)]);
  });

  it("is not guessed where it takes so little that many do", () => {
    expect(advise(operation("DeleteDoor", "id: String"), operation("DeleteHouse", "id: String"))).toEqual([
      expect.stringMatching(/^Find another operation\./),
    ]);
  });

  it("is looked for once where thousands are gone", () => {
    const all = (size: number) => {
      const operations = Array.from({ length: size }, (_, index) => `operation Op${index} {}`);
      return modelOf(`service S { version: "1" }\n${operations.join("\n")}`);
    };
    const none = all(0);
    const models = new Map([250, 4000].map((size) => [size, all(size)]));
    expectLinear(
      (size) => {
        const before = models.get(size) ?? none;
        return judge(diffModels(before, none), { before, after: none });
      },
      { size: 4000 },
    );
  });
});
