import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { STATED_TRAITS } from "./stated-traits.js";

const FOLDER = new URL(".", import.meta.url);
const SAID_OTHERWISE = ["smithy.api#Unit", "smithy.api#documentation", "smithy.api#externalDocumentation"];

it("has every trait that the reader gives, and each once", () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" });
  const sources = files.filter(
    (name) => name.endsWith(".ts") && !/\.test\.ts$|stated-traits\.ts$/.test(name),
  );
  const text = sources.map((name) => readFileSync(new URL(name, FOLDER), "utf8")).join("\n");
  const found = new Set(
    [...text.matchAll(/"((?:smithy|aws)\.[a-zA-Z0-9.]+#[A-Za-z0-9]+)"/g)].map(([, id]) => id ?? ""),
  );
  for (const id of SAID_OTHERWISE) found.delete(id);
  // Examples are kept by the reader as they are, and become Smithy's where a model is imported.
  found.add("smithy.api#examples");
  const stated = Object.values(STATED_TRAITS).flat();
  expect([...stated].sort()).toEqual([...found].sort());
});
