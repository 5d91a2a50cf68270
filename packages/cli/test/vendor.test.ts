import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findVendorQuotations } from "@shapelog/changelog";
import { readIdl } from "@shapelog/smithy";
import { describe, expect, it } from "vitest";
import { botocoreFile, paginatorsFile } from "./botocore-file.js";
import { createRepository, type Repository } from "./history-repository.js";
import { createWorkspace, type Workspace } from "./workspace.js";

const OWN = fileURLToPath(new URL("../../../models/cognito-identity-provider", import.meta.url));
const SERVICE = "cognito-identity-provider";
const MODEL = `models/${SERVICE}/model.smithy`;
const LEDGER = `models/${SERVICE}/ledger`;
const FILE = "botocore/data/cognito-idp/2016-04-18";
const ERROR = "OperationNotEnabledException";

const newest = readFileSync(join(OWN, "model.smithy"), "utf8");
/** The model without the error that the revision of 2026-06-01 brought. */
const older = newest
  .replace(`        ${ERROR}\n`, "")
  .replace(new RegExp(`(?:///.*\\n|@.*\\n)*structure ${ERROR} \\{[^}]*\\}\\n\\n`), "");

function vendorFiles(text: string, others: readonly string[] = ["AdminGetUser"]) {
  const { model } = readIdl({ file: "model.smithy", text });
  return {
    [`${FILE}/service-2.json`]: botocoreFile(model, { operations: others }),
    [`${FILE}/paginators-1.json`]: paginatorsFile(model),
  };
}

const notes = (description: string) =>
  JSON.stringify([
    { category: "``ec2``", description: "About something else.", type: "api-change" },
    { category: "``cognito-idp``", description, type: "api-change" },
  ]);

interface Story {
  readonly workspace: Workspace;
  readonly vendor: Repository;
  /** The commit that brought the error. */
  readonly commit: string;
}

/** A team that follows a vendor's model, as of 2024-11-22, and the vendor's repository, which has gone on since. */
function createStory(): Story {
  const workspace = createWorkspace();
  const services = {
    [SERVICE]: {
      ...{ model: MODEL, ledger: LEDGER, bump: "types" },
      package: { name: "@example/cognito", folder: "packages/cognito" },
      from: { input: `git:./vendor#main:${FILE}` },
    },
  };
  workspace.write("shapelog.config.json", JSON.stringify({ services }));
  workspace.write(MODEL, older);
  for (const name of readdirSync(join(OWN, "ledger")).filter((each) => each < "2026"))
    workspace.write(`${LEDGER}/${name}`, readFileSync(join(OWN, "ledger", name), "utf8"));
  const vendor = createRepository(join(workspace.folder, "vendor"));
  vendor.commit(vendorFiles(older));
  const commit = vendor.commit({
    ...vendorFiles(newest, ["AdminGetUser", "AdminForgetDevice"]),
    ".changes/next-release/api-change-cognitoidp-1.json": notes("Pools can <b>refuse</b> an operation."),
  });
  vendor.commit({
    ".changes/next-release/api-change-cognitoidp-1.json": undefined,
    ".changes/1.43.19.json": notes("Pools can <b>refuse</b> an operation."),
  });
  vendor.commit({ ".changes/1.43.20.json": notes("Later."), "readme.md": "x" });
  return { workspace, vendor, commit };
}

function lastEntry(workspace: Workspace): Record<string, unknown> {
  const known = new Set(readdirSync(join(OWN, "ledger")));
  const added = readdirSync(join(workspace.folder, LEDGER)).filter((name) => !known.has(name));
  expect(added).toHaveLength(1);
  return JSON.parse(workspace.read(`${LEDGER}/${added[0]}`));
}

/** What is there but for the vendor's repository. */
function own(workspace: Workspace): Record<string, string> {
  return Object.fromEntries(
    Object.entries(workspace.snapshot()).filter(([path]) => !path.startsWith("vendor/")),
  );
}

describe("the revision of 2026-06-01, recorded from the vendor's file", () => {
  it("brings the new error into the model, which keeps its order, its comments and its words", async () => {
    const { workspace } = createStory();
    const { exit, err } = await workspace.run("record", "--from", "--date", "2022-08-18", "--allow-future");
    expect([exit, err]).toEqual([2, expect.stringContaining("date-before-last")]);
    const done = await workspace.run("record", "--from", "--date", "2026-06-01", "--allow-future");
    expect(done.exit).toBe(0);
    expect(done.err).not.toContain("warning");
    const text = workspace.read(MODEL);
    const added = text.split("\n").filter((line) => !older.includes(`${line}\n`));
    expect(added).toEqual([`        ${ERROR}`, `structure ${ERROR} {`]);
    const gone = older.split("\n").filter((line) => !text.includes(`${line}\n`));
    expect(gone).toEqual([]);
    expect((await workspace.run("fmt", "--check", "models")).exit).toBe(0);
  });

  it("says what changed, what it took, and which operations are new and not taken", async () => {
    const { workspace, commit } = createStory();
    const { out } = await workspace.run("record", "--from", "--date", "2026-06-01", "--allow-future");
    expect(out).toContain(`(botocore 1.43.19, commit ${commit.slice(0, 12)})`);
    expect(out).toContain(`AdminListUserAuthEvents can now fail with ${ERROR}.`);
    expect(out).toContain(`without documentation of yours: com.amazonaws.cognitoidentityprovider#${ERROR}`);
    expect(out).toContain("quoted from botocore 1.43.19, .changes/1.43.19.json");
    expect(out).toMatch(
      /wrote models\/.*model\.smithy\nwrote .*\/ledger\/.*\.json\nwrote \.changeset\/.*\.md\n/,
    );
  });

  it("has the release, the commit and the vendor's note apart from ours in the ledger", async () => {
    const { workspace, commit } = createStory();
    const args = ["--date", "2026-06-01", "--allow-future", "--note", "Ours."];
    await workspace.run("record", "--from", ...args);
    expect(lastEntry(workspace)).toMatchObject({
      date: "2026-06-01",
      source: { name: "botocore", version: "1.43.19", commit },
      note: "Ours.",
      vendor: {
        ...{ source: "botocore", version: "1.43.19", file: ".changes/1.43.19.json" },
        text: "Pools can refuse an operation.",
      },
    });
    const [name = ""] = readdirSync(join(workspace.folder, ".changeset"));
    const changeset = workspace.read(`.changeset/${name}`);
    expect(changeset).toContain("\n\nOurs.\n\n> The vendor's note, quoted from botocore 1.43.19, [");
    const [quotation] = findVendorQuotations({ file: name, text: changeset });
    expect(changeset.slice(quotation?.offset, quotation?.end)).toMatch(
      />\n> Pools can refuse an operation\.$/,
    );
  });

  it("has where the vendor's note stands, and no words of it, where the configuration says so", async () => {
    const { workspace } = createStory();
    const config = JSON.parse(workspace.read("shapelog.config.json"));
    config.services[SERVICE].from.quote = false;
    workspace.write("shapelog.config.json", JSON.stringify(config));
    const { out } = await workspace.run("record", "--from", "--date", "2026-06-01", "--allow-future");
    expect(out).toContain("the vendor's note stands in botocore 1.43.19, .changes/1.43.19.json");
    const vendor = { source: "botocore", version: "1.43.19", file: ".changes/1.43.19.json" };
    expect(lastEntry(workspace).vendor).toEqual(vendor);
    expect(JSON.stringify(own(workspace))).not.toContain("Pools can");
  });

  it("is as big as the one that is recorded by hand", async () => {
    const { workspace } = createStory();
    await workspace.run("record", "--from", "--date", "2026-06-01", "--allow-future");
    const { changes, before } = lastEntry(workspace);
    const real = JSON.parse(readFileSync(join(OWN, "ledger", "2026-06-01.json"), "utf8"));
    expect(before).toBe(real.before);
    const bare = (list: unknown) =>
      JSON.parse(JSON.stringify(list), (key, value) => (key.endsWith("#documentation") ? undefined : value));
    expect(changes).toEqual(bare(real.changes));
  });

  it("is followed by a package and a check that agree with it", async () => {
    const { workspace } = createStory();
    await workspace.run("record", "--from", "--date", "2026-06-01", "--allow-future");
    expect((await workspace.run("build")).exit).toBe(0);
    expect((await workspace.run("check")).exit).toBe(0);
  });

  it("is written as a whole or not at all, and not with --dry-run", async () => {
    const { workspace } = createStory();
    const before = own(workspace);
    const args = ["record", "--from", "--date", "2026-06-01", "--allow-future"];
    const dry = await workspace.run(...args, "--dry-run");
    expect([dry.exit, own(workspace)]).toEqual([0, before]);
    expect(dry.out).toContain(`would write ${MODEL}`);
    workspace.write(".changeset", "a file in place of the folder");
    const refused = await workspace.run(...args);
    expect(refused.exit).toBe(2);
    expect(own(workspace)).toEqual({ ...before, ".changeset": "a file in place of the folder" });
  });

  it("is nothing the second time", async () => {
    const { workspace } = createStory();
    const args = ["record", "--from", "--date", "2026-06-01", "--allow-future"];
    await workspace.run(...args);
    const before = own(workspace);
    const { exit, out, err } = await workspace.run(...args);
    expect([exit, out]).toEqual([0, ""]);
    expect(err).toContain("there is nothing to record");
    expect(own(workspace)).toEqual(before);
  });

  it("takes an operation that is asked for, with what it reaches, and none that the vendor lacks", async () => {
    const { workspace } = createStory();
    const args = ["record", "--from", "--date", "2026-06-01", "--allow-future", "--operations"];
    const { exit, err } = await workspace.run(...args, "AdminGetUsers");
    expect([exit, err]).toEqual([2, expect.stringContaining("AdminGetUser")]);
    expect((await workspace.run(...args, "AdminGetUser", "--force", "no docs")).exit).toBe(0);
    expect(workspace.read(MODEL)).toContain("structure AdminGetUserRequest");
    expect(workspace.read(MODEL)).not.toContain("AdminForgetDevice");
  });
});

describe("where a vendor's model in git came from", () => {
  const dry = async ({ workspace }: Story, ref: string, ...args: readonly string[]) => {
    const input = `git:./vendor#${ref}:${FILE}/service-2.json`;
    return workspace.run(
      ...["record", "--from", input, "--date", "2026-06-01", "--allow-future", "--dry-run"],
      ...args,
    );
  };

  it("is the first release whose notes came after its last change, from whichever commit it is taken", async () => {
    const story = createStory();
    for (const ref of ["main", story.commit, "main~1"])
      expect((await dry(story, ref)).out).toContain(
        `(botocore 1.43.19, commit ${story.commit.slice(0, 12)})`,
      );
  });

  it("is as the person says", async () => {
    const story = createStory();
    story.workspace.write("note.txt", "In other words.\n");
    const { out } = await dry(
      story,
      "main",
      "--source",
      "fork",
      "--source-version",
      "2",
      "--vendor-note",
      "note.txt",
    );
    expect(out).toContain("(fork 2, commit ");
    expect(out).toContain("quoted from fork 2, note.txt");
    const { exit, err } = await dry(story, "main", "--vendor-note", "vendor/.changes/none.json");
    expect([exit, err]).toEqual([2, expect.stringContaining("none.json")]);
  });

  it("waits for its release with the notes that came with it", async () => {
    const story = createStory();
    story.vendor.git("checkout", "--quiet", story.commit);
    story.vendor.git("branch", "--quiet", "--force", "main", story.commit);
    const { out } = await dry(story, "main");
    expect(out).toContain(`(botocore, commit ${story.commit.slice(0, 12)})`);
    expect(out).toContain("quoted from botocore, .changes/next-release/api-change-cognitoidp-1.json");
  });

  it("is not known of a history that begins there", async () => {
    const story = createStory();
    const { workspace, vendor } = story;
    vendor.git("clone", "--quiet", "--depth=1", `file://${vendor.folder}`, join(workspace.folder, "shallow"));
    const input = `git:./shallow#HEAD:${FILE}`;
    const args = ["--date", "2026-06-01", "--allow-future", "--dry-run"];
    const { exit, out } = await workspace.run("record", "--from", input, ...args);
    expect(exit).toBe(0);
    expect(out).toContain(`taken from ${input} (botocore)\n`);
    expect(out).not.toContain("quoted");
  });
});
