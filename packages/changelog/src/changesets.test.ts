import { describe, expect, it } from "vitest";
import { getDependencyReleaseLine, getReleaseLine } from "./changesets.js";

const FACTS =
  "<!-- shapelog:facts events 2024-01-01 -->\n**2024-01-01**\n\n- Safe: all.\n<!-- /shapelog:facts -->";
const lineOf = (summary: string, commit?: string) =>
  getReleaseLine({ summary, id: "a", releases: [], ...(commit ? { commit } : {}) }, "minor", null);

describe("getReleaseLine", () => {
  it.each([
    ["prose alone", "One.\n\nTwo.", "- 0123456: One.\n\n  Two."],
    ["facts below their prose", `One.\n\n- Two.\n\n${FACTS}\n`, `- 0123456: One.\n\n  - Two.\n\n${FACTS}\n`],
    ["prose around facts", `One.\n\n${FACTS}\n\nTwo.`, `- 0123456: One.\n\n  Two.\n\n${FACTS}\n`],
    [
      "facts of several revisions",
      `One.\n\n${FACTS}\n\n${FACTS}`,
      `- 0123456: One.\n\n${FACTS}\n\n${FACTS}\n`,
    ],
    ["facts alone", FACTS, `- 0123456:\n\n${FACTS}\n`],
    [
      "facts without an end, as prose",
      "One.\n<!-- shapelog:facts a b -->\nTwo.",
      "- 0123456: One.\n  <!-- shapelog:facts a b -->\n  Two.",
    ],
  ])("prints %s", async (_, summary, line) => {
    expect(await lineOf(summary, "0123456789abcdef")).toBe(line);
    expect(await lineOf(summary.replaceAll("\n", "\r\n"), "0123456789abcdef")).toBe(line);
  });

  it("names no commit where there is none yet", async () => {
    expect(await lineOf("One.")).toBe("- One.");
  });
});

describe("getDependencyReleaseLine", () => {
  it("names the changesets and the new versions, or nothing", async () => {
    const changeset = { id: "a", summary: "One.", releases: [], commit: "0123456789abcdef" };
    const dependency = {
      ...{ name: "@example/a", type: "patch" as const, oldVersion: "1.0.0", newVersion: "1.0.1" },
      ...{ changesets: ["a"], packageJson: { name: "@example/a", version: "1.0.1" }, dir: "/a" },
    };
    expect(await getDependencyReleaseLine([changeset], [dependency], null)).toBe(
      "- Updated dependencies [0123456]\n  - @example/a@1.0.1",
    );
    expect(await getDependencyReleaseLine([changeset], [], null)).toBe("");
  });
});
