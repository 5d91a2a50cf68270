import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EventResponseTypeValues, EventTypeValues } from "@shapelog/cognito-identity-provider";
import { expect, it } from "vitest";

const SOURCES = fileURLToPath(new URL("../src", import.meta.url));

it("values of the model are named where a switch or a table has all of them, and nowhere else", async () => {
  const names = (await readdir(SOURCES, { recursive: true })).map((name) => name.replaceAll("\\", "/"));
  const values = new RegExp(`\\b(?:${[...EventTypeValues, ...EventResponseTypeValues].join("|")})\\b`);
  const naming: string[] = [];
  for (const name of names.filter((each) => /(?<!\.test)\.ts$/.test(each)))
    if (values.test(await readFile(join(SOURCES, name), "utf8"))) naming.push(name);
  expect(naming.sort()).toEqual(["reports/describe-event-response.ts", "reports/describe-event-type.ts"]);
});
