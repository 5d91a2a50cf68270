import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createServer } from "../src/create-server.js";
import { printStart } from "../src/print-start.js";
import { readArguments } from "../src/read-arguments.js";

const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");

it("the README shows what the start prints", async () => {
  const server = await createServer();
  const printed = printStart(server, undefined).replaceAll(server.endpoint, "http://127.0.0.1:10229");
  await server.close();
  const [, shown = ""] = /```text\n(.*?)```/s.exec(README) ?? [];
  const withoutCounts = (text: string) => text.replace(/\d+ events$/gm, "N events");
  expect(withoutCounts(shown)).toBe(withoutCounts(printed));
});

it("the README has no option that there is not", () => {
  const read = readArguments(["--help"]);
  expect(read.kind).toBe("help");
  const named = [...README.matchAll(/`(--[a-z-]+)(?: [A-Z]+)?`/g)].map(([, option = ""]) => option);
  const args = (option: string) => (option === "--quiet" ? [option] : [option, "x"]);
  const unknown = named.filter((option) => {
    const outcome = readArguments(args(option));
    return outcome.kind === "wrong" && outcome.message.includes("Unknown option");
  });
  expect(named.length).toBeGreaterThan(9);
  expect(unknown).toEqual([]);
});
