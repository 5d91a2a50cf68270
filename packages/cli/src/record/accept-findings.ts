import { findFindings, findSimilarIds } from "@shapelog/changelog";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { Finding } from "@shapelog/diff";
import type { AcceptedFinding, Revision, Step } from "@shapelog/ledger";
import { cliDiagnostics } from "../diagnostics.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import { line } from "../printed.js";
import { ledgerFile } from "./ledger-file.js";
import type { RecordOptions, RecordPlan, RecordWork } from "./record-options.js";

/**
 * Adds what is accepted to a plan: to the entry that it makes where the finding is one of that, else to the last one that
 * has it, which is written anew. Fails where a finding is of none.
 */
export function addAccepted(
  work: RecordWork,
  { accept }: RecordOptions,
  planned: Outcome<RecordPlan>,
): Outcome<RecordPlan> {
  if (!accept || !planned.ok) return planned;
  const { service, today } = work;
  const { step, ledger: files } = planned.value;
  const replaced = new Set(planned.value.remove.map((path) => path.replace(/^.*\//, "")));
  const steps = service.replayed.steps.filter(
    ({ revision: { id } }) => id !== step?.revision.id && !replaced.has(`${id}.json`),
  );
  const search = createSearch(step ? [...steps, step] : steps);
  const changed = new Map<string, Revision>();
  const problems: Diagnostic[] = [];
  for (const finding of accept.findings) {
    const found = search.find(finding);
    if (!found) {
      const data = { service: service.name, finding, ...search.suggest(finding) };
      problems.push(cliDiagnostics.create("unknown-finding", undefined, data));
      continue;
    }
    const { because, by } = accept;
    const revision = changed.get(found.id) ?? found;
    const accepted = { finding, because, ...(by === undefined ? {} : { by }), date: today };
    changed.set(found.id, withAccepted(revision, accepted));
  }
  if (problems.length > 0) return failedWith(problems);
  const own = step && changed.get(step.revision.id);
  const rewritten = new Map(
    [...changed.values()].map((revision) => [ledgerFile(service, revision).path, revision]),
  );
  const kept = files.filter(({ path }) => !rewritten.has(path));
  const lines = [...changed.values()].flatMap(({ id, accepted = [] }) =>
    accepted
      .filter(({ finding }) => accept.findings.includes(finding))
      .map(({ finding }) => line`${service.name}: finding ${finding} of ${id} is accepted`),
  );
  const plan: RecordPlan = {
    ...planned.value,
    ledger: [...kept, ...[...changed.values()].map((revision) => ledgerFile(service, revision))],
    ...(step && own ? { step: { ...step, revision: own } } : {}),
    lines: [...planned.value.lines, ...lines],
    isBuilt: step !== undefined,
  };
  return succeeded(
    plan,
    planned.diagnostics.filter(({ code }) => code !== "ledger/nothing-to-record"),
  );
}

/** The last acceptance of a finding takes the place of the one before. */
function withAccepted(revision: Revision, accepted: AcceptedFinding): Revision {
  const others = (revision.accepted ?? []).filter(({ finding }) => finding !== accepted.finding);
  const { seal: _, ...about } = revision; // it is of what the revision was
  return { ...about, accepted: [...others, accepted] };
}

/** Finds the revisions of findings, the last ones first. */
function createSearch(steps: readonly Step[]) {
  const looked: { readonly revision: Revision; readonly findings: readonly Finding[] }[] = [];
  const rest = steps.filter(({ revision }) => revision.before !== null);
  const has = (finding: string) => looked.find(({ findings }) => findings.some(({ id }) => id === finding));
  return {
    find(finding: string): Revision | undefined {
      let found = has(finding);
      for (let step = found ? undefined : rest.pop(); step; step = found ? undefined : rest.pop()) {
        looked.push({ revision: step.revision, findings: findFindings(step.before, step.after) });
        found = has(finding);
      }
      return found?.revision;
    },
    /** Called once all were looked at. */
    suggest(finding: string) {
      const ids = looked.flatMap(({ findings }) => findings.map(({ id }) => id));
      const [last] = looked;
      return {
        revision: last?.revision.id,
        similar: findSimilarIds(finding, ids),
        known: (last?.findings ?? []).map(({ id, rule }) => ({ id, rule })),
      };
    },
  };
}

/**
 * Returns a step that is made anew with what was accepted of it before and still is a finding of it, and what is reported
 * of the rest: it is not kept.
 */
export function keepAccepted(
  service: string,
  { step, old }: { readonly step: Step; readonly old: Pick<Revision, "accepted"> },
): { readonly step: Step; readonly diagnostics: readonly Diagnostic[] } {
  const { accepted: _, ...revision } = step.revision;
  if (!old.accepted) return { step: { ...step, revision }, diagnostics: [] };
  const isBaseline = revision.before === null;
  const ids = new Set(isBaseline ? [] : findFindings(step.before, step.after).map(({ id }) => id));
  const accepted = old.accepted.filter(({ finding }) => ids.has(finding));
  const dropped = old.accepted.filter(({ finding }) => !ids.has(finding));
  return {
    step: { ...step, revision: accepted.length === 0 ? revision : { ...revision, accepted } },
    diagnostics: dropped.map(({ finding, because }) => {
      const data = { service, finding, revision: revision.id, because };
      return cliDiagnostics.create("acceptance-dropped", undefined, data);
    }),
  };
}
