import type { Location, Severity, SourceTexts } from "@shapelog/diagnostics";
import { memberId } from "@shapelog/model";
import type { Comparison } from "../comparison.js";
import type { PolicyFinding } from "../policy/policy.js";
import { counts, findingText, locateFinding, sortFindings, worseSeverity } from "./describe-finding.js";
import { createPositionFinder, type FindPosition } from "./find-positions.js";
import { ruleWords } from "./group-entries.js";

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  danger: "error",
  warning: "warning",
  note: "note",
};

export interface PrintSarifViewOptions {
  /** Turns places into lines and columns. */
  readonly sources?: SourceTexts;
  /** The tool's version, where the caller wants it in the log. */
  readonly version?: string;
}

/**
 * Returns a comparison as a SARIF 2.1.0 log (OASIS sarif-v2.1.0, sections 3.13 to 3.35): one result for each finding,
 * those the policy suppressed with `suppressions` and the reason.
 */
export function printComparisonSarif(comparison: Comparison, options: PrintSarifViewOptions = {}): string {
  const findings = sortFindings(comparison);
  const findPosition = createPositionFinder(options.sources);
  const ids = [...new Set(findings.map((finding) => finding.rule))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "shapelog",
            ...(options.version === undefined ? {} : { version: options.version }),
            informationUri: "https://github.com/shapelog/shapelog",
            rules: ids.map((id) => ({ id, shortDescription: { text: ruleWords(id) } })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => createResult(finding, ids, comparison, findPosition)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function createResult(
  finding: PolicyFinding,
  ids: readonly string[],
  comparison: Comparison,
  findPosition: FindPosition,
): object {
  const location = locateFinding(finding, comparison);
  const { rule, shape, member, direction, wire, source, verdict, operations, policy } = finding;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: counts(finding, comparison) || policy?.suppressed ? LEVELS[worseSeverity(finding)] : "none",
    ...(counts(finding, comparison) || policy?.suppressed ? {} : { kind: "informational" }),
    message: { text: findingText(finding, comparison) },
    ...(shape === "" ? {} : { locations: [createLocation(shape, member, location, findPosition)] }),
    ...(policy?.suppressed
      ? { suppressions: [{ kind: "external", status: "accepted", justification: policy.reason }] }
      : {}),
    properties: {
      ...(direction === undefined ? {} : { direction }),
      ...{ wire, source, verdict, operations },
      paths: [...new Set(finding.positions.map((position) => position.path))],
      ...(policy === undefined ? {} : { policy }),
    },
  };
}

function createLocation(
  shape: string,
  member: string | undefined,
  location: Location | undefined,
  findPosition: FindPosition,
): object {
  const position = location && findPosition(location);
  const name = member === undefined ? shape : memberId(shape, member);
  const region = position && { startLine: position.line, startColumn: position.column };
  return {
    ...(location
      ? {
          physicalLocation: {
            artifactLocation: { uri: encodePath(location.file) },
            ...(region ? { region } : {}),
          },
        }
      : {}),
    logicalLocations: [
      { fullyQualifiedName: name, kind: member === undefined ? "type" : "member" },
      ...(location?.pointer ? [{ fullyQualifiedName: location.pointer, kind: "jsonPointer" }] : []),
    ],
  };
}

/** Returns a path as a URI reference (RFC 3986); lone surrogates, which no URI can hold, become U+FFFD. */
function encodePath(path: string): string {
  const text = path.replace(/\p{Surrogate}/gu, "\ufffd");
  const encoded = text.split("/").map(encodeURIComponent).join("/");
  return encoded.replace(/^([^/]*)%3A/, "./$1%3A");
}
