/**
 * The changelog generator of Shapelog for @changesets/cli 2: as the tool's own, with the facts of a revision as they stand
 * in the changeset, and not indented. Set it in `.changeset/config.json`: `"changelog": "@shapelog/changelog/changesets"`.
 *
 * @packageDocumentation
 */

import type { ChangelogFunctions } from "@changesets/types";

const FACTS = /^<!-- shapelog:facts \S+ \S+ -->$[\s\S]*?^<!-- \/shapelog:facts -->$/gm;

/** Returns what a changelog says of a changeset: its prose as an item of a list, and its facts below. */
export const getReleaseLine: ChangelogFunctions["getReleaseLine"] = async ({ summary, commit }) => {
  const text = summary.replace(/\r\n?/g, "\n");
  const facts = text.match(FACTS) ?? [];
  const [first = "", ...rest] = text
    .replace(FACTS, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .split("\n");
  const item = [`- ${shorten(commit)}${first}`.trimEnd(), ...rest.map(indent)].join("\n");
  return facts.length === 0 ? item : `${[item, ...facts].join("\n\n")}\n`;
};

/** Returns what a changelog says of the packages that a package needs in a newer version. */
export const getDependencyReleaseLine: ChangelogFunctions["getDependencyReleaseLine"] = async (
  changesets,
  dependencies,
) => {
  if (dependencies.length === 0) return "";
  const heads = changesets.map(
    ({ commit }) => `- Updated dependencies${commit ? ` [${commit.slice(0, 7)}]` : ""}`,
  );
  return [...heads, ...dependencies.map(({ name, newVersion }) => `  - ${name}@${newVersion}`)].join("\n");
};

function shorten(commit: string | undefined): string {
  return commit ? `${commit.slice(0, 7)}: ` : "";
}

function indent(line: string): string {
  return line.trimEnd() === "" ? "" : `  ${line.trimEnd()}`;
}
