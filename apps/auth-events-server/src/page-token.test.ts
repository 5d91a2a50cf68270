import { Buffer } from "node:buffer";
import { expect, it } from "vitest";
import { printPageToken, readPageToken } from "./page-token.js";

const SCOPE = { key: Buffer.alloc(32, 1), pool: "eu-central-1_One", username: "ana" };
const POSITION = { at: 1_775_000_000.123, number: 42, upTo: 2 ** 40 };
const TOKEN = printPageToken(POSITION, SCOPE);

it("a token is read as the position that it was made of", () => {
  expect(readPageToken(TOKEN, SCOPE)).toEqual(POSITION);
});

it.each([
  ["another key", { ...SCOPE, key: Buffer.alloc(32, 2) }],
  ["another pool", { ...SCOPE, pool: "eu-central-1_Two" }],
  ["another user", { ...SCOPE, username: "ben" }],
  ["a pool and a user cut elsewhere", { ...SCOPE, pool: "eu-central-1_Onea", username: "na" }],
])("a token is no good for %s", (_name, scope) => {
  expect(readPageToken(TOKEN, scope)).toBeUndefined();
});

it("a token that was changed in any one character is no good", () => {
  for (let index = 0; index < TOKEN.length; index++) {
    const other = TOKEN[index] === "A" ? "B" : "A";
    expect(readPageToken(`${TOKEN.slice(0, index)}${other}${TOKEN.slice(index + 1)}`, SCOPE)).toBeUndefined();
  }
});

it.each([
  "",
  "x",
  TOKEN.slice(1),
  `${TOKEN}=`,
  `${TOKEN} `,
  "🦊",
  "A".repeat(TOKEN.length),
  "A".repeat(131_072),
])("text that is no token is no good: %.20s", (text) => {
  expect(readPageToken(text, SCOPE)).toBeUndefined();
});
