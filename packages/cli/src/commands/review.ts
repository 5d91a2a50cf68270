import type { Severity } from "@shapelog/diagnostics";
import { VERDICTS } from "@shapelog/diff";
import type { SourceText } from "@shapelog/model";
import type { Checked, CheckRun } from "../check/check-run.js";
import { findConfig, selectServices } from "../config.js";
import type { Config, ServiceConfig } from "../config-file.js";
import { keepText } from "../files/kept-texts.js";
import { readText } from "../files/read-text.js";
import { readConfigPolicy } from "../find-policy.js";
import { explainGitError, isGitError } from "../git/explain-error.js";
import { openRepository } from "../git/repository.js";
import { runGit } from "../git/start-git.js";
import { failed, type Outcome, succeeded } from "../outcome.js";
import { printed } from "../printed.js";
import { startProgress } from "../progress.js";
import type { Commit } from "../review/commit-files.js";
import { findBase, type ReviewBase } from "../review/find-base.js";
import { type PairedServices, pairServices } from "../review/pair-services.js";
import { printReview } from "../review/print-review.js";
import { exitOfReview, findVerdict, type Review, type ReviewedService } from "../review/review.js";
import type { ReviewFormat } from "../review/review-formats.js";
import { reviewService } from "../review/review-service.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { checkWhole } from "./check.js";

export interface ReviewOptions {
  /** A branch or commit. Default: as {@link findBase} says. */
  readonly base?: string;
  readonly service?: string;
  readonly format: ReviewFormat;
  readonly failOn: Severity | "never";
  /** A file with the title and the description of a pull request. */
  readonly pullRequestText?: string;
  /** The most bytes of Markdown. */
  readonly limit: number;
}

/**
 * `shapelog review`: what changed in every service since the branch that the change is meant for, and what `check` finds.
 * What keeps it from looking is told in the report as well, since the report is what reviewers see.
 */
export async function review(terminal: Terminal, options: ReviewOptions): Promise<ExitCode> {
  const made = await makeReview(terminal, options);
  const exit = exitOfReview(made, options.failOn);
  const text = await printReview(terminal, made, { ...options, exit });
  terminal.out(printed(text), { annotations: options.format === "github" });
  return exit;
}

async function makeReview(terminal: Terminal, options: ReviewOptions): Promise<Review> {
  const prepared = await prepare(terminal, options);
  if (!prepared.ok) return refuseReview(prepared.diagnostics);
  const { commit, base, config, selected, texts, ...places } = prepared.value;
  const isWhole = options.service === undefined;
  const paired = await pairQuietly(commit, {
    ...{ config, selected, isWhole },
    folder: places.folder === "" ? "" : `${places.folder}/`,
  });
  if (!paired.ok) return refuseReview(paired.diagnostics, places);
  const policy = await readConfigPolicy(terminal.cwd, config);
  if (!policy.ok) return refuseReview(policy.diagnostics, places);
  const progress = startProgress(terminal);
  const run: CheckRun = { terminal, options: { verbose: false }, config, memory: undefined, progress, texts };
  const services: ReviewedService[] = [];
  const checked: Checked[] = [];
  for (const pair of paired.value.pairs) {
    const one = await reviewService(pair, { commit, policy: policy.value, run });
    services.push(one.reviewed);
    if (one.checked) checked.push(one.checked);
  }
  const whole = await checkWhole(run, checked);
  progress.end();
  const diagnostics = [...paired.value.problems, ...whole];
  return { base, ...places, services: sortWorst(services), diagnostics };
}

function refuseReview(
  diagnostics: Review["diagnostics"],
  places: Pick<Review, "folder" | "shownFrom"> = { folder: "", shownFrom: "" },
): Review {
  return { ...places, services: [], diagnostics };
}

/** What there is to review. */
interface Prepared {
  readonly commit: Commit;
  readonly base: ReviewBase;
  readonly folder: string;
  readonly shownFrom: string;
  readonly config: Config;
  readonly selected: readonly (readonly [string, ServiceConfig])[];
  readonly texts: readonly SourceText[];
}

async function prepare(terminal: Terminal, options: ReviewOptions): Promise<Outcome<Prepared>> {
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return config;
  const selected = selectServices(config.value, options.service);
  if (!selected.ok) return selected;
  const texts = await readTexts(terminal, options.pullRequestText);
  if (!texts.ok) return texts;
  const repository = openRepository(config.value.root, config.value.file);
  if (!repository.ok) return repository;
  const { environment } = terminal;
  const base = await findBase(repository.value, {
    base: options.base,
    ...(environment ? { environment } : {}),
  });
  if (!base.ok) return base;
  const place = async (folder: string) =>
    (await runGit({ ...repository.value, folder }, ["rev-parse", "--show-prefix"])).replace(/\n$/, "");
  return succeeded({
    commit: { terminal, repository: repository.value, id: base.value.commit },
    base: base.value,
    folder: (await place(config.value.root)).replace(/\/$/, ""),
    shownFrom: await place(terminal.cwd),
    config: config.value,
    selected: selected.value,
    texts: texts.value,
  });
}

async function readTexts(
  terminal: Terminal,
  path: string | undefined,
): Promise<Outcome<readonly SourceText[]>> {
  if (path === undefined) return succeeded([]);
  const text = await readText(terminal.cwd, path);
  return text.ok ? succeeded([keepText(terminal, text.value)]) : text;
}

async function pairQuietly(
  commit: Commit,
  options: Parameters<typeof pairServices>[1],
): Promise<Outcome<PairedServices>> {
  try {
    return succeeded(await pairServices(commit, options));
  } catch (error) {
    if (!isGitError(error)) throw error;
    return failed(explainGitError(error, `commit ${commit.id}`));
  }
}

/** Those that could not be read come first, then those with the worst verdict; others stay in their order. */
function sortWorst(services: readonly ReviewedService[]): readonly ReviewedService[] {
  const rank = (service: ReviewedService) => {
    const verdict = findVerdict([service]);
    if (service.state === "unreadable") return -1;
    return verdict === undefined ? VERDICTS.length : VERDICTS.indexOf(verdict);
  };
  return services.toSorted((a, b) => rank(a) - rank(b));
}
