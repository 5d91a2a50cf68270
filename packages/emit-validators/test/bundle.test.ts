import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createTypeNames } from "@shapelog/emit";
import { emitTypes } from "@shapelog/emit-types";
import { findServices } from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { writeCompiled } from "./load-validators.js";

const RUNTIME = fileURLToPath(import.meta.resolve("@shapelog/runtime/checks"));

/** Operations that have a structure, an error and an enum in common, and more of their own. */
const IDL = `
  $version: "2"
  namespace test
  use aws.protocols#awsJson1_1
  @awsJson1_1
  service Main { version: "1", operations: [ReadOne, ReadTwo, Sdk, Con] }
  operation ReadOne { input := { OneToken: Token, both: Both }, output := { OneItems: OneItems }, errors: [Failed] }
  operation ReadTwo { input := { TwoToken: Token, both: Both }, output := { TwoWhen: Timestamp }, errors: [Failed] }
  operation Sdk { input := { SdkName: String } }
  operation Con { input := { ConName: String } }
  @sensitive @length(min: 1, max: 10) string Token
  @sensitive @pattern("^other$") string Other
  structure Both { Common: Level }
  list OneItems { member: OneItem }
  structure OneItem { OneLevel: Level, OneBytes: Blob }
  enum Level { LOW, HIGH }
  enum Unused { UNUSED_VALUE }
  structure UsesIt { unused: Unused, other: Other }
  @error("client") structure Failed { FailedFor: String, why: UsesIt }
`;

let folder = "";

beforeAll(async () => {
  const model = modelOf(IDL);
  const [service] = findServices(model);
  const options = { service: service!, names: createTypeNames(model, { service: service! }) };
  const types = await emitTypes(model, { ...options, packageName: "@x/main", source: "main.smithy" });
  folder = await writeCompiled([...emitValidators(model, options).files, ...types.files]);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Returns what a bundler makes of a program that exports names of a module of the package. */
async function bundle(names: readonly string[], from: string, minify = true): Promise<string> {
  const source = from === "checks.js" ? RUNTIME : join(folder, "src", from);
  const contents = `export { ${names.join(", ")} } from ${JSON.stringify(source)};`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    ...{ minify, format: "esm", target: "es2022", write: false, logLevel: "error" },
  });
  return outputFiles[0]?.text ?? "";
}

describe("a bundle", () => {
  const names = ["validateReadOneInput", "readReadOneOutput"];

  it("of one operation is the same from the whole service as from its entry point", async () => {
    const [whole, own] = [await bundle(names, "validators.js"), await bundle(names, "validators/ReadOne.js")];
    expect(Math.abs(gzipSync(whole).length - gzipSync(own).length)).toBeLessThan(100);
  });

  it("has nothing of other operations, of the other form, and of kinds that are not used", async () => {
    const text = await bundle(names, "validators.js", false);
    expect(text).toContain("OneItems");
    expect(text).not.toMatch(/TwoWhen|TwoToken|FailedFor|UNUSED_VALUE|SdkName|\^other\$/);
    expect(text).not.toMatch(
      /a Date that holds|such as 2022-08-18T|Uint8Array" *\)|exactly one member|levels|all differ/,
    );
  });

  it("of an enum has nothing of the others", async () => {
    const text = await bundle(["Level", "isLevel"], "index.js");
    expect(text).toContain("LOW");
    expect(text).not.toContain("UNUSED_VALUE");
    expect(text.length).toBeLessThan(250);
  });

  it("of a function of the runtime has nothing that it does not call", async () => {
    const text = await bundle(["isLonger"], "checks.js");
    expect(text).toMatch(/export\s*\{\w+ as isLonger\}/);
    expect(text.length).toBeLessThan(150);
  });

  it("is empty where nothing is used", async () => {
    expect(await bundle([], "validators.js")).toBe("");
    expect(await bundle([], "index.js")).toBe("");
  });
});

describe("an entry point", () => {
  const exported = async (path: string) =>
    Object.keys(await import(/* @vite-ignore */ join(folder, "src", path))).sort();
  const functions = (...names: string[]) =>
    names.flatMap((name) => [`validate${name}`, `read${name}`, `is${name}`]).sort();

  it.each(["validators", "validators/sdk"])(
    "of %s has what its operation takes, returns and throws",
    async (at) => {
      expect(await exported(`${at}/ReadOne.js`)).toEqual(
        functions("ReadOneInput", "ReadOneOutput", "Failed"),
      );
    },
  );

  it("has no name that is another entry point's, or a device's", async () => {
    expect(await exported("validators/Sdk_2.js")).toEqual(functions("SdkInput"));
    expect(await exported("validators/Con_.js")).toEqual(functions("ConInput"));
  });

  it("has the functions that the whole service has, each made once", async () => {
    const whole = await import(/* @vite-ignore */ join(folder, "src/validators.js"));
    const one = await import(/* @vite-ignore */ join(folder, "src/validators/ReadOne.js"));
    const two = await import(/* @vite-ignore */ join(folder, "src/validators/ReadTwo.js"));
    expect(whole.validateFailed).toBe(one.validateFailed);
    expect(two.validateFailed).toBe(one.validateFailed);
    expect(Object.keys(whole).filter((name) => name.startsWith("validate"))).toEqual(
      expect.arrayContaining(["validateBoth", "validateLevel", "validateOneItem", "validateToken"]),
    );
  });
});
