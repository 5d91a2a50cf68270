import { escapeJson, printable } from "@shapelog/diagnostics";
import { escapeMarkdown } from "@shapelog/diff";
import { printJson } from "@shapelog/model";
import type { Use } from "../use.js";
import { describeUse } from "./describe-use.js";
import { useView } from "./impact-json.js";
import { countOf, groupBy, type UsesReport } from "./report.js";

/** Returns what programs use for people at a terminal: by program and file, in the order of the text. */
export function printUsesText(reports: readonly UsesReport[]): string {
  return reports.map((report) => printProgram(report)).join("\n");
}

function printProgram({ name, typescript, found, pathOf }: UsesReport): string {
  const lines = [printable(`${name}   ${countOf(found.files, "file")}, TypeScript ${typescript}`)];
  for (const { name: its, version } of found.packages)
    lines.push(printable(`  uses ${its}${version === undefined ? "" : ` ${version}`}`));
  for (const [file, uses] of groupBy(found.uses, ({ at }) => at.file)) {
    lines.push("", printable(pathOf(file)));
    for (const use of uses) lines.push(printable(rowOf(use)));
  }
  lines.push("", summaryOf(found.uses));
  return `${lines.join("\n")}\n`;
}

function rowOf(use: Use): string {
  const { verb, about } = describeUse(use);
  return `  ${`${use.at.line}:${use.at.column}`.padEnd(8)}${verb} ${about}`;
}

function summaryOf(uses: readonly Use[]): string {
  const kinds = groupBy(uses, ({ kind }) => kind);
  const unfollowed = kinds.get("unfollowed")?.length ?? 0;
  const calls = new Set(uses.flatMap((use) => (use.kind === "call" ? [use.operation] : [])));
  const parts = [
    countOf(uses.length - unfollowed, "use"),
    `${countOf(calls.size, "operation")} called`,
    `${countOf(unfollowed, "place")} not followed`,
  ];
  return `${parts.join(", ")}.`;
}

/** Returns what programs use as JSON. */
export function printUsesJson(reports: readonly UsesReport[]): string {
  const consumers = reports.map(({ name, typescript, found, pathOf }) => ({
    name,
    typescript,
    files: found.files,
    packages: found.packages.map(({ name: its, version, kind }) => ({
      name: its,
      kind,
      ...(version === undefined ? {} : { version }),
    })),
    uses: found.uses.map((use) => useView(use, pathOf)),
  }));
  return `${escapeJson(printJson({ format: "shapelog-uses/1", consumers }, 2))}\n`;
}

/** Returns what programs use as a table in Markdown for each. */
export function printUsesMarkdown(reports: readonly UsesReport[]): string {
  const parts = reports.map(({ name, found, pathOf }) => {
    const rows = found.uses.map((use) => {
      const { verb, about } = describeUse(use);
      const cells = [`${pathOf(use.at.file)}:${use.at.line}`, `${verb} ${about}`];
      return `| ${cells.map((cell) => escapeMarkdown(cell).replaceAll("|", "\\|")).join(" | ")} |`;
    });
    return [
      `## ${escapeMarkdown(name)}`,
      "",
      summaryOf(found.uses),
      "",
      "| place | use |",
      "|---|---|",
      ...rows,
    ].join("\n");
  });
  return `${parts.join("\n\n")}\n`;
}
