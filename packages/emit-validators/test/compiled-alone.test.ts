import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { emitTypes } from "@shapelog/emit-types";
import { findServices, type Model } from "@shapelog/model";
import { modelOf } from "@shapelog/testing";
import { expect, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { writePackage } from "./load-validators.js";

const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

const OPTIONS = {
  target: "es2022",
  lib: ["es2022"],
  module: "nodenext",
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  noEmit: true,
};

/** Returns what the compiler says of a package's types and validators, and of a program that uses them. */
async function compile(model: Model, use: string, options: object = {}): Promise<string> {
  const [service] = findServices(model);
  if (!service) throw new Error("the model has no service");
  const { files } = await emitTypes(model, { service, packageName: "@example/maps", source: "model.smithy" });
  const folder = writePackage([
    ...files,
    ...emitValidators(model, { service }).files,
    { path: "src/use.ts", text: use },
    {
      path: "tsconfig.json",
      text: JSON.stringify({ compilerOptions: { ...OPTIONS, ...options }, include: ["src"] }),
    },
    { path: "package.json", text: '{ "type": "module" }' },
  ]);
  const { stdout } = spawnSync(process.execPath, [TSC, "-p", folder], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return stdout;
}

const DATA = modelOf(`
  @aws.protocols#awsJson1_1 service Maps { operations: [Count] }
  @paginated(inputToken: "next", outputToken: "next")
  operation Count { input := { next: String }, output := { next: String, kind: Kind, rest: Rest }, errors: [Lost] }
  structure Rest { whole: BigInteger, exact: BigDecimal, notes: Notes, any: Document, at: Timestamp, bytes: Blob }
  enum Kind { OLD, NEW }
  @mediaType("application/json") string Notes
  @error("client") structure Lost { message: String }
`);

const USE_DATA = `
import type { CountOutput, PaginateCount } from "./index.js";
import { readCountOutput } from "./validators-sdk.js";
const page = readCountOutput({});
export const whole: bigint | undefined = page.ok ? page.value.rest?.whole : undefined;
export const digits: string | undefined = page.ok ? page.value.rest?.exact?.string : undefined;
export const output: CountOutput = { kind: "OLD", rest: { notes: "[]", any: [null], exact: { string: "1", type: "bigDecimal" } } };
export type Pages = PaginateCount;
`;

const STREAMS = modelOf(`
  @aws.protocols#restJson1 service Maps { operations: [Put, Call] }
  @http(method: "PUT", uri: "/put")
  operation Put { input := { @required @httpPayload picture: Picture }, output := { @httpPayload seen: Seen } }
  @http(method: "POST", uri: "/call")
  operation Call { input := { @httpPayload body: Blob }, output := { @httpPayload body: Blob } }
  @streaming blob Picture
  @streaming union Seen { storm: Storm }
  structure Storm { name: String }
`);

const USE_STREAMS = `
import type { CallCommandInput, PutCommandInput, PutOutput } from "./index.js";
import { readCallInput, readPutOutput, validatePutInput } from "./validators-sdk.js";
const put = validatePutInput({ picture: "text" });
export const input: PutCommandInput | undefined = put.ok ? put.value : undefined;
export const pictures: PutCommandInput[] = [{ picture: "text" }, { picture: new Uint8Array() }, { picture: new Blob() }];
const call = readCallInput({});
export const body: CallCommandInput["body"] = call.ok ? call.value.body : undefined;
export async function name(output: PutOutput): Promise<string | undefined> {
  const read = readPutOutput(output);
  for await (const event of (read.ok && read.value.seen) || []) if (event.storm) return event.storm.name;
  return undefined;
}
`;

it("types and validators need no types of Node and of the DOM, whoever checks declarations", async () => {
  expect(await compile(DATA, USE_DATA)).toBe("");
});

it("those of streams need both, and say what operations take", async () => {
  const options = { types: ["node"], lib: ["es2022", "dom"] };
  expect(await compile(STREAMS, USE_STREAMS, options)).toBe("");
});
