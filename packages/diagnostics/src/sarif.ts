import type { Location, Severity } from "./diagnostic.js";
import { stringifyJson } from "./escape-json.js";
import { createPositionFinder, type FindPosition, type SourceTexts } from "./position.js";
import { printable } from "./printable.js";
import { pageUri, type RulePage, summarizePage } from "./rule-page.js";

export type SarifLevel = "none" | "note" | "warning" | "error";

const LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  error: "error",
  danger: "error",
  warning: "warning",
  note: "note",
};

/** Returns the level that SARIF has for a severity (OASIS sarif-v2.1.0, section 3.27.10). */
export function sarifLevel(severity: Severity): SarifLevel {
  return LEVELS[severity];
}

/** One result of a log (section 3.27), before its place is worked out. */
export interface SarifResult {
  readonly rule: string;
  readonly level: SarifLevel;
  /** Default: what the standard has where it is left out, a failure. */
  readonly kind?: "informational";
  readonly message: string;
  readonly location?: Location | undefined;
  /** What the place is called in the model. Default: nothing. */
  readonly logical?: { readonly name: string; readonly kind: "type" | "member" };
  readonly related?: readonly { readonly message: string; readonly location: Location }[];
  /** What tells it from all others and stays when lines move, by a name that has a version (section 3.27.17). */
  readonly fingerprint: Readonly<{ name: `${string}/v${number}`; value: string }>;
  /** Why the result is suppressed, where it is: one reason for each who did. */
  readonly suppressions?: readonly string[];
  readonly properties: object;
}

export interface AssembleSarifOptions {
  readonly sources?: SourceTexts;
  /** The tool's version, where the caller wants it in the log. */
  readonly version?: string;
  /** Returns what a rule is about in a few words. Default: rules have none. */
  readonly describeRule?: (rule: string) => string;
  /** Returns what there is to read about a rule. Default: nothing. */
  readonly findPage?: ((rule: string) => RulePage | undefined) | undefined;
}

/** Returns results as the text of a SARIF log (OASIS sarif-v2.1.0, sections 3.13 to 3.35) with one run. */
export function assembleSarif(results: readonly SarifResult[], options: AssembleSarifOptions = {}): string {
  const { sources, version } = options;
  const findPosition = createPositionFinder(sources);
  const rules = [...new Set(results.map(({ rule }) => rule))].sort();
  const indexes = new Map(rules.map((rule, index) => [rule, index]));
  const driver = {
    name: "shapelog",
    ...(version === undefined ? {} : { version }),
    informationUri: "https://github.com/shapelog/shapelog",
    rules: rules.map((rule) => assembleRule(rule, options)),
  };
  const run = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    results: results.map((result) => assembleResult(result, indexes.get(result.rule), findPosition)),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${stringifyJson(log, 2)}\n`;
}

/** Returns a reporting descriptor (section 3.49). */
function assembleRule(rule: string, { describeRule, findPage }: AssembleSarifOptions): object {
  const page = findPage?.(rule);
  return {
    id: rule,
    ...(describeRule ? { shortDescription: { text: messageText(describeRule(rule)) } } : {}),
    ...(page
      ? {
          fullDescription: { text: summarizePage(page) },
          help: { text: page.text, markdown: page.text },
          helpUri: pageUri(page),
        }
      : {}),
  };
}

function assembleResult(
  result: SarifResult,
  ruleIndex: number | undefined,
  findPosition: FindPosition,
): object {
  const { rule, level, kind, message, location, logical, related = [], properties } = result;
  const { fingerprint, suppressions = [] } = result;
  return {
    ruleId: rule,
    ruleIndex,
    level,
    ...(kind === undefined ? {} : { kind }),
    message: { text: messageText(message) },
    ...(location || logical ? { locations: [assembleLocation(location, logical, findPosition)] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((each) => ({
            ...assembleLocation(each.location, undefined, findPosition),
            message: { text: messageText(each.message) },
          })),
        }),
    partialFingerprints: {
      // The name that GitHub's code scanning knows: what it makes of the line itself is one for all that stands there.
      primaryLocationLineHash: `${fingerprint.value}:1`,
      [fingerprint.name]: fingerprint.value,
    },
    ...(suppressions.length === 0
      ? {}
      : {
          suppressions: suppressions.map((justification) => {
            return { kind: "external", status: "accepted", justification };
          }),
        }),
    properties,
  };
}

/**
 * Returns a plain text message (section 3.11.3): no placeholder, whose braces are doubled where they are meant (section
 * 3.11.5), and no link, which stands in brackets right before parentheses (section 3.11.6).
 */
function messageText(text: string): string {
  return printable(text).replace(/[{}]/g, "$&$&").replaceAll("](", "] (");
}

function assembleLocation(
  location: Location | undefined,
  logical: SarifResult["logical"],
  findPosition: FindPosition,
): object {
  const position = location && findPosition(location);
  const region = position && { startLine: position.line, startColumn: position.column };
  const names = [
    ...(logical ? [{ fullyQualifiedName: logical.name, kind: logical.kind }] : []),
    ...(location?.pointer ? [{ fullyQualifiedName: location.pointer, kind: "jsonPointer" }] : []),
  ];
  return {
    ...(location
      ? {
          physicalLocation: {
            artifactLocation: { uri: encodePath(location.file) },
            ...(region ? { region } : {}),
          },
        }
      : {}),
    ...(names.length === 0 ? {} : { logicalLocations: names }),
  };
}

/** Returns a path as a URI reference (RFC 3986); lone surrogates, which no URI can hold, become U+FFFD. */
function encodePath(path: string): string {
  const text = path.replace(/\p{Surrogate}/gu, "\ufffd");
  const encoded = text.split("/").map(encodeURIComponent).join("/");
  return encoded.replace(/^([^/]*)%3A/, "./$1%3A");
}
