import { isDate } from "@shapelog/ledger";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { compareVersions, isVersion } from "./compare-versions.js";
import { upgradeDiagnostics } from "./diagnostics.js";

/** Where a dependency comes from and goes to, as it was given: two versions, or two days. */
export interface UpgradeRange {
  readonly kind: "versions" | "days";
  readonly from: string;
  readonly to: string;
}

/** What looks like a day may be none. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `FROM..TO`. */
export function readUpgradeRange(text: string): Outcome<UpgradeRange> {
  const [, from = "", to = ""] = /^(.+?)\.\.(?!\.)(.+)$/.exec(text) ?? [];
  const refuse = (reason: string) =>
    failed(upgradeDiagnostics.create("bad-range", undefined, { range: text, reason }));
  if (from === "") return refuse("expected FROM..TO, such as 1.27.54..1.27.55");
  const [wrong] = [from, to].filter((side) => !isDate(side) && (DAY.test(side) || !isVersion(side)));
  if (wrong !== undefined) return refuse(`"${wrong}" is neither a version nor a day (YYYY-MM-DD)`);
  if (isDate(from) !== isDate(to)) return refuse("one side is a day and the other a version");
  const kind = isDate(from) ? "days" : "versions";
  if (isBackwards({ kind, from, to }))
    return refuse(`${from} is after ${to}; it is FROM..TO, the older one first`);
  return succeeded({ kind, from, to });
}

function isBackwards({ kind, from, to }: UpgradeRange): boolean {
  return kind === "days" ? from > to : compareVersions(from, to) > 0;
}
