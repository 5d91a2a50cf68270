import {
  type Comparison,
  countedFindings,
  findUnknownTargets,
  type Policy,
  VERDICTS,
  withPolicy,
  worstVerdict,
} from "@shapelog/diff";
import { markOwn } from "../mark-own.js";
import { type Outcome, succeeded } from "../outcome.js";
import type { Terminal } from "../terminal.js";
import { applyTraffic } from "../traffic/apply-traffic.js";
import type { UpgradeOptions } from "./upgrade-options.js";
import type { PackageUpgrade, ServiceUpgrade } from "./upgrade-report.js";

/** Says of upgrades how often traffic met them, what a policy makes of that, and which operations are the reader's own. */
export async function weighUpgrades(
  terminal: Terminal,
  upgrades: readonly PackageUpgrade[],
  { options, policy }: { readonly options: UpgradeOptions; readonly policy: Policy },
): Promise<Outcome<readonly PackageUpgrade[]>> {
  const all = upgrades.flatMap(({ changed }) => changed.map(({ comparison }) => comparison));
  if (all.length === 0) return succeeded(upgrades);
  const weighed = await applyTraffic(terminal, all, options.traffic ?? []);
  if (!weighed.ok) return weighed;
  const judged = weighed.value.map((one) => ({ ...one, comparison: withPolicy(one.comparison, policy) }));
  const own = markOwn(judged, options.operations);
  if (!own.ok) return own;
  const now = new Map(all.map((comparison, index) => [comparison, own.value[index] ?? comparison]));
  const idle = findUnknownTargets(
    policy,
    all.flatMap(({ before, after }) => [before.model, after.model]),
  );
  return succeeded(
    upgrades.map((upgrade) => ({ ...upgrade, changed: sortWorst(replaceComparisons(upgrade.changed, now)) })),
    [...weighed.diagnostics, ...idle],
  );
}

function replaceComparisons(
  changed: readonly ServiceUpgrade[],
  now: ReadonlyMap<Comparison, Comparison>,
): readonly ServiceUpgrade[] {
  return changed.map((each) => ({ ...each, comparison: now.get(each.comparison) ?? each.comparison }));
}

/** Returns services with those first that have the worst finding of the reader's own. */
export function sortWorst(changed: readonly ServiceUpgrade[]): readonly ServiceUpgrade[] {
  const rank = ({ comparison }: ServiceUpgrade) =>
    VERDICTS.indexOf(worstVerdict(countedFindings(comparison).map(({ verdict }) => verdict)));
  return changed.toSorted((a, b) => rank(a) - rank(b));
}
