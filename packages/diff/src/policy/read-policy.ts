import {
  type Diagnostic,
  findSimilar,
  type Location,
  SEVERITIES,
  type Severity,
} from "@shapelog/diagnostics";
import { isBigNumber } from "@shapelog/model";
import { diffDiagnostics } from "../diagnostics.js";
import { BUILT_IN_POLICIES } from "./built-in-policies.js";
import { findRuleIds } from "./known-rules.js";
import { matchGlob } from "./match-glob.js";
import type { Policy, PolicyEntry, PolicySeverity } from "./policy.js";

/** Where a policy's value stands. */
export interface PolicySource {
  /** What the policy is called in views. */
  readonly name: string;
  /** The place of the value: a file, and a JSON Pointer where it is inside another document. */
  readonly location?: Location;
}

/** A policy, or nothing where the value has errors; and what was found on the way. */
export interface ReadPolicyResult {
  readonly policy: Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

type Report = (pointer: string, problem: string) => void;

/** Reads a policy from a JSON value. Every problem is reported at its place; a rule that is not known is one. */
export function readPolicy(value: unknown, source: PolicySource): ReadPolicyResult {
  const diagnostics: Diagnostic[] = [];
  const at = (pointer: string): Location | undefined =>
    source.location && { ...source.location, pointer: `${source.location.pointer ?? ""}${pointer}` };
  const report: Report = (pointer, problem) => {
    diagnostics.push(diffDiagnostics.create("bad-policy", at(pointer), { policy: source.name, problem }));
  };
  const entries = readEntries(value, report);
  for (const { entry, pointer } of entries) {
    if (entry.rule === undefined || findRuleIds().some((id) => matchGlob(entry.rule ?? "", id))) continue;
    const similar = findSimilar(entry.rule, findRuleIds());
    diagnostics.push(
      diffDiagnostics.create("unknown-rule", at(`${pointer}/rule`), { rule: entry.rule, similar }),
    );
  }
  if (diagnostics.length > 0) return { policy: undefined, diagnostics };
  const base = baseOf(value);
  return {
    policy: { name: source.name, entries: [...base, ...entries.map((placed) => placeEntry(placed, at))] },
    diagnostics,
  };
}

function baseOf(value: unknown): readonly PolicyEntry[] {
  const name = isRecord(value) ? value.extends : undefined;
  return typeof name === "string" ? (BUILT_IN_POLICIES.get(name)?.entries ?? []) : [];
}

interface PlacedEntry {
  readonly entry: PolicyEntry;
  readonly pointer: string;
}

function placeEntry(
  { entry, pointer }: PlacedEntry,
  at: (pointer: string) => Location | undefined,
): PolicyEntry {
  const location = at(pointer);
  return location ? { ...entry, location } : entry;
}

function readEntries(value: unknown, report: Report): PlacedEntry[] {
  if (!isRecord(value)) {
    report("", 'expected an object with "extends" and "rules"');
    return [];
  }
  checkKeys(value, ["$schema", "extends", "rules"], report);
  const { $schema, extends: base, rules = [] } = value;
  if ($schema !== undefined && typeof $schema !== "string") report("/$schema", "expected a text");
  if (base !== undefined && !(typeof base === "string" && BUILT_IN_POLICIES.has(base)))
    report("/extends", `expected one of ${[...BUILT_IN_POLICIES.keys()].join(", ")}`);
  if (!Array.isArray(rules)) {
    report("/rules", "expected a list");
    return [];
  }
  return rules.flatMap((rule: unknown, index) => readEntry(rule, `/rules/${index}`, report));
}

const SELECTORS = ["rule", "shape", "member", "operation"] as const;

function readEntry(value: unknown, pointer: string, report: Report): PlacedEntry[] {
  if (!isRecord(value)) {
    report(pointer, "expected an object");
    return [];
  }
  checkKeys(value, [...SELECTORS, "direction", "used", "severity", "suppress", "reason"], (inner, problem) =>
    report(pointer + inner, problem),
  );
  const selectors = Object.fromEntries(
    SELECTORS.flatMap((key) => {
      const text = value[key];
      if (text === undefined) return [];
      if (typeof text === "string" && text !== "") return [[key, text]];
      report(`${pointer}/${key}`, "expected a text");
      return [];
    }),
  );
  const direction = readDirection(value.direction, pointer, report);
  const used = readUsed(value.used, pointer, report);
  const { reason } = value;
  if (typeof reason !== "string" || reason.trim() === "") {
    report(reason === undefined ? pointer : `${pointer}/reason`, 'expected a "reason" that says why');
    return [];
  }
  const effect = readEffect(value, pointer, report);
  return effect ? [{ entry: { ...selectors, ...direction, ...used, reason, ...effect }, pointer }] : [];
}

function readDirection(value: unknown, pointer: string, report: Report): Pick<PolicyEntry, "direction"> {
  if (value === undefined) return {};
  if (value === "request" || value === "response") return { direction: value };
  report(`${pointer}/direction`, "expected request or response");
  return {};
}

function readUsed(value: unknown, pointer: string, report: Report): Pick<PolicyEntry, "used"> {
  if (value === undefined) return {};
  if (typeof value === "boolean") return { used: value };
  report(`${pointer}/used`, "expected true or false");
  return {};
}

function readEffect(
  value: Readonly<Record<string, unknown>>,
  pointer: string,
  report: Report,
): { readonly suppress: true } | { readonly severity: PolicySeverity } | undefined {
  const { severity, suppress } = value;
  if ((severity === undefined) === (suppress === undefined)) {
    report(pointer, 'expected either "severity" or "suppress": true');
    return undefined;
  }
  if (suppress !== undefined) {
    if (suppress === true) return { suppress };
    report(`${pointer}/suppress`, "expected true");
    return undefined;
  }
  const read = readSeverity(severity);
  if (!read)
    report(
      `${pointer}/severity`,
      `expected one of ${SEVERITIES.join(", ")}, or an object of wire and source`,
    );
  return read && { severity: read };
}

function readSeverity(value: unknown): PolicySeverity | undefined {
  if (isSeverity(value)) return value;
  if (!isRecord(value)) return undefined;
  const keys = Object.keys(value);
  if (keys.length === 0 || keys.some((key) => key !== "wire" && key !== "source")) return undefined;
  const { wire, source } = value;
  if ((wire !== undefined && !isSeverity(wire)) || (source !== undefined && !isSeverity(source)))
    return undefined;
  return { ...(wire === undefined ? {} : { wire }), ...(source === undefined ? {} : { source }) };
}

function isSeverity(value: unknown): value is Severity {
  return SEVERITIES.some((severity) => severity === value);
}

function checkKeys(value: Readonly<Record<string, unknown>>, known: readonly string[], report: Report): void {
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const [similar] = findSimilar(key, known);
    const hint = similar === undefined ? `expected ${known.join(", ")}` : `did you mean ${similar}?`;
    report(`/${escapePointer(key)}`, `"${key}" is not known; ${hint}`);
  }
}

function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isBigNumber(value);
}
