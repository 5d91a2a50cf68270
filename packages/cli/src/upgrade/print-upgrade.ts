import { escapeJson, printable } from "@shapelog/diagnostics";
import { printComparisonJson, printComparisonText } from "@shapelog/diff";
import { printImpactJson, printImpactText } from "@shapelog/impact";
import { readJson } from "@shapelog/json";
import { printJson } from "@shapelog/model";
import type { Terminal } from "../terminal.js";
import { describeOthers, describePoints, describeVerdict, splitServices } from "./describe-upgrade.js";
import type { PackageUpgrade, ServiceUpgrade, ShownFix, UpgradeReport } from "./upgrade-report.js";

/** The name and version of the JSON that `shapelog upgrade` prints. */
export const UPGRADE_FORMAT = "shapelog-upgrade/1";

const WIDEST = 100;

/** Returns what upgrades bring, for people at a terminal. */
export function printUpgradeText(terminal: Terminal, { upgrades, notes, fixes }: UpgradeReport): string {
  const parts = upgrades.map((upgrade) => printPackage(terminal, upgrade));
  const rest = notes.map((note) => `${printable(note)}\n`).join("");
  const none = upgrades.length === 0 ? "Nothing to compare: no version changed.\n" : "";
  return [
    ...parts,
    ...(none === "" ? [] : [none]),
    ...(rest === "" ? [] : [rest]),
    ...(fixes ? [printFixes(fixes)] : []),
  ].join("\n");
}

function printFixes(fixes: readonly ShownFix[]): string {
  if (fixes.length === 0) return "Nothing here can be edited safely.\n";
  const texts = fixes.map(({ file, edits, patch, written }) => {
    const head = `${printable(file)}   ${written ? "edited" : "to be edited, with --write"}`;
    return `${[head, ...edits.map((each) => `  ${printable(each)}`)].join("\n")}\n${patch}`;
  });
  return texts.join("\n");
}

function printPackage(terminal: Terminal, upgrade: PackageUpgrade): string {
  const { added, how } = upgrade;
  const { own, others } = splitServices(upgrade);
  const head = [`${upgrade.name} ${describePoints(upgrade)}`, describeVerdict(upgrade), ...how].map(
    printable,
  );
  const names = added.map(({ service, since }) => printable(`${service} (${since.date})`));
  const lines = [
    ...head,
    ...(names.length > 0 ? [`New services: ${names.join(", ")}.`] : []),
    ...(others.length > 0 ? [printable(describeOthers(others))] : []),
  ];
  const width = Math.min(terminal.width, WIDEST);
  const style = { color: terminal.color, width };
  const texts = own.flatMap(({ comparison, impact }) => [
    printComparisonText(comparison, style),
    ...(impact ? [printImpactText(impact, style)] : []),
  ]);
  return [`${lines.join("\n")}\n`, ...texts].join("\n");
}

/** Returns what upgrades bring as JSON; each comparison is as `shapelog diff` has it. */
export function printUpgradeJson({ record, upgrades, notes, fixes }: UpgradeReport): string {
  const view = {
    format: UPGRADE_FORMAT,
    record,
    upgrades: upgrades.map(toJson),
    notes,
    ...(fixes ? { fixes } : {}),
  };
  return `${escapeJson(printJson(view, 2))}\n`;
}

function toJson({ name, from, to, how, changed, added, services }: PackageUpgrade) {
  return {
    ...{ name, from, to, how },
    services: services.length,
    added: added.map(({ service, since }) => ({ service, since: since.date })),
    changed: changed.map(serviceToJson),
  };
}

function serviceToJson({ service, comparison, revisions, impact }: ServiceUpgrade) {
  const text = printComparisonJson(comparison);
  return {
    service,
    revisions: revisions.map(({ id, date, source, note }) => ({
      ...{ id, date },
      ...(source?.version === undefined ? {} : { release: source.version }),
      ...(note === undefined ? {} : { note }),
    })),
    ...(impact ? { impact: readJson({ file: service, text: printImpactJson(impact) }).value } : {}),
    comparison: readJson({ file: service, text }).value,
  };
}
