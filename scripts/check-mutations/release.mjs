import parseChangeset from "@changesets/parse";
import { getReleaseLine } from "@shapelog/changelog/changesets";
import { placesOf } from "./workspace.mjs";

/** @typedef {import("./workspace.mjs").Workspace} Workspace */
/** @typedef {"major" | "minor" | "patch"} Bump */

/** @type {readonly Bump[]} */
const BUMPS = ["major", "minor", "patch"];
const HEADINGS = { major: "Major Changes", minor: "Minor Changes", patch: "Patch Changes" };

/**
 * Releases what waits for a service's package, as the release tool does: a section in the changelog, the version in the
 * manifest, and the changesets gone.
 *
 * @param {Workspace} workspace
 * @param {string} name
 */
export async function release(workspace, name) {
  const paths = workspace.list(".changeset").filter((path) => path.includes(`${name}-`));
  const parsed = paths.map((path) => parse(workspace.read(path)));
  const [bump = "patch"] = BUMPS.filter((each) => parsed.some(({ releases }) => releases[0]?.type === each));
  const lines = await Promise.all(
    parsed.map(({ summary }, index) =>
      getReleaseLine({ id: paths[index] ?? "", summary, releases: [] }, bump, null),
    ),
  );
  addSection(workspace, name, { bump, text: lines.join("\n") });
  for (const path of paths) workspace.write(path, undefined);
}

/**
 * Releases a patch that tells of no revision.
 *
 * @param {Workspace} workspace
 * @param {string} name
 * @param {string} sentence
 */
export function releaseProse(workspace, name, sentence) {
  addSection(workspace, name, { bump: "patch", text: `- ${sentence}\n` });
}

/** The parser is of CommonJS. @type {typeof parseChangeset} */
const parse = /** @type {any} */ (parseChangeset).default ?? parseChangeset;

/**
 * @param {Workspace} workspace
 * @param {string} name
 * @param {{ bump: Bump, text: string }} section
 */
function addSection(workspace, name, { bump, text }) {
  const { changelog, package: folder } = placesOf(name);
  const manifest = JSON.parse(workspace.read(`${folder}/package.json`));
  const version = next(manifest.version, bump);
  workspace.write(`${folder}/package.json`, `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  const [title, ...rest] = workspace.read(changelog).split("\n");
  const section = ["", `## ${version}`, "", `### ${HEADINGS[bump]}`, "", text.trimEnd()];
  workspace.write(changelog, [title, ...section, ...rest].join("\n"));
}

/** @param {string} version @param {Bump} bump */
function next(version, bump) {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (bump === "major") return `${major + 1}.0.0`;
  return bump === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
