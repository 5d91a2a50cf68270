import { resolve } from "node:path";
import { type ChangesetBump, findChangesetBump } from "@shapelog/changelog";
import type { Diagnostic } from "@shapelog/diagnostics";
import {
  bumpSentence,
  type Comparison,
  compareModels,
  describeBump,
  inlineMarkdown,
  type Policy,
  withAccepted,
  withBumpScope,
  withPolicy,
} from "@shapelog/diff";
import type { Checked, CheckRun } from "../check/check-run.js";
import { checkOne } from "../commands/check.js";
import type { ServiceConfig } from "../config-file.js";
import { displayPath } from "../files/display-path.js";
import { findAcceptedBetween } from "../find-accepted.js";
import { resolveInputs } from "../inputs/resolve-inputs.js";
import { type Outcome, succeeded } from "../outcome.js";
import { withoutValidationMetadata } from "../validation-metadata.js";
import { type Commit, gitInput } from "./commit-files.js";
import type { ServicePair } from "./pair-services.js";
import type { AskedFor, PendingRelease, ReviewedService, ServiceState } from "./review.js";

export interface ReviewServiceOptions {
  readonly commit: Commit;
  readonly policy: Policy;
  readonly run: CheckRun;
}

/** A service with what `check` knows of it, where it is there now. */
export interface CheckedPair {
  readonly reviewed: ReviewedService;
  readonly checked?: Checked;
}

const NEW: AskedFor = { bump: "minor", sentence: "Release: minor, because the service is new." };

/** Compares a service with what it was, and checks it. */
export async function reviewService(pair: ServicePair, options: ReviewServiceOptions): Promise<CheckedPair> {
  const { name, formerName, before, after } = pair;
  if (!after) return { reviewed: { name, state: "removed", problems: [], diagnostics: [] } };
  const checked = await checkOne(options.run, [name, after]);
  const { loaded } = checked;
  const compared =
    before === undefined ? undefined : await compareSides({ name, before, after, loaded }, options);
  const told = new Set(checked.found.diagnostics.map(identify));
  // What is met on the way of a base that can be read is nothing that the change did.
  const problems = compared?.ok
    ? []
    : (compared?.diagnostics ?? []).filter((each) => !told.has(identify(each)));
  const comparison = compared?.ok ? compared.value : undefined;
  return {
    checked,
    reviewed: {
      name,
      formerName,
      state: findState(compared, checked),
      comparison,
      release: before === undefined ? NEW : comparison && askedFor(comparison),
      changesets: findPending(after, checked),
      problems,
      diagnostics: checked.found.diagnostics,
    },
  };
}

function findState(compared: Outcome<Comparison> | undefined, { loaded }: Checked): ServiceState {
  if (!compared) return loaded ? "new" : "unreadable";
  if (!compared.ok) return "unreadable";
  return compared.value.changes.length === 0 ? "unchanged" : "changed";
}

async function compareSides(
  {
    name,
    before,
    after,
    loaded,
  }: Required<Pick<ServicePair, "name" | "before" | "after">> & Pick<Checked, "loaded">,
  { commit, policy, run }: ReviewServiceOptions,
): Promise<Outcome<Comparison>> {
  const { terminal, config, progress } = run;
  const inputs = {
    before: gitInput(commit, before),
    after: displayPath(terminal.cwd, resolve(config.root, after.model)),
  };
  const sides = await resolveInputs(terminal, inputs, () => progress.step(`${name}: reading`));
  if (!sides.ok) return sides;
  progress.step(`${name}: comparing`);
  const [old, now] = [sides.value.before, sides.value.after].map((side) => ({
    ...side,
    model: withoutValidationMetadata(side.model),
  }));
  if (!old || !now) throw new TypeError("two sides are read");
  const scoped = withBumpScope(compareModels(old, now), after.bump ?? "all");
  const accepted = loaded ? findAcceptedBetween(loaded, { before: old, after: now }) : [];
  return succeeded(withAccepted(withPolicy(scoped, policy), accepted), sides.diagnostics);
}

function askedFor(comparison: Comparison): AskedFor | undefined {
  const reason = describeBump(comparison);
  if (!reason) return undefined;
  const { bump, because } = reason;
  return { bump, sentence: bumpSentence({ ...reason, because: inlineMarkdown(because) }, "**") };
}

const BUMPS: readonly ChangesetBump[] = ["none", "patch", "minor", "major"];

function findPending({ package: its }: ServiceConfig, { loaded }: Checked): PendingRelease | undefined {
  if (!its || !loaded) return undefined;
  const asked = loaded.changesets.map(({ text }) => findChangesetBump(text, its.name));
  return { packageName: its.name, bump: BUMPS.findLast((bump) => asked.includes(bump)) };
}

/** What is reported of a file that both look at is told once. */
function identify({ code, message, location }: Diagnostic): string {
  return JSON.stringify([code, message, location]);
}
