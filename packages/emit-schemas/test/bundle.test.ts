import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { expect, it } from "vitest";
import { textOf } from "./emit-case.js";

const MODEL = readFileSync(join(import.meta.dirname, "../cases/operations/model.smithy"), "utf8");

/** Returns what a bundler keeps of the schemas for a program that has one line. */
async function bundle(line: string): Promise<string> {
  const sources = new Map([
    ["program.ts", line],
    ["schemas.ts", textOf(MODEL)],
  ]);
  const build = await rolldown({
    input: "program.ts",
    plugins: [
      {
        name: "sources",
        resolveId: (id) => id.replace("./", ""),
        load: (id) => sources.get(id) ?? null,
      },
    ],
  });
  const { output } = await build.generate({ format: "esm" });
  await build.close();
  return output[0].code;
}

it.each([
  { name: "Get$", kept: ["Get", "GetInput", "GetOutput"] },
  { name: "GetNothing$", kept: ["GetNothing"] },
  { name: "Put$", kept: ["GetInput", "Put"] },
  { name: "PutErrors$", kept: ["Busy", "GetErrors", "NotFound", "Throttled"] },
])("a bundle that uses $name alone has the schemas it needs and no others", async ({ name, kept }) => {
  const code = await bundle(`export { ${name} } from "./schemas.ts";`);
  const shapes = [...code.matchAll(/(?:\bn0|"example"),\s*"(\w+)"/g)].map(([, shape]) => shape);
  expect(shapes.toSorted()).toEqual(kept);
  expect(code).not.toContain("serviceTarget");
});
