import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chooseShapes, createTypeNames, type EmittedFile } from "@shapelog/emit";
import { findServices } from "@shapelog/model";
import { AUTH_EVENTS_VALUES, authEventsModel } from "@shapelog/testing/auth-events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emitValidators } from "../src/emit-validators.js";
import { writePackage } from "./load-validators.js";

const TSC = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

const TSCONFIG = {
  extends: join(import.meta.dirname, "../../../tsconfig.base.json"),
  compilerOptions: { rootDir: "src", outDir: "dist" },
  include: ["src"],
};

const USE = `
import { isAuthEvent, readListAuthEventsResponse, validateAuthEvent } from "./validators.js";
import type { AuthEvent } from "./wire.js";

const page = readListAuthEventsResponse({ AuthEvents: [{ EventType: "New" }] });
if (!page.ok) throw new Error(page.errors[0].message);
const type: "SignIn" | (string & {}) | undefined = page.value.AuthEvents?.[0]?.EventType;
// @ts-expect-error the values of a tolerant reader are open
const closed: "SignIn" | undefined = page.value.AuthEvents?.[0]?.EventType;
const event = validateAuthEvent({ EventType: "SignIn" });
const known: AuthEvent | undefined = event.ok ? event.value : undefined;
const unknown: unknown = {};
const narrowed: AuthEvent | undefined = isAuthEvent(unknown) ? unknown : undefined;
export const told = [type, closed, known?.EventType, narrowed, page.drift[0]?.path];
`;

let folder = "";

beforeAll(() => {
  const model = authEventsModel(AUTH_EVENTS_VALUES.after);
  const service = findServices(model)[0]!;
  const names = createTypeNames(model, { service });
  const shapes = chooseShapes(model, service).shapes.map(({ id }) => names.of(id));
  // Types as the types emitter makes them, reduced to what the program above looks at.
  const types = shapes.map((name) => {
    if (name === "AuthEvent") return 'export interface AuthEvent { EventType?: "SignIn" | "SignUp" }';
    if (name === "ListAuthEventsResponse") return `export interface ${name} { AuthEvents?: AuthEvent[] }`;
    return `export type ${name} = unknown;`;
  });
  const files: EmittedFile[] = [
    ...emitValidators(model, { service, names, source: "model.json" }).files,
    { path: "src/wire.ts", text: types.join("\n") },
    { path: "src/types.ts", text: types.join("\n") },
    { path: "src/use.ts", text: USE },
    { path: "tsconfig.json", text: JSON.stringify(TSCONFIG) },
    { path: "package.json", text: '{ "type": "module" }' },
  ];
  folder = writePackage(files);
});

afterAll(() => rmSync(folder, { recursive: true }));

it("compiles under the strictest settings, with the types its readers need", () => {
  expect(() =>
    execFileSync(process.execPath, [TSC, "-p", folder], { encoding: "utf8", stdio: "pipe" }),
  ).not.toThrow();
});

it("imports and runs where no code can be made from strings", () => {
  const script = `import { told } from ${JSON.stringify(join(folder, "dist/use.js"))}; console.log(JSON.stringify(told));`;
  const args = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", script];
  const printed = execFileSync(process.execPath, args, { encoding: "utf8", cwd: folder, stdio: "pipe" });
  expect(JSON.parse(printed)).toEqual(["New", "New", "SignIn", {}, "AuthEvents[0].EventType"]);
});
