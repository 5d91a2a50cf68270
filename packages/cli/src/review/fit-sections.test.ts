import { describe, expect, it } from "vitest";
import { fitSections, type Group, type Section } from "./fit-sections.js";

function group(name: string, count: number, rank: number): Group {
  const items = Array.from({ length: count }, (_, index) => ({ text: `- ${name}${index}`, rank }));
  return { before: `#### ${name}`, items, after: "" };
}

const section = (name: string, ...groups: readonly Group[]): Section => ({ lead: [`### ${name}`], groups });

describe("sections in a room", () => {
  it("are whole where they fit", () => {
    const { text, left } = fitSections([section("A", group("a", 2, 1)), section("B")], 1000);
    expect([text, left]).toEqual(["### A\n\n#### a\n\n- a0\n- a1\n\n### B", 0]);
  });

  it.each([0, 50, 100, 200, 400, 800])("take no more than %i bytes, and count what they lack", (room) => {
    const sections = [section("Ä", group("ä", 40, 1)), section("B", group("b", 40, 2))];
    const { text, left } = fitSections(sections, room);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(room);
    expect((text.match(/^- /gm) ?? []).length + left).toBe(80);
  });

  it("have what matters most first, and of that in turns what is of each", () => {
    const sections = [
      section("A", group("note", 30, 4), group("worst", 30, 1)),
      section("B", group("other", 30, 1)),
    ];
    const { text } = fitSections(sections, 420);
    const shown = (name: string) => (text.match(new RegExp(`^- ${name}`, "gm")) ?? []).length;
    expect([shown("note"), shown("worst"), shown("other")]).toEqual([0, expect.any(Number), 10]);
    expect(shown("worst")).toBeGreaterThan(10);
  });

  it("that have nothing but what opens them count as one where there is no room", () => {
    expect(fitSections([section("A")], 2)).toEqual({ text: "", left: 1 });
  });
});
