import { SERVICES } from "./models.mjs";
import { release, releaseProse } from "./release.mjs";
import { placesOf, Workspace } from "./workspace.mjs";

/** Makes a repository of three services whose revisions are recorded, built, and but for the last ones released. */
export async function createRepository() {
  const workspace = new Workspace();
  workspace.write("node_modules/.keep", "");
  workspace.write("shapelog.config.json", `${JSON.stringify({ services: configure() }, null, 2)}\n`);
  for (const service of SERVICES) await live(workspace, service);
  await addSources(workspace);
  await workspace.must("build");
  workspace.code = "mutations";
  const { exit, diagnostics } = await workspace.check();
  if (exit !== 0 || diagnostics.length > 0)
    throw new Error(`The repository is not in step: ${JSON.stringify(diagnostics, null, 2)}`);
  return workspace;
}

function configure() {
  return Object.fromEntries(
    SERVICES.map(({ name }) => {
      const { model, ledger, package: folder } = placesOf(name);
      return [name, { model, ledger, package: { name: `@example/${name}`, folder } }];
    }),
  );
}

/**
 * Records and builds each revision in turn; all are released but the first, which the seed tells, and the last.
 *
 * @param {Workspace} workspace
 * @param {import("./models.mjs").Service} service
 */
async function live(workspace, { name, revisions }) {
  for (const [index, { date, note, text }] of revisions.entries()) {
    workspace.write(placesOf(name).model, text);
    const about = note === "" ? [] : ["--note", note];
    const first = index === 0 ? ["--no-changeset"] : [];
    const source =
      index === 1 ? ["--source", "drafts", "--source-version", "1.2.3", "--source-commit", "abc1234"] : [];
    await workspace.must("record", "--service", name, "--date", date, ...about, ...first, ...source);
    await workspace.must("build", "--service", name);
    if (index === 0 || index === revisions.length - 1) continue;
    await release(workspace, name);
    if (index === 1) releaseProse(workspace, name, "The README has an example.");
  }
}

/**
 * Gives the second revision of each service what a vendor says of it, and a reason of its own, and accepts a finding.
 *
 * @param {Workspace} workspace
 */
async function addSources(workspace) {
  for (const { name } of SERVICES) {
    const [, second = ""] = workspace.list(placesOf(name).ledger);
    const { seal: _, ...revision } = JSON.parse(workspace.read(second));
    const vendor = { source: "drafts", version: "1.2.3", file: "notes.md", text: "A note of the vendor." };
    workspace.write(second, JSON.stringify({ ...revision, vendor, forced: "The validator was wrong." }));
    await workspace.must("record", "--service", name, "--seal");
    const before = `ledger:${name}@${SERVICES.find((each) => each.name === name)?.revisions[0]?.date}`;
    const { out } = await workspace.run(
      "diff",
      before,
      `ledger:${name}@${revision.date}`,
      "--format",
      "json",
    );
    const [finding] = JSON.parse(out).findings;
    await workspace.must(
      ...["record", "--service", name, "--accept", finding.id, "--because", "Nobody uses it.", "--by", "Kim"],
    );
  }
}
