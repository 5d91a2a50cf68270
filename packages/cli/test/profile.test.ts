import { describe, expect, it } from "vitest";
import { CONFIG, createWorkspace, type Workspace } from "./workspace.js";

const SDK = '@service(sdkId: "Notes", arnNamespace: "notes")';

/** Builds the package of a service, whose configuration may name a profile. */
async function build(
  trait: string,
  profile?: string,
): Promise<Workspace & { readonly exit: number; readonly err: string }> {
  const workspace = createWorkspace();
  const events = {
    ...CONFIG.services.events,
    model: "model.smithy",
    package: { ...CONFIG.services.events.package, ...(profile === undefined ? {} : { profile }) },
  };
  workspace.write("shapelog.config.json", JSON.stringify({ services: { events } }));
  workspace.write(
    "model.smithy",
    `$version: "2.0"
namespace example.notes
use aws.api#service
use aws.protocols#awsJson1_1

${trait}
@awsJson1_1
service Notes { version: "1", operations: [Keep] }
operation Keep { input := { @required text: String }, output := { @required id: String } }
`,
  );
  await workspace.run("record", "--date", "2026-11-30", "--no-changeset");
  return { ...workspace, ...(await workspace.run("build")) };
}

describe("the profile of a package", () => {
  it.each([
    ["is strict for a team's own service", "", undefined, "strict"],
    ["is that of the AWS SDK for a service of AWS", SDK, undefined, "sdk"],
    ["is what the configuration says", "", "sdk", "sdk"],
    ["is what the configuration says of a service of AWS, too", SDK, "strict", "strict"],
  ])("%s", async (_what, trait, profile, expected) => {
    const built = await build(trait, profile);
    expect(built).toMatchObject({ exit: 0 });
    expect(built.read("packages/events/src/types.ts")).toContain(
      expected === "strict" ? "  id: string;\n" : "  id: string | undefined;\n",
    );
    expect(built.read("packages/events/README.md")).toContain(`Profile \`${expected}\``);
  });

  it("is one of two", async () => {
    const { exit, err } = await build("", "loose");
    expect(exit).toBe(2);
    expect(err).toContain('/services/events/package/profile is "loose"; expected "sdk" or "strict"');
  });
});

it("has a function that parses and one that redacts in each package whose bodies are JSON", async () => {
  const built = await build("");
  expect(JSON.parse(built.read("packages/events/package.json")).exports).toMatchObject({
    "./parse": { types: "./dist/parse.d.ts" },
    "./redact": { types: "./dist/redact.d.ts" },
  });
  expect(built.read("packages/events/src/parse.ts")).toContain(
    "export const parseKeepOutput: Parse<KeepOutput>",
  );
  expect(built.read("packages/events/src/redact.ts")).toContain(
    "export const redactKeepInput: Redact<KeepInput>",
  );
});
