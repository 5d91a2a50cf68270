import { mutateFacts } from "./facts.mjs";

/** @typedef {import("../workspace.mjs").Workspace} Workspace */

/** @type {Readonly<Record<string, readonly string[]>>} */
const LOWER = { major: ["minor", "patch", "none"], minor: ["patch", "none"], patch: ["none"] };

/**
 * Edits of what a changeset asks for, and of its facts.
 *
 * @param {Workspace} workspace
 * @param {string} name
 * @param {() => number} random
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
export function mutateChangesets(workspace, name, random) {
  const files = workspace.list(".changeset").filter((path) => path.includes(`${name}-`));
  return files.flatMap((file) => {
    const text = workspace.read(file);
    return [
      ...mutateRelease(text, file),
      ...mutateFacts(text, { file, kind: "changeset", random }),
      {
        ...{
          kind: "changeset",
          what: "removed",
          file: `packages/${name}/CHANGELOG.md`,
          place: { file: true },
        },
        edits: new Map([[file, undefined]]),
        codes: /^changelog\/missing-facts$/,
      },
    ];
  });
}

/**
 * @param {string} text
 * @param {string} file
 * @returns {readonly import("../mutation.mjs").Mutation[]}
 */
function mutateRelease(text, file) {
  const [, packageName = "", bump = ""] = /^"(.*)": (\w+)$/m.exec(text) ?? [];
  const of = { kind: "changeset", file, place: { lines: [2, 2] } };
  return [
    ...(LOWER[bump] ?? []).map((lower) => ({
      ...of,
      what: `${bump} → ${lower}`,
      edits: new Map([[file, text.replace(`": ${bump}`, `": ${lower}`)]]),
      codes: /^changelog\/low-bump$/,
    })),
    {
      ...of,
      what: "another package",
      edits: new Map([[file, text.replace(packageName, `${packageName}s`)]]),
      codes: /^changelog\/missing-release$/,
    },
    {
      ...of,
      what: "no package",
      edits: new Map([[file, text.replace(/^".*\n/m, "")]]),
      codes: /^changelog\/(missing-release|bad-changeset)$/,
    },
    {
      ...of,
      what: "no such bump",
      edits: new Map([[file, text.replace(`": ${bump}`, '": huge')]]),
      codes: /^changelog\/bad-changeset$/,
    },
  ];
}
