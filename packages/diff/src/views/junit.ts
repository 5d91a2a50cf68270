import {
  createPositionFinder,
  type FindPosition,
  isAtLeast,
  type JunitCase,
  type JunitOutcome,
  type JunitSuite,
  type Location,
  printJunit,
  type Severity,
  type SourceTexts,
} from "@shapelog/diagnostics";
import { shapeName } from "@shapelog/model";
import type { Comparison } from "../comparison.js";
import type { PolicyFinding } from "../policy/policy.js";
import { plainText } from "./code-spans.js";
import { counts, findingText, locateFinding, sortFindings, worseSeverity } from "./describe-finding.js";

export interface PrintJunitViewOptions {
  /** The least of a finding's worse severity that makes its case fail. Default: `error`. */
  readonly failOn?: Severity | "never";
  /** Turns places into lines and columns. */
  readonly sources?: SourceTexts;
}

/**
 * Returns comparisons as JUnit's XML: a suite for each, with a case that passes where the two models could be compared, and
 * one for each finding that is a warning at least. It fails where the finding is severe enough to make a run fail, is
 * skipped where the policy suppressed it or it reaches none of the reader's own operations, and passes else, with what it
 * says as output.
 */
export function printComparisonJunit(
  comparisons: readonly Comparison[],
  { failOn = "error", sources }: PrintJunitViewOptions = {},
): string {
  const findPosition = createPositionFinder(sources);
  return printJunit(
    "shapelog diff",
    comparisons.map((comparison) => createSuite(comparison, { failOn, findPosition })),
  );
}

interface CaseOptions {
  readonly failOn: Severity | "never";
  readonly findPosition: FindPosition;
}

function createSuite(comparison: Comparison, options: CaseOptions): JunitSuite {
  const { title, before, after } = comparison;
  const output = `${before.label} → ${after.label}`;
  const names = new Map<string, number>();
  const cases = sortFindings(comparison)
    .filter((finding) => isAtLeast(worseSeverity(finding), "warning"))
    .map((finding): JunitCase => {
      const name = nameFinding(finding);
      const known = (names.get(name) ?? 0) + 1;
      names.set(name, known);
      return {
        name: known === 1 ? name : `${name} (${known})`,
        ...judgeFinding(finding, comparison, options),
      };
    });
  return { name: title, cases: [{ name: "the models can be compared", output }, ...cases] };
}

/** The name of a case, by which runs are compared, has neither a path nor a line in it. */
function nameFinding({ rule, shape, member }: PolicyFinding): string {
  if (shape === "") return rule;
  return `${rule} ${shapeName(shape)}${member === undefined ? "" : `.${member}`}`;
}

function judgeFinding(
  finding: PolicyFinding,
  comparison: Comparison,
  { failOn, findPosition }: CaseOptions,
): Pick<JunitCase, "outcome" | "output"> {
  const severity = worseSeverity(finding);
  const text = `${findingText(finding, comparison)}${printPlace(locateFinding(finding, comparison), findPosition)}`;
  const outcome = (kind: JunitOutcome["kind"], message: string) => ({
    outcome: { kind, type: finding.rule, message, text },
  });
  if (!counts(finding, comparison)) {
    const { policy, accepted } = finding;
    const reason = accepted
      ? `Accepted: ${accepted.because}`
      : policy?.suppressed
        ? policy.reason
        : undefined;
    return outcome("skipped", reason ?? "Not in your operations; not counted.");
  }
  if (failOn === "never" || !isAtLeast(severity, failOn)) return { output: text };
  return outcome("failure", plainText(finding.message));
}

function printPlace(location: Location | undefined, findPosition: FindPosition): string {
  if (!location) return "";
  const position = findPosition(location);
  return `\nat ${location.file}${position ? `:${position.line}:${position.column}` : ""}`;
}
