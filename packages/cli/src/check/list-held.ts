import { type Diagnostic, hasSeverity } from "@shapelog/diagnostics";
import type { TestSuite } from "../commands/context.js";
import { findDeprecationRule } from "../config.js";
import type { Config, ServiceConfig } from "../config-file.js";

/** One of the things that `check` holds of a service. */
interface Held {
  readonly name: string;
  /** Whether a diagnostic is about it, by its code. */
  readonly isOf: RegExp;
  /** Whether there is such a thing for a service. Default: for all. */
  readonly isAsked?: (config: Config, service: ServiceConfig, impact: boolean) => boolean;
}

const MODEL = "the model is valid";
const LEDGER = "the ledger replays";
const RECORDED = "the model is recorded";
const REMOVED = "what is removed was deprecated before";
const CHANGELOG = "the changelog, changesets and versions are true";
const PACKAGE = "the package is what the model makes";

const CONSUMERS = "programs compile with the package";

const hasPackage = (_: Config, { package: its }: ServiceConfig) => its !== undefined;

/** The first that fits is what a diagnostic is about; those of Smithy's events and of readers are about the model. */
const HELD: readonly Held[] = [
  { name: LEDGER, isOf: /^(?:ledger|changes)\/|^cli\/renamed-service$/ },
  { name: RECORDED, isOf: /^changelog\/unrecorded-change$/ },
  {
    name: REMOVED,
    isOf: /^changelog\/(?:undeprecated|early|past)-removal$/,
    isAsked: (config, service) => findDeprecationRule(config, service) !== undefined,
  },
  { name: CHANGELOG, isOf: /^changelog\//, isAsked: hasPackage },
  {
    name: PACKAGE,
    isOf: /^(?:emit|openapi|types|validators|schemas)\/|^cli\/(?:stale|missing|extra|edited|package)-|^cli\/(?:kept|no-service|several-services)/,
    isAsked: hasPackage,
  },
  {
    name: CONSUMERS,
    isOf: /^impact\/|^cli\/(?:unresolved-package|no-programs|no-tsconfig|bad-tsconfig)$/,
    isAsked: (_config, _service, impact) => impact,
  },
  { name: MODEL, isOf: /./ },
];

/** The order in which they are told: causes before what follows from them. */
const TOLD = [...HELD.slice(-1), ...HELD.slice(0, -1)];

/** What is not looked at after errors of what comes before it. */
const AFTER: ReadonlyMap<string, readonly string[]> = new Map([
  [MODEL, [RECORDED, PACKAGE, CONSUMERS]],
  [LEDGER, [RECORDED, REMOVED, CHANGELOG, CONSUMERS]],
]);

export interface ListHeldOptions {
  readonly config: Config;
  readonly service: ServiceConfig;
  /** Whether all of it could be read. */
  readonly isRead: boolean;
  /** Whether programs that use the package are looked at. */
  readonly impact: boolean;
}

/** Returns what `check` holds of a service, each with what was found of it, and what was not looked at. */
export function listHeld(
  diagnostics: readonly Diagnostic[],
  { config, service, isRead, impact }: ListHeldOptions,
): Omit<TestSuite, "name"> {
  const held = new Map<string, Diagnostic[]>();
  for (const { name, isAsked } of TOLD) if (isAsked?.(config, service, impact) ?? true) held.set(name, []);
  for (const diagnostic of diagnostics) {
    const of = HELD.find(({ isOf }) => isOf.test(diagnostic.code));
    if (of) held.set(of.name, [...(held.get(of.name) ?? []), diagnostic]);
  }
  const failed = [...AFTER].filter(([name]) => hasSeverity(held.get(name) ?? []));
  return { held, skipped: new Set(isRead ? failed.flatMap(([, names]) => names) : held.keys()) };
}
