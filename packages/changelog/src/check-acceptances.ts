import { type Diagnostic, findSimilar } from "@shapelog/diagnostics";
import { compareModels, type Finding, sortWorstFirst } from "@shapelog/diff";
import type { Step } from "@shapelog/ledger";
import type { Model, SourceText } from "@shapelog/model";
import { findAcceptComments } from "./accept-comments.js";
import { changelogDiagnostics } from "./diagnostics.js";
import { type AcceptanceSources, findAcceptances, type PlacedAcceptance } from "./find-acceptances.js";
import { findFactsBlocks } from "./find-facts-blocks.js";

export interface CheckAcceptancesOptions extends AcceptanceSources {
  /** The ledger's steps, as `replay` returns them. */
  readonly steps: readonly Step[];
  /** The service's model as it is now. */
  readonly model: Model;
  /** The names of all services of the configuration; the first one tells of what is nobody's. Default: this one's. */
  readonly services?: readonly string[];
}

/**
 * Holds what was accepted of a service's findings against these: each acceptance is of a finding that is there and has a
 * reason, and no two of one finding have different reasons.
 */
export function checkAcceptances(options: CheckAcceptancesOptions): Diagnostic[] {
  const { acceptances, diagnostics } = findAcceptances(options);
  const findKnown = createFindKnown(options);
  return [
    ...diagnostics,
    ...checkServices(options),
    ...acceptances.flatMap((acceptance) => checkOne(acceptance, options, findKnown)),
    ...checkReasons(acceptances, options.ledger.service),
  ];
}

function checkOne(
  acceptance: PlacedAcceptance,
  { ledger: { service } }: CheckAcceptancesOptions,
  findKnown: (revisions: readonly string[]) => readonly Finding[],
): Diagnostic[] {
  const { finding, because, revisions, location } = acceptance;
  const found: Diagnostic[] = [];
  if (because.trim() === "")
    found.push(changelogDiagnostics.create("acceptance-without-reason", location, { service, finding }));
  const known = findKnown(revisions);
  if (known.some(({ id }) => id === finding)) return found;
  const ids = known.map(({ id }) => id);
  const data = {
    ...{ service, finding, revisions, similar: findSimilarIds(finding, ids) },
    known: known.map(({ id, rule, message }) => ({ id, rule, message })),
  };
  return [...found, changelogDiagnostics.create("unmatched-acceptance", location, data)];
}

/**
 * Returns the ids that somebody may have meant: those that begin so, or else those that look alike.
 *
 * @internal
 */
export function findSimilarIds(finding: string, ids: readonly string[]): readonly string[] {
  const begun = finding.length < 4 ? [] : ids.filter((id) => id.startsWith(finding.toLowerCase()));
  return begun.length > 0 ? begun.slice(0, 3) : findSimilar(finding, [...ids]);
}

/** Returns a function that gives the findings of revisions, or, of none, those of what is not recorded, worst first. */
function createFindKnown({ steps, model }: CheckAcceptancesOptions) {
  const known = new Map<string, readonly Finding[]>();
  const findBetween = (key: string, before: Model, after: Model) => {
    const found = known.get(key) ?? findFindings(before, after);
    known.set(key, found);
    return found;
  };
  return (revisions: readonly string[]): readonly Finding[] => {
    if (revisions.length === 0) {
      const last = steps.at(-1);
      return last ? findBetween("", last.after, model) : [];
    }
    const own = steps.filter(({ revision }) => revision.before !== null && revisions.includes(revision.id));
    const [first, last] = [own[0], own.at(-1)];
    const whole =
      first && last && first !== last ? findBetween(revisions.join(" "), first.before, last.after) : [];
    const all = own.flatMap(({ revision, before, after }) => findBetween(revision.id, before, after));
    return sortWorstFirst([...new Map([...all, ...whole].map((each) => [each.id, each])).values()]);
  };
}

/**
 * Returns the findings of a comparison, worst first.
 *
 * @internal
 */
export function findFindings(before: Model, after: Model): readonly Finding[] {
  const { findings } = compareModels({ label: "before", model: before }, { label: "after", model: after });
  return sortWorstFirst(findings);
}

function checkReasons(acceptances: readonly PlacedAcceptance[], service: string): Diagnostic[] {
  const first = new Map<string, PlacedAcceptance>();
  return acceptances.flatMap((acceptance) => {
    const { finding, because, location, revisions } = acceptance;
    const known = [...revisions, ...(revisions.length === 0 ? [""] : [])].flatMap((revision) => {
      const key = `${finding} ${revision}`;
      const other = first.get(key);
      if (!other) first.set(key, acceptance);
      return other && other.because.trim() !== because.trim() ? [other] : [];
    })[0];
    if (!known) return [];
    const data = { service, finding, first: known.because, second: because };
    const related = [{ message: "The first stands here.", location: known.location }];
    return [changelogDiagnostics.create("two-reasons", location, data, related)];
  });
}

/** Reports comments that name a service which is none, once: where its own facts stand, or else for the first service. */
function checkServices({
  ledger,
  changelog,
  changesets,
  services = [ledger.service],
}: CheckAcceptancesOptions) {
  const known = new Set(services);
  return [changelog, ...changesets].flatMap((source): Diagnostic[] => {
    if (!isToldBy(source, ledger.service, services)) return [];
    return findAcceptComments(source).comments.flatMap(({ service, location }) =>
      known.has(service)
        ? []
        : [
            changelogDiagnostics.create("bad-acceptance", location, {
              reason: `no service is called "${service}"; expected ${services.slice(0, 5).join(", ")}`,
            }),
          ],
    );
  });
}

function isToldBy(source: SourceText, service: string, services: readonly string[]): boolean {
  const told = findFactsBlocks(source).blocks.map((block) => block.service);
  const teller = told.find((each) => services.includes(each)) ?? services[0];
  return teller === service;
}
