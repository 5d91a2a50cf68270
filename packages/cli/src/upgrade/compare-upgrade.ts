import type { Diagnostic } from "@shapelog/diagnostics";
import { type ComparisonSide, compareModels } from "@shapelog/diff";
import type { Model } from "@shapelog/model";
import { type Outcome, succeeded } from "../outcome.js";
import type { PageRecord, RecordedRevision } from "../page/page-record.js";
import { upgradeDiagnostics } from "./diagnostics.js";
import { findState } from "./find-state.js";
import type { NewService, PackageUpgrade, ServiceUpgrade } from "./upgrade-report.js";
import type { UpgradeRequest } from "./upgrade-request.js";

export interface CompareUpgradeOptions {
  readonly record: PageRecord;
  readonly onService: (service: string) => void;
}

/** Compares the states that the services of a package have at both versions. What came and went in between cancels. */
export async function compareUpgrade(
  request: UpgradeRequest,
  options: CompareUpgradeOptions,
): Promise<Outcome<PackageUpgrade>> {
  const changed: ServiceUpgrade[] = [];
  const added: NewService[] = [];
  let last = "";
  for (const service of request.services) {
    options.onService(service);
    const revisions = await options.record.revisions(service);
    if (!revisions.ok) return revisions;
    for (const { date } of revisions.value) if (date > last) last = date;
    const [from, to] = [request.from, request.to].map((point) => findState(revisions.value, point));
    if (!to || from?.id === to.id) continue;
    if (!from) {
      if (!to.gone) added.push({ service, since: revisions.value[0] ?? to });
      continue;
    }
    const states = { service, from, to };
    const compared = await compareStates(states, revisions.value, options);
    if (!compared.ok) return compared;
    if (compared.value.comparison.changes.length > 0) changed.push(compared.value);
  }
  const upgrade = { ...request, changed, added };
  return succeeded(upgrade, findEnd(request, options.record, last));
}

interface States {
  readonly service: string;
  readonly from: RecordedRevision;
  readonly to: RecordedRevision;
}

async function compareStates(
  { service, from, to }: States,
  revisions: readonly RecordedRevision[],
  { record }: CompareUpgradeOptions,
): Promise<Outcome<ServiceUpgrade>> {
  const steps = await record.steps(service, [from.id, to.id]);
  if (!steps.ok) return steps;
  const side = (revision: RecordedRevision) =>
    describeSide(service, revision, steps.value.get(revision.id)?.after);
  const comparison = compareModels(side(from), side(to));
  return succeeded({ service, comparison, revisions: listBetween(revisions, from, to) });
}

function describeSide(service: string, revision: RecordedRevision, model: Model | undefined): ComparisonSide {
  const { id, date, source } = revision;
  if (!model) throw new TypeError(`the record gave no model of ${service} ${id}`);
  const release = [source?.name, source?.version].filter(Boolean).join(" ");
  return { label: `${service}@${id}`, date, ...(release === "" ? {} : { release }), model };
}

/** Returns the revisions that lead from one to another; where one does not, those between their days. */
function listBetween(
  revisions: readonly RecordedRevision[],
  from: RecordedRevision,
  to: RecordedRevision,
): readonly RecordedRevision[] {
  const known = new Map(revisions.map((revision) => [revision.id, revision]));
  const between: RecordedRevision[] = [];
  for (let each: RecordedRevision | undefined = to; each && between.length <= known.size; ) {
    if (each.id === from.id) return between.reverse();
    between.push(each);
    each = each.parent === null ? undefined : known.get(each.parent);
  }
  const [first = "", last = ""] = [from.date, to.date].sort();
  return revisions.filter(({ date }) => date > first && date <= last);
}

/** A day behind the end of the record may have what the record does not. */
function findEnd({ to }: UpgradeRequest, record: PageRecord, last: string): readonly Diagnostic[] {
  if (to.kind !== "day") return [];
  const end = record.releases().at(-1)?.date ?? last;
  if (end === "" || to.date <= end) return [];
  return [
    upgradeDiagnostics.create("record-ends", undefined, { record: record.shown, last: end, date: to.date }),
  ];
}
