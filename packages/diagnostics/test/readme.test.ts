import { expect, it } from "vitest";
import { defineCatalog, printText } from "../src/index.js";

it("does what the README shows", () => {
  const example = defineCatalog("example", {
    "too-long": {
      severity: "warning",
      message: (d: { name: string; limit: number }) => `${d.name} is longer than ${d.limit}.`,
    },
  });
  const found = example.create("too-long", { file: "a.json", offset: 8 }, { name: "b", limit: 1 });
  const sources = { text: () => '{\n  "b": 22\n}' };
  expect(printText([found], { sources })).toBe(
    'warning b is longer than 1. [example/too-long]\n  at a.json:2:7\n  2 |   "b": 22\n    |       ^\n',
  );
});
