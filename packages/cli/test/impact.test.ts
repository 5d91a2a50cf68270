import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createWorkspace, type Workspace } from "./workspace.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
const COMPILER = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
const BEFORE = "ledger:cognito-identity-provider@2022-08-17";
const AFTER = "ledger:cognito-identity-provider@2022-08-18";

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    strict: true,
    noEmit: true,
    types: [],
    jsx: "preserve",
  },
  include: ["src"],
});

/** A folder that has this repository's models, and its packages installed. */
function createProject(files: Readonly<Record<string, string>>): Workspace {
  const workspace = createWorkspace();
  cpSync(join(ROOT, "models"), join(workspace.folder, "models"), { recursive: true });
  cpSync(join(ROOT, "shapelog.config.json"), join(workspace.folder, "shapelog.config.json"));
  symlinkSync(join(ROOT, "node_modules"), join(workspace.folder, "node_modules"), "junction");
  for (const [path, text] of Object.entries(files)) workspace.write(path, text);
  return workspace;
}

interface PlaceView {
  readonly effect: string;
  readonly file: string;
  readonly line: number;
}

async function findPlaces(workspace: Workspace, ...args: readonly string[]) {
  const ran = await workspace.run("impact", BEFORE, AFTER, "--format", "json", ...args);
  const views: { readonly consumers: readonly { readonly places: readonly PlaceView[] }[] } = JSON.parse(
    ran.out,
  );
  const places = views.consumers.flatMap((each) => each.places);
  return { ...ran, places: places.map(({ effect, file, line }) => `${file}:${line} ${effect}`) };
}

const OLD_STYLE = ["--written-for", "before"];

describe("shapelog impact", () => {
  it.each([
    ["auth-events-audit", true],
    ["thin-client", false],
  ] as const)(
    "tells exactly the lines of apps/%s that the compiler refuses with the package before",
    async (app, hasLines) => {
      const workspace = createWorkspace();
      const expected = compileWithPackageOf("2022-08-17", app, workspace.folder);
      const { out } = await workspace.runIn(
        relative(workspace.folder, ROOT),
        ...["impact", BEFORE, AFTER, "--consumer", `apps/${app}`, "--format", "json"],
      );
      const view = JSON.parse(out).consumers[0] as { writtenFor: string; places: readonly PlaceView[] };
      expect(view.writtenFor).toBe("after");
      expect(expected.length > 0).toBe(hasLines);
      expect(view.places.map(({ file, line }) => `${file}:${line}`).toSorted()).toEqual(expected);
    },
  );

  it("compiles clients of the AWS SDK as they would be on either side", async () => {
    const workspace = createProject({
      "tsconfig.json": TSCONFIG,
      "src/app.ts": `import { AdminListUserAuthEventsCommand, CognitoIdentityProvider, type AuthEventType, EventResponseType } from "@aws-sdk/client-cognito-identity-provider";
const client = new CognitoIdentityProvider({});
const passed = (event: AuthEventType) => event.EventResponse === "Success";
const failed = ({ EventResponse }: AuthEventType) => EventResponse === EventResponseType.Failure;
const answered = (event: AuthEventType) => event.ChallengeResponses?.[0]?.ChallengeResponse === "Success";
const page = await client.adminListUserAuthEvents({ UserPoolId: "a_b", Username: "c" });
for (const event of page.AuthEvents ?? []) if (String(event.EventResponse) === "Failure") failed(event);
export { AdminListUserAuthEventsCommand, answered, passed };
`,
    });
    const { places, exit } = await findPlaces(workspace, "--consumer", ".", ...OLD_STYLE);
    expect(places).toEqual(["src/app.ts:3 breaks", "src/app.ts:4 breaks", "src/app.ts:7 dead"]);
    expect(exit).toBe(1);
  });

  it("follows path aliases, other projects, JSX, and modules of either kind", async () => {
    const imported = `import type { AuthEventType } from "@shapelog/cognito-identity-provider";\n`;
    const workspace = createProject({
      "app/tsconfig.json": JSON.stringify({
        compilerOptions: { ...JSON.parse(TSCONFIG).compilerOptions, paths: { "#lib/*": ["../lib/src/*"] } },
        references: [{ path: "../lib" }],
        include: ["src"],
      }),
      "app/package.json": `{ "type": "module" }`,
      "app/src/aliased.mts": `import { responseOf } from "#lib/response.ts";\nexport const passed = responseOf({}) === "Success";\n`,
      "app/src/view.tsx": `${imported}declare namespace JSX { interface IntrinsicElements { b: { title: string } } }
function Badge(props: { response: string }) { return <b title={props.response === "Failure" ? "no" : "yes"} />; }
export const view = (event: AuthEventType) => <Badge response={event.EventResponse ?? ""} />;\n`,
      "app/src/old.cts": `${imported}export const failed = (event: AuthEventType): boolean => event.EventResponse === "Failure";\n`,
      "lib/tsconfig.json": JSON.stringify({
        compilerOptions: {
          ...JSON.parse(TSCONFIG).compilerOptions,
          noEmit: false,
          composite: true,
          outDir: "dist",
          rootDir: "src",
        },
        include: ["src"],
      }),
      "lib/package.json": `{ "type": "module" }`,
      "lib/src/response.ts": `${imported}export const responseOf = (event: AuthEventType) => event.EventResponse;\n`,
      "tsconfig.json": `{ "files": [], "references": [{ "path": "app" }, { "path": "lib" }] }`,
    });
    const { places, err } = await findPlaces(workspace, "--consumer", "tsconfig.json", ...OLD_STYLE);
    expect(err).toBe("");
    expect(places).toEqual([
      "app/src/aliased.mts:2 breaks",
      "app/src/old.cts:2 breaks",
      "app/src/view.tsx:3 dead",
    ]);
  });

  it("reads a folder of JavaScript without a tsconfig.json, and says so", async () => {
    const workspace = createProject({
      "scripts/passed.mjs": `/** @param {import("@shapelog/cognito-identity-provider").AuthEventType} event */
export const passed = (event) => event.EventResponse === "Success";\n`,
    });
    const { places, err } = await findPlaces(workspace, "--consumer", "scripts", ...OLD_STYLE);
    expect(places).toEqual(["scripts/passed.mjs:2 breaks"]);
    expect(err).toContain("scripts has no tsconfig.json");
  });

  it("leaves packages of other APIs alone, where nobody named one", async () => {
    const workspace = createProject({
      "tsconfig.json": TSCONFIG,
      "src/app.ts": `import type { AuthEventType } from "@shapelog/cognito-identity-provider";
export const passed = (event: AuthEventType) => event.EventResponse === "Pass";\n`,
    });
    const model = (values: string) => `$version: "2.0"
namespace example.other
@aws.protocols#awsJson1_1
service Other { version: "1", operations: [GetEvent] }
operation GetEvent { output: AuthEventType }
structure AuthEventType { EventResponse: EventResponseType }
enum EventResponseType { ${values} }\n`;
    workspace.write("old.smithy", model("Pass"));
    workspace.write("new.smithy", model("Other"));
    const { exit, out } = await workspace.run("impact", "old.smithy", "new.smithy", "--consumer", ".");
    expect(exit).toBe(0);
    expect(out).toContain("It does not import a package of this API.");
  });

  it("counts errors that a program has anyway apart", async () => {
    const workspace = createProject({
      "tsconfig.json": TSCONFIG,
      "src/app.ts": `import type { AuthEventType } from "@shapelog/cognito-identity-provider";
export const wrong: number = "text";
export const passed = (event: AuthEventType) => event.EventResponse === "Success";\n`,
    });
    const { places } = await findPlaces(workspace, "--consumer", ".", ...OLD_STYLE);
    expect(places).toEqual(["src/app.ts:3 breaks"]);
    const { out } = await workspace.run("impact", BEFORE, AFTER, "--consumer", ".", ...OLD_STYLE);
    expect(out).toContain("1 error of its own, with either package, counts for nothing here.");
  });

  it("ends with 0 where nothing is affected, and finds the programs that depend on the package", async () => {
    const workspace = createProject({
      "app/package.json": `{ "dependencies": { "@shapelog/cognito-identity-provider": "*" } }`,
      "app/tsconfig.json": TSCONFIG,
      "app/src/app.ts": `import type { AuthEventType } from "@shapelog/cognito-identity-provider";
export const idOf = ({ EventId }: AuthEventType) => EventId;\n`,
    });
    const { exit, out, err } = await workspace.run("impact", BEFORE, AFTER);
    expect([exit, err]).toEqual([0, ""]);
    expect(out).toContain("app/tsconfig.json");
    expect(out).toContain("No place is affected.");
  });

  it.each([
    ["a path that is not there", ["--consumer", "missing"], "There is no file or folder missing."],
    ["a folder without programs", ["--consumer", "empty"], "empty has no program"],
    ["a broken tsconfig.json", ["--consumer", "broken"], "broken/tsconfig.json"],
    ["a tsconfig.json without files", ["--consumer", "none"], "No inputs were found in config file"],
    [
      "no program that depends on the package",
      [],
      "No package.json here depends on @shapelog/cognito-identity-provider",
    ],
  ])("says in one message what is wrong with %s", async (_, args, message) => {
    const workspace = createProject({
      "empty/readme.txt": "",
      "broken/tsconfig.json": "{",
      "none/tsconfig.json": `{ "include": ["src"] }`,
    });
    const { exit, err, out } = await workspace.run("impact", BEFORE, AFTER, ...args);
    expect([exit, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err.match(/^error /gm)).toHaveLength(1);
  });

  it.each(["sarif", "github", "markdown"])("prints places as %s", async (format) => {
    const workspace = createProject({
      "tsconfig.json": TSCONFIG,
      "src/app.ts": `import type { AuthEventType } from "@shapelog/cognito-identity-provider";
export const passed = (event: AuthEventType) => event.EventResponse === "Success";\n`,
    });
    const { out, exit } = await workspace.run(
      ...["impact", BEFORE, AFTER, "--consumer", ".", "--format", format, ...OLD_STYLE],
    );
    expect(exit).toBe(1);
    expect(out).toMatch(/EventResponseType no longer has/);
    expect(out).toContain("src/app.ts");
  });
});

/** Builds the package of a day, compiles an app with it, and returns the lines that the compiler names. */
function compileWithPackageOf(day: string, app: string, folder: string): string[] {
  const run = (args: readonly string[], cwd: string) => {
    try {
      return execFileSync(process.execPath, [...args], { cwd, encoding: "utf8" });
    } catch (error) {
      return String((error as { readonly stdout: unknown }).stdout); // it exits with 2 where it found errors
    }
  };
  const name = "@shapelog/cognito-identity-provider";
  const command = join(ROOT, "packages/cli/bin/shapelog.js");
  run(
    [
      command,
      "build",
      "--service",
      "cognito-identity-provider",
      "--at",
      day,
      "--out",
      join(folder, "package"),
    ],
    ROOT,
  );
  const sources = join(folder, "package/src");
  const project = join(folder, "app");
  mkdirSync(project);
  const paths = {
    [name]: [join(sources, "index.ts")],
    [`${name}/validators/sdk`]: [join(sources, "validators-sdk.ts")],
    [`${name}/*`]: [join(sources, "*.ts")],
    "@shapelog/runtime": [join(ROOT, "packages/runtime/dist/index.d.ts")],
    "@shapelog/runtime/*": [join(ROOT, "packages/runtime/dist/*.d.ts")],
    "@smithy/types": [join(ROOT, "node_modules/@smithy/types/dist-types/index.d.ts")],
  };
  const config = {
    extends: join(ROOT, "apps", app, "tsconfig.json"),
    compilerOptions: { paths, typeRoots: [join(ROOT, "node_modules/@types")] },
    include: [join(ROOT, "apps", app, "src"), join(ROOT, "apps", app, "test")],
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
  const output = run([COMPILER, "-p", project, "--pretty", "false"], ROOT);
  const lines = [...output.matchAll(/^(.+?)\((\d+),\d+\): error TS/gm)].map(
    ([, file, line]) => `${file}:${line}`,
  );
  return [...new Set(lines)].filter((line) => line.startsWith("apps/")).toSorted();
}
