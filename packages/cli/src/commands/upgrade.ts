import { type Diagnostic, isAtLeast, type Severity } from "@shapelog/diagnostics";
import { countedFindings } from "@shapelog/diff";
import { findPolicy } from "../find-policy.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import { openConfigRecord } from "../page/open-config-record.js";
import { openHistoryRecord } from "../page/open-history-record.js";
import { printed } from "../printed.js";
import { type Progress, startProgress } from "../progress.js";
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
  return exitOf(found.value, options);
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
  const placed = weighed.ok ? await place(terminal, weighed.value, { options, progress }) : weighed;
  progress.end();
  if (!weighed.ok || !placed.ok) return failedWith(placed.diagnostics);
  const fixed = await fix(terminal, placed.value, options);
  if (!fixed.ok) return fixed;
  const found = {
    record: record.value.shown,
    upgrades: placed.value,
    notes: plan.value.notes,
    ...fixed.value,
  };
  return succeeded(found, [...diagnostics, ...weighed.diagnostics, ...placed.diagnostics]);
}

async function fix(
  terminal: Terminal,
  upgrades: readonly PackageUpgrade[],
  options: UpgradeOptions,
): Promise<Outcome<Pick<UpgradeReport, "fixes">>> {
  if (!options.fix) return succeeded({});
  const { fixPlaces } = await import("../upgrade/fix-places.js");
  const fixes = await fixPlaces(terminal, upgrades, options);
  return fixes.ok ? succeeded({ fixes: fixes.value }) : fixes;
}

/** Loaded where it is asked for: it brings emitters and a compiler. */
async function place(
  terminal: Terminal,
  upgrades: readonly PackageUpgrade[],
  { options, progress }: { readonly options: UpgradeOptions; readonly progress: Progress },
): Promise<Outcome<readonly PackageUpgrade[]>> {
  if (options.consumer === undefined) return succeeded(upgrades);
  const { findUpgradePlaces } = await import("../upgrade/find-upgrade-places.js");
  return findUpgradePlaces(terminal, upgrades, {
    paths: options.consumer,
    onStep: (what) => progress.step(what),
  });
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

/** Where programs are named, their places count. */
function exitOf({ upgrades }: UpgradeReport, { failOn, consumer }: UpgradeOptions): ExitCode {
  if (failOn === "never") return EXIT.ok;
  const services = upgrades.flatMap(({ changed }) => changed);
  const severities = consumer
    ? services
        .flatMap(({ impact }) => impact?.consumers ?? [])
        .flatMap((each) => each.impact.places.map(severityOf))
    : services
        .flatMap(({ comparison }) => countedFindings(comparison))
        .flatMap(({ wire, source }) => [wire, source]);
  return severities.some((severity) => isAtLeast(severity, failOn)) ? EXIT.findings : EXIT.ok;
}

const EFFECT_SEVERITIES = { breaks: "error", dead: "danger", silent: "warning" } as const;

function severityOf({ effect }: { readonly effect: keyof typeof EFFECT_SEVERITIES }): Severity {
  return EFFECT_SEVERITIES[effect];
}
