import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { isThrown } from "./is-thrown.js";

const thrown = { name: "Gone", $fault: "client", $metadata: {} };

it.each<[string, unknown]>([
  ["an error of a client", Object.assign(new Error("it moved"), thrown)],
  [
    "one of another realm",
    runInNewContext(`Object.assign(new Error("it moved"), ${JSON.stringify(thrown)})`),
  ],
  ["one that came over a port, without its class", thrown],
])("knows %s", (_what, error) => {
  expect(isThrown(error, ["Lost", "Gone"])).toBe(true);
  expect(isThrown(error, ["Lost"])).toBe(false);
  expect(isThrown(error, [])).toBe(false);
});

const hostile = {
  get name() {
    throw new Error("no");
  },
};

it.each<[string, unknown]>([
  ["an error of the program, called the same", Object.assign(new Error("it moved"), { name: "Gone" })],
  ["one of a fault that there is not", { ...thrown, $fault: "nobody" }],
  ["one without what clients know of a call", { ...thrown, $metadata: null }],
  ["a text", "Gone"],
  ["nothing", undefined],
  ["null", null],
  ["what throws when it is looked at", hostile],
])("does not take %s for an error of a client", (_what, error) => {
  expect(isThrown(error, ["Gone"])).toBe(false);
});
