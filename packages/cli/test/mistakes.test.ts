import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CONFIG, createService, createWorkspace, findPath, modelText, type Workspace } from "./workspace.js";

const MORE = modelText({ eventType: ["SignIn", "SignUp", "ForgotPassword"], eventResponse: ["Success"] });

/** Records a second change of the service. */
async function recordMore(workspace: Workspace): Promise<void> {
  workspace.write("models/events/model.json", MORE);
  expect(await workspace.run("record", "--date", "2022-08-01")).toMatchObject({ exit: 0 });
  expect(await workspace.run("build")).toMatchObject({ exit: 0 });
}

const TWO_SERVICES = `$version: "2"
namespace example
service Events { version: "1" }
service Orders { version: "1" }
`;

interface Mistake {
  readonly make: (workspace: Workspace) => Promise<void> | void;
  readonly command: readonly string[];
  /** What the message says to run or to do. */
  readonly says: string;
}

const MISTAKES: Readonly<Record<string, Mistake>> = {
  "a slip in a key": {
    make: (workspace) =>
      workspace.write("shapelog.config.json", JSON.stringify({ services: CONFIG.services, changeset: "x" })),
    command: ["check"],
    says: 'did you mean "changesets"?',
  },
  "no configuration": {
    make: ({ folder }) => rmSync(join(folder, "shapelog.config.json")),
    command: ["check"],
    says: "npx shapelog init",
  },
  "a model that is elsewhere": {
    make: ({ folder }) => rmSync(join(folder, "models/events/model.json")),
    command: ["check"],
    says: "There is no file or folder models/events/model.json",
  },
  "no git where a revision is named": {
    make: () => undefined,
    command: ["diff", "git:HEAD:models/events/model.json", "models/events/model.json"],
    says: "git init",
  },
  "a model of two services": {
    make: (workspace) => {
      workspace.write("models/two.smithy", TWO_SERVICES);
      workspace.write(
        "shapelog.config.json",
        JSON.stringify({
          services: { two: { ...CONFIG.services.events, model: "models/two.smithy", ledger: "l" } },
        }),
      );
    },
    command: ["record"],
    says: "put each in a model of its own",
  },
  "a date in the past": {
    make: (workspace) => workspace.write("models/events/model.json", MORE),
    command: ["record", "--date", "2017-01-01"],
    says: "2017-11-28",
  },
  "a ledger edited by hand": {
    make: async (workspace) => {
      await recordMore(workspace);
      const path = findPath(workspace, /^models\/events\/ledger\/2022/);
      workspace.write(path, workspace.read(path).replaceAll("Failure", "Fault"));
    },
    command: ["check"],
    says: "git restore models/events/ledger/2022-08-01",
  },
  "a deleted changeset": {
    make: async (workspace) => {
      await recordMore(workspace);
      rmSync(join(workspace.folder, findPath(workspace, /^\.changeset\//)));
    },
    command: ["check"],
    says: "npx shapelog record --service events --changeset-only",
  },
  "a renamed service": {
    make: (workspace) => {
      const services = { happenings: CONFIG.services.events };
      workspace.write("shapelog.config.json", JSON.stringify({ services }));
    },
    command: ["check"],
    says: "npx shapelog record --service happenings --rename-from events",
  },
  "an edit that is not recorded": {
    make: (workspace) => workspace.write("models/events/model.json", MORE),
    command: ["check"],
    says: "npx shapelog record",
  },
  "a generated file that was deleted": {
    make: ({ folder }) => rmSync(join(folder, "packages/events/src/types.ts")),
    command: ["check"],
    says: "npx shapelog build",
  },
};

describe("a usual mistake ends in a message that says what to do", () => {
  it.each(Object.entries(MISTAKES))("%s", async (_what, { make, command, says }) => {
    const workspace = await createService();
    await make(workspace);
    const { exit, err } = await workspace.run(...command);
    expect(exit).toBeGreaterThan(0);
    expect(err).toContain(says);
    expect(err).not.toContain("bug in shapelog");
  });

  it("an empty folder", async () => {
    expect((await createWorkspace().run("record")).err).toContain("npx shapelog init");
  });
});
