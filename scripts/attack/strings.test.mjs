import { run } from "@shapelog/cli";
import { expect, it } from "vitest";
import { attack } from "./strings/attack.mjs";

it("nothing that is printed or written acts on a terminal, on a build service, or as code or markup", async () => {
  const { tried, failures } = await attack({ run, seed: 1, count: 80, batch: 80, all: true });
  expect(failures).toEqual([]);
  expect([...tried.values()].every((count) => count > 5)).toBe(true);
}, 300_000);
