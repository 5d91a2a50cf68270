import { expect, it } from "vitest";
import { placeInput } from "./place-input.js";

it.each([
  ["models/a.json", "../models/a.json"],
  ["sub/a.json", "a.json"],
  ["sub", "."],
  ["/x/a.json", "/x/a.json"],
  ["git:../clone#HEAD:a", "git:../../clone#HEAD:a"],
  ["git:./sub/clone#HEAD:a", "git:./clone#HEAD:a"],
  ["git:/x#HEAD:./a", "git:/x#HEAD:./a"],
  ["git:HEAD:a", "git:HEAD:a"],
  ["git:HEAD:./a", "git:..#HEAD:./a"],
  ...["npm:@a/b@1:c", "ledger:a@2020-01-01", "-"].map((input) => [input, input] as const),
] as const)("%s of a folder is %s of one in it, and back", (input, placed) => {
  expect(placeInput(input, { from: "/r", to: "/r/sub" })).toBe(placed);
  if (!input.includes(":./")) expect(placeInput(placed, { from: "/r/sub", to: "/r" })).toBe(input);
});
