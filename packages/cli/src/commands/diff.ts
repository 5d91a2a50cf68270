import { type Diagnostic, isAtLeast } from "@shapelog/diagnostics";
import {
  type Comparison,
  type ComparisonSide,
  compareModels,
  countedFindings,
  findMovedNamespace,
  findUnknownTargets,
  type Policy,
  withAccepted,
  withBumpScope,
  withPolicy,
} from "@shapelog/diff";
import { findServices } from "@shapelog/model";
import { cliDiagnostics } from "../diagnostics.js";
import type { DiffView } from "../diff-views.js";
import { findAccepted } from "../find-accepted.js";
import { findBumpScope } from "../find-bump-scope.js";
import { findPolicy } from "../find-policy.js";
import { listCompared, type NamedPair } from "../inputs/list-compared.js";
import { resolveInputs } from "../inputs/resolve-inputs.js";
import { markOwn } from "../mark-own.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { printed } from "../printed.js";
import { type Progress, startProgress } from "../progress.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { applyTraffic, type UsedComparison } from "../traffic/apply-traffic.js";
import { withoutValidationMetadata } from "../validation-metadata.js";
import { refuse, report } from "./context.js";
import type { DiffOptions } from "./diff-options.js";
import { printComparisons } from "./print-comparisons.js";

/** What is compared: two inputs, one and the model that its service has now, or none. */
export interface DiffInputs {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/**
 * `shapelog diff [BEFORE] [AFTER]`: what changed between two models, and what it means. Without inputs it is what every
 * service's model has that is not recorded yet.
 */
export async function diff(terminal: Terminal, inputs: DiffInputs, options: DiffOptions): Promise<ExitCode> {
  const view = options.view ?? options.format ?? "text";
  const misuse = checkOptions(view, options);
  if (misuse) return refuse(terminal, [misuse]);
  const pairs = await listCompared(terminal.cwd, { ...inputs, service: options.service });
  if (!pairs.ok) return refuse(terminal, pairs.diagnostics);
  if (view === "aws" && pairs.value.length > 1) {
    const reason = "it is a page about one service; name it with --service";
    return refuse(terminal, [
      cliDiagnostics.create("bad-option", undefined, { option: "--view aws", reason }),
    ]);
  }
  const policy = await findPolicy(terminal.cwd, options.policy);
  if (!policy.ok) return refuse(terminal, policy.diagnostics);
  const progress = startProgress(terminal);
  const compared: ComparedPair[] = [];
  const notes: Diagnostic[] = [];
  let hasFailed = false;
  for (const pair of pairs.value) {
    const one = await compareOne(terminal, pair, { options, progress });
    if (one.ok) compared.push(one.value);
    else hasFailed = true;
    for (const each of one.diagnostics) notes.push(each);
  }
  if (options.traffic) progress.step("reading traffic");
  const weighed = await weigh(terminal, compared, options);
  progress.end();
  if (!weighed.ok) return refuse(terminal, [...notes, ...weighed.diagnostics]);
  for (const each of weighed.diagnostics) notes.push(each);
  const found: Comparison[] = [];
  for (const one of weighed.value) {
    const judged = await judgeOne(terminal, one, { options, policy: policy.value });
    if (judged.ok) found.push(judged.value);
    else hasFailed = true;
    for (const each of judged.diagnostics) notes.push(each);
  }
  if (hasFailed && found.length === 0) return refuse(terminal, notes);
  const { text, diagnostics } = await printComparisons(terminal, found, {
    ...options,
    view,
    isOne: pairs.value.length === 1,
  });
  report(terminal, [...notes, ...diagnostics]);
  terminal.out(printed(text), { annotations: view === "github" });
  return hasFailed ? EXIT.usage : exitOf(found, options.failOn);
}

function exitOf(comparisons: readonly Comparison[], failOn: DiffOptions["failOn"]): ExitCode {
  if (failOn === "never") return EXIT.ok;
  const severities = comparisons
    .flatMap((comparison) => [...countedFindings(comparison)])
    .flatMap(({ wire, source }) => [wire, source]);
  return severities.some((severity) => isAtLeast(severity, failOn)) ? EXIT.findings : EXIT.ok;
}

/** Two models and what differs, as the rules have it. */
interface ComparedPair extends UsedComparison {
  readonly pair: NamedPair;
}

async function compareOne(
  terminal: Terminal,
  pair: NamedPair,
  { options, progress }: { readonly options: DiffOptions; readonly progress: Progress },
): Promise<Outcome<ComparedPair>> {
  const sides = await resolveInputs(terminal, pair, (input) => progress.step(`reading ${input}`));
  if (!sides.ok) return sides;
  // What is not recorded of a model is no change of it.
  const left = pair.service === undefined ? sides.value.before : asRecorded(sides.value.before);
  const right = pair.service === undefined ? sides.value.after : asRecorded(sides.value.after);
  const strangers = options.force ? undefined : findDifferentServices(left, right);
  if (strangers) return failed(strangers);
  progress.step(`comparing ${pair.service ?? ""}`);
  const found = compareModels(left, right);
  if (options.witness) progress.step("looking for witnesses");
  const scoped = withBumpScope(found, await findBumpScope(terminal.cwd, [pair.after, pair.before]));
  const comparison = options.witness ? await withWitnesses(scoped) : scoped;
  return succeeded({ pair, comparison }, sides.diagnostics);
}

/** Traffic is read once for all. */
async function weigh(
  terminal: Terminal,
  compared: readonly ComparedPair[],
  { traffic = [] }: DiffOptions,
): Promise<Outcome<readonly ComparedPair[]>> {
  const comparisons = compared.map(({ comparison }) => comparison);
  const weighed = await applyTraffic(terminal, comparisons, traffic);
  if (!weighed.ok) return weighed;
  return succeeded(
    compared.map((one, index) => ({ ...one, ...weighed.value[index] })),
    weighed.diagnostics,
  );
}

/** Says what a policy makes of findings, which were accepted, and which are the reader's own. */
async function judgeOne(
  terminal: Terminal,
  { pair, ...one }: ComparedPair,
  { options, policy }: { readonly options: DiffOptions; readonly policy: Policy },
): Promise<Outcome<Comparison>> {
  const { before, after } = one.comparison;
  const accepted = await findAccepted(terminal.cwd, pair, { before, after });
  if (!accepted.ok) return accepted;
  const judged = withAccepted(withPolicy(one.comparison, policy), accepted.value);
  const own = markOwn([{ ...one, comparison: judged }], options.operations);
  if (!own.ok) return own;
  const [comparison = judged] = own.value;
  const idle = findUnknownTargets(policy, [before.model, after.model]);
  return succeeded(comparison, [...accepted.diagnostics, ...idle]);
}

function asRecorded(side: ComparisonSide): ComparisonSide {
  return { ...side, model: withoutValidationMetadata(side.model) };
}

/** Loaded where it is asked for: it brings emitters and a compiler. */
async function withWitnesses(comparison: Comparison): Promise<Comparison> {
  const { findWitnesses } = await import("@shapelog/witness");
  const { before, after, findings } = comparison;
  return {
    ...comparison,
    findings: await findWitnesses(findings, { before: before.model, after: after.model }),
  };
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function checkOptions(
  view: DiffView,
  { format, date, title, note, witness, ids }: DiffOptions,
): Diagnostic | undefined {
  const refused = (option: string, reason: string) =>
    cliDiagnostics.create("bad-option", undefined, { option, reason });
  if (format !== undefined && format !== view && view !== "aws" && view !== "smithy")
    return refused(`--format ${format}`, `--view ${view} has one format; aws and smithy have two`);
  if (witness && (view === "aws" || view === "smithy"))
    return refused("--witness", `--view ${view} prints what another tool prints`);
  if (ids && view !== "text") return refused("--ids", "it is for --view text; the other views have them");
  if (view !== "aws") {
    const [extra] = Object.entries({ title, date, note }).filter(([, value]) => value !== undefined);
    if (extra) return refused(`--${extra[0]}`, "it is for --view aws");
  }
  if (date !== undefined && !DAY.test(date)) return refused("--date", "expected a day as YYYY-MM-DD");
  return undefined;
}

/** Models of two services share but few names by accident. */
const FEW_SHARED = 0.2;

function findDifferentServices(before: ComparisonSide, after: ComparisonSide): Diagnostic | undefined {
  const [old, now] = [findServices(before.model), findServices(after.model)].map((services) =>
    services.map((service) => service.id),
  );
  const [first, second] = [old?.[0], now?.[0]];
  if (first === undefined || second === undefined || old?.some((id) => now?.includes(id))) return undefined;
  if (findMovedNamespace({ before: before.model, after: after.model })) return undefined;
  const shared = [...before.model.shapes.keys()].filter((id) => after.model.shapes.has(id)).length;
  const smaller = Math.min(before.model.shapes.size, after.model.shapes.size);
  if (shared >= smaller * FEW_SHARED) return undefined;
  const data = { before: first, after: second, shared, of: smaller };
  return cliDiagnostics.create("different-services", undefined, data);
}
