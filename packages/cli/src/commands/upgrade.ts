import { type Diagnostic, isAtLeast } from "@shapelog/diagnostics";
import { countedFindings } from "@shapelog/diff";
import { findPolicy } from "../find-policy.js";
import { type Outcome, succeeded } from "../outcome.js";
import { openConfigRecord } from "../page/open-config-record.js";
import { openHistoryRecord } from "../page/open-history-record.js";
import { printed } from "../printed.js";
import { startProgress } from "../progress.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { compareUpgrade } from "../upgrade/compare-upgrade.js";
import { planUpgrades } from "../upgrade/plan-upgrades.js";
import type { UpgradeOptions, UpgradeSubject } from "../upgrade/upgrade-options.js";
import type { PackageUpgrade, UpgradeReport } from "../upgrade/upgrade-report.js";
import { weighUpgrades } from "../upgrade/weigh-upgrades.js";
import { refuse, report } from "./context.js";

/**
 * `shapelog upgrade [NAME] [FROM..TO]`: what a dependency's new version changes in the APIs that it is a client of, net:
 * what came and went again in between cancels.
 */
export async function upgrade(
  terminal: Terminal,
  subject: UpgradeSubject,
  options: UpgradeOptions,
): Promise<ExitCode> {
  const found = await findUpgrades(terminal, subject, options);
  if (!found.ok) return refuse(terminal, found.diagnostics);
  report(terminal, found.diagnostics);
  terminal.out(printed(await printReport(terminal, found.value, options)));
  return exitOf(found.value, options.failOn);
}

async function findUpgrades(
  terminal: Terminal,
  subject: UpgradeSubject,
  options: UpgradeOptions,
): Promise<Outcome<UpgradeReport>> {
  const record = options.history
    ? openHistoryRecord(terminal.cwd, options.history)
    : await openConfigRecord(terminal.cwd);
  if (!record.ok) return record;
  const policy = await findPolicy(terminal.cwd, options.policy);
  if (!policy.ok) return policy;
  const plan = await planUpgrades(terminal, subject, { record: record.value, options });
  if (!plan.ok) return plan;
  const progress = startProgress(terminal);
  const upgrades: PackageUpgrade[] = [];
  const diagnostics: Diagnostic[] = [...policy.diagnostics];
  for (const request of plan.value.requests) {
    const compared = await compareUpgrade(request, {
      record: record.value,
      onService: (service) => progress.step(`comparing ${service}`),
    });
    if (!compared.ok) {
      progress.end();
      return compared;
    }
    upgrades.push(compared.value);
    for (const each of compared.diagnostics) diagnostics.push(each);
  }
  const weighed = await weighUpgrades(terminal, upgrades, { options, policy: policy.value });
  progress.end();
  if (!weighed.ok) return weighed;
  const found = { record: record.value.shown, upgrades: weighed.value, notes: plan.value.notes };
  return succeeded(found, [...diagnostics, ...weighed.diagnostics]);
}

async function printReport(
  terminal: Terminal,
  found: UpgradeReport,
  { format }: UpgradeOptions,
): Promise<string> {
  if (format === "markdown") {
    const { printUpgradeMarkdown } = await import("../upgrade/print-upgrade-markdown.js");
    return printUpgradeMarkdown(found);
  }
  const { printUpgradeJson, printUpgradeText } = await import("../upgrade/print-upgrade.js");
  return format === "json" ? printUpgradeJson(found) : printUpgradeText(terminal, found);
}

function exitOf({ upgrades }: UpgradeReport, failOn: UpgradeOptions["failOn"]): ExitCode {
  if (failOn === "never") return EXIT.ok;
  const severities = upgrades
    .flatMap(({ changed }) => changed.flatMap(({ comparison }) => [...countedFindings(comparison)]))
    .flatMap(({ wire, source }) => [wire, source]);
  return severities.some((severity) => isAtLeast(severity, failOn)) ? EXIT.findings : EXIT.ok;
}
