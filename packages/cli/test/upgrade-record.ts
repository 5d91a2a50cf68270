import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { botocoreText, createRepository, modelPath, type Repository } from "./history-repository.js";
import { createWorkspace, type Workspace } from "./workspace.js";

const BIN = fileURLToPath(new URL("../bin/shapelog.js", import.meta.url));
const note = (category: string, description: string) =>
  JSON.stringify([{ category: `\`\`${category}\`\``, description, type: "api-change" }]);

/**
 * A vendor's releases, a day each from 2020-01-01: 1.0.0 has events and queue, 1.0.1 brings a value that 1.0.2 takes back,
 * 1.0.3 puts a value in another's place, 1.0.4 changes no model, 1.0.5 brings mail.
 */
function commitReleases(folder: string): void {
  const repository = createRepository(folder);
  const events = (...values: readonly string[]) => ({
    [modelPath("events")]: botocoreText("Event Log", values),
  });
  const release = (version: string, text: string) => ({ [`.changes/${version}.json`]: note("events", text) });
  const queue = { [modelPath("queue")]: botocoreText("Queue", ["x"]) };
  repository.commit({ ...events("a", "b"), ...queue, ...release("1.0.0", "Here it is.") });
  repository.commit({ ...events("a", "b", "c"), ...release("1.0.1", "Kind has c.") });
  repository.commit({ ...events("a", "b"), ...release("1.0.2", "Kind has no c.") });
  repository.commit({ ...events("a", "d"), ...release("1.0.3", "Kind has d in place of *b*.") });
  repository.commit(release("1.0.4", "Faster."));
  repository.commit({
    [modelPath("mail")]: botocoreText("Mail", ["m"]),
    ...release("1.0.5", "Mail is new."),
  });
}

let history: Readonly<Record<string, string>> | undefined;

/** The built command makes it, as its threads are files of their own. */
function makeHistory(): Readonly<Record<string, string>> {
  const workspace = createWorkspace();
  commitReleases(join(workspace.folder, "repository"));
  const options = { cwd: workspace.folder, stdio: "pipe" } as const;
  execFileSync(process.execPath, [BIN, "history", "repository", "--out", "history"], options);
  const files = Object.entries(workspace.snapshot()).filter(([path]) => path.startsWith("history/"));
  return Object.fromEntries(files);
}

/** A workspace with the history of those releases in `history`. It is made once, and copied. */
export function createUpgradeWorkspace(): Workspace {
  history ??= makeHistory();
  const workspace = createWorkspace();
  for (const [path, text] of Object.entries(history)) workspace.write(path, text);
  return workspace;
}

/** Commits a file in a repository of its own in the folder `app`, and then gives it another text. */
export function writeLock(
  workspace: Workspace,
  { file, before, after }: { readonly file: string; readonly before: string; readonly after: string },
): Repository {
  const folder = join(workspace.folder, "app");
  mkdirSync(folder, { recursive: true });
  const repository = createRepository(folder);
  repository.commit({ [file]: before });
  workspace.write(`app/${file}`, after);
  return repository;
}
