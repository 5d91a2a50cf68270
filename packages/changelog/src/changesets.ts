/**
 * The changelog generator of Shapelog for @changesets/cli 2: as the tool's own, with the facts of a revision as they stand
 * in the changeset, and not indented. Set it in `.changeset/config.json`: `"changelog": "@shapelog/changelog/changesets"`.
 *
 * @packageDocumentation
 */

import type { ChangelogFunctions } from "@changesets/types";

const START = /^<!-- shapelog:facts \S+ \S+ -->$/;
const END = "<!-- /shapelog:facts -->";

/** Returns what a changelog says of a changeset: its prose as an item of a list, and its facts below. */
export const getReleaseLine: ChangelogFunctions["getReleaseLine"] = async ({ summary, commit }) => {
  const { prose, facts } = splitFacts(summary);
  const [first = "", ...rest] = prose.join("\n").trim().split("\n");
  const item = [`- ${shorten(commit)}${first}`.trimEnd(), ...rest.map(indent)].join("\n");
  return facts.length === 0 ? item : `${[item, ...facts].join("\n\n")}\n`;
};

/** Returns the lines of prose, without blank ones beside each other, and the facts blocks apart. */
function splitFacts(summary: string): {
  readonly prose: readonly string[];
  readonly facts: readonly string[];
} {
  const prose: string[] = [];
  const facts: string[] = [];
  let open: string[] | undefined;
  const put = (line: string) => {
    if (line !== "" || prose.at(-1) !== "") prose.push(line);
  };
  for (const line of summary.split(/\r\n?|\n/).map((each) => each.trimEnd())) {
    if (START.test(line)) {
      for (const each of open ?? []) put(each);
      open = [line];
    } else if (open) {
      open.push(line);
      if (line !== END) continue;
      facts.push(open.join("\n"));
      open = undefined;
    } else put(line);
  }
  for (const each of open ?? []) put(each);
  return { prose, facts };
}

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
  return line === "" ? "" : `  ${line}`;
}
