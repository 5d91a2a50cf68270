import {
  type Bump,
  type BumpScope,
  bumpSentence,
  compareModels,
  createEntries,
  describeBump,
  type Entry,
  type Finding,
  inlineMarkdown,
  isAtLeastBump,
  withBumpScope,
} from "@shapelog/diff";
import type { Step } from "@shapelog/ledger";

/** The release that revisions ask for. */
export interface AskedRelease {
  readonly bump: Bump;
  /** One sentence of Markdown: "Release: major, because …". */
  readonly sentence: string;
}

/** A revision by itself: its entries, and the release that it asks for. */
export interface JudgedStep {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  readonly release: AskedRelease;
}

/** Returns what one revision means, and asks for. A baseline asks for what is new. */
export function judgeStep(step: Step, scope: BumpScope = "all"): JudgedStep {
  if (step.revision.before === null) return { entries: [], findings: [], release: BASELINE };
  const known = JUDGED.get(step);
  if (known?.scope === scope) return known.judged;
  const judged = judgeSpan([step], scope);
  JUDGED.set(step, { scope, judged });
  return judged;
}

/** A step is asked about by its facts, its changeset, its release and its notes. */
const JUDGED = new WeakMap<Step, { readonly scope: BumpScope; readonly judged: JudgedStep }>();

const BASELINE: AskedRelease = { bump: "minor", sentence: "Release: minor, because the record starts here." };
const NOTHING: AskedRelease = { bump: "patch", sentence: "Release: patch, because what changed is undone." };

/**
 * Returns the release that the chosen revisions of a ledger ask for together. Those that follow each other in the ledger are one change: what
 * one does and the next takes back breaks nobody. A patch is the least, as it takes a release to tell of them.
 */
export function decideRelease(
  steps: readonly Step[],
  { chosen, scope = "all" }: { readonly chosen: ReadonlySet<string>; readonly scope?: BumpScope | undefined },
): AskedRelease {
  let release = NOTHING;
  for (const span of findSpans(steps, chosen)) {
    const asked = judgeAny(span, scope);
    if (release === NOTHING || !isAtLeastBump(release.bump, asked.bump)) release = asked;
  }
  return release;
}

function judgeAny(span: readonly Step[], scope: BumpScope): AskedRelease {
  const [first, ...others] = span;
  if (first?.revision.before === null) return BASELINE;
  return (first && others.length === 0 ? judgeStep(first, scope) : judgeSpan(span, scope)).release;
}

function findSpans(steps: readonly Step[], chosen: ReadonlySet<string>): Step[][] {
  const spans: Step[][] = [];
  let span: Step[] | undefined;
  for (const step of steps) {
    if (!chosen.has(step.revision.id)) {
      span = undefined;
      continue;
    }
    if (!span) {
      span = [];
      spans.push(span);
    }
    span.push(step);
  }
  return spans;
}

function judgeSpan(span: readonly Step[], scope: BumpScope): JudgedStep {
  const [first, last] = [span[0], span.at(-1)];
  if (!first || !last) return { entries: [], findings: [], release: NOTHING };
  const compared = compareModels(
    { label: "before", model: first.before },
    { label: "after", model: last.after },
  );
  const comparison = withBumpScope(compared, scope);
  const reason = describeBump(comparison);
  const release = reason
    ? { bump: reason.bump, sentence: bumpSentence({ ...reason, because: inlineMarkdown(reason.because) }) }
    : NOTHING;
  return { entries: createEntries(comparison), findings: comparison.findings, release };
}
