import { resolve } from "node:path";
import type { Release } from "@shapelog/changelog";
import { type Diagnostic, findSimilar } from "@shapelog/diagnostics";
import { findLifespans, type Ledger, type Revision } from "@shapelog/ledger";
import { compareCodeUnits, type ShapeId, shapeName, splitShapeId } from "@shapelog/model";
import { findConfig, selectServices } from "../config.js";
import type { Config, ServiceConfig } from "../config-file.js";
import { cliDiagnostics } from "../diagnostics.js";
import { readLedgerFolder } from "../inputs/read-ledger-folder.js";
import { type Outcome, succeeded } from "../outcome.js";
import { line, printed } from "../printed.js";
import { readReleases } from "../read-releases.js";
import { EXIT, type ExitCode, type Terminal } from "../terminal.js";
import { refuse } from "./context.js";

export interface SinceOptions {
  /** Default: all. */
  readonly service?: string;
  readonly format: "text" | "json";
  /** Whether what is deprecated now is listed, by its name or all of it. */
  readonly deprecated: boolean;
}

/** When something came or went. */
interface Moment {
  readonly revision: string;
  readonly date: string;
  /** Where the revision came from, such as `botocore 1.27.55`. */
  readonly source?: string;
  /** The first version of the generated package that has it; none yet where it is missing. */
  readonly version?: string;
}

/** How long something is or was there. */
interface Span {
  readonly service: string;
  readonly id: ShapeId;
  readonly since: Moment;
  /** Whether the record merely begins there. */
  readonly isFromBeginning: boolean;
  readonly removed?: Moment;
  /** Since when it is deprecated, if it is; the last time where it was so more than once. */
  readonly deprecated?: Moment;
  /** Since when the shape is deprecated that it is a member or value of. */
  readonly shapeDeprecated?: Moment;
}

/**
 * `shapelog since [NAME]`: since when, and until when, what has a name is there, and since when it is deprecated, by date
 * and by version; with `--deprecated` what is deprecated now, the longest first.
 */
export async function since(
  terminal: Terminal,
  name: string | undefined,
  options: SinceOptions,
): Promise<ExitCode> {
  if (name === undefined && !options.deprecated) {
    const reason = "name what is meant, or list what is deprecated with --deprecated";
    return refuse(terminal, [cliDiagnostics.create("bad-option", undefined, { option: "since", reason })]);
  }
  const config = await findConfig(terminal.cwd);
  if (!config.ok) return refuse(terminal, config.diagnostics);
  const selected = selectServices(config.value, options.service);
  if (!selected.ok) return refuse(terminal, selected.diagnostics);
  const spans: Span[] = [];
  const known = new Set<string>();
  const problems: Diagnostic[] = [];
  for (const named of selected.value) {
    const found = await listSpans(terminal.cwd, config.value, named);
    if (!found.ok) for (const each of found.diagnostics) problems.push(each);
    else
      for (const span of found.value) {
        known.add(shownName(span.id));
        if (name === undefined || isNamed(span.id, name)) spans.push(span);
      }
  }
  if (problems.length > 0) refuse(terminal, problems);
  if (name !== undefined && spans.length === 0 && problems.length === 0) {
    const data = { name, similar: findSimilar(name, [...known]) };
    return refuse(terminal, [cliDiagnostics.create("unknown-name", undefined, data)]);
  }
  const shown = options.deprecated ? listDeprecated(spans) : spans;
  if (options.format === "json") terminal.out(printed(`${JSON.stringify(shown, null, 2)}\n`));
  else for (const span of shown) terminal.out(line`${describeSpan(span, selected.value.length > 1)}`);
  return problems.length > 0 ? EXIT.usage : EXIT.ok;
}

async function listSpans(
  cwd: string,
  config: Config,
  [name, service]: readonly [string, ServiceConfig],
): Promise<Outcome<readonly Span[]>> {
  const ledger = await readLedgerFolder(cwd, name, resolve(config.root, service.ledger));
  if (!ledger.ok) return ledger;
  const releases = await readReleases(cwd, config, { name, service });
  if (!releases.ok) return releases;
  const lifespans = findLifespans(ledger.value);
  const momentOf = (id: string | undefined) =>
    id === undefined ? undefined : findMoment(ledger.value, releases.value, id);
  const spans = [...lifespans].flatMap(([id, list]) => {
    const { member } = splitShapeId(id);
    const holder = member === undefined ? undefined : lifespans.get(id.slice(0, id.indexOf("$")))?.at(-1);
    return list.flatMap((span): Span[] => {
      const begun = momentOf(span.sinceRevision);
      if (!begun) return [];
      const removed = momentOf(span.removedRevision);
      const deprecated = momentOf(span.deprecatedRevision);
      const shapeDeprecated = removed ? undefined : momentOf(holder?.deprecatedRevision);
      const isFromBeginning = ledger.value.revisions[0]?.id === span.sinceRevision;
      return [
        {
          ...{ service: name, id, since: begun, isFromBeginning },
          ...(deprecated ? { deprecated } : {}),
          ...(shapeDeprecated ? { shapeDeprecated } : {}),
          ...(removed ? { removed } : {}),
        },
      ];
    });
  });
  return succeeded(spans);
}

/** What is deprecated and still there, the longest first. Members of a deprecated shape are told of by it. */
function listDeprecated(spans: readonly Span[]): readonly Span[] {
  return spans
    .filter(({ deprecated, removed }) => deprecated && !removed)
    .toSorted((a, b) => compareCodeUnits(a.deprecated?.date ?? "", b.deprecated?.date ?? ""));
}

function findMoment(ledger: Ledger, releases: readonly Release[], id: string): Moment | undefined {
  const placeOf = (id: string | undefined) => ledger.revisions.findIndex((each) => each.id === id);
  const place = placeOf(id);
  const revision = ledger.revisions[place];
  if (!revision) return undefined;
  // The newest stands first: the first version that has it is the last of those that do.
  const release = releases.findLast((each) => placeOf(each.revision) >= place);
  const source = describeSource(revision);
  return {
    revision: id,
    date: revision.date,
    ...(source === "" ? {} : { source }),
    ...(release ? { version: release.version } : {}),
  };
}

function describeSource({ source }: Revision): string {
  return [source?.name, source?.version].filter(Boolean).join(" ");
}

/** A shape by its name or id; a member or value with its shape's name, or by its own alone. */
function isNamed(id: ShapeId, name: string): boolean {
  const { member } = splitShapeId(id);
  return id === name || shownName(id) === name.replace("$", ".") || member === name;
}

function shownName(id: ShapeId): string {
  const { member } = splitShapeId(id);
  return member === undefined ? shapeName(id) : `${shapeName(id.slice(0, id.indexOf("$")))}.${member}`;
}

function describeSpan(span: Span, isOneOfMany: boolean): string {
  const { service, id, since: begun, isFromBeginning, removed, deprecated, shapeDeprecated } = span;
  const start = isFromBeginning
    ? `there when the record begins, ${describeMoment(begun)}`
    : `since ${describeMoment(begun)}`;
  const parts = [
    start,
    ...(deprecated ? [`deprecated since ${describeMoment(deprecated)}`] : []),
    ...(shapeDeprecated ? [`its shape is deprecated since ${describeMoment(shapeDeprecated)}`] : []),
    ...(removed ? [`gone since ${describeMoment(removed)}`] : []),
  ];
  return `${isOneOfMany ? `${service}: ` : ""}${shownName(id)}  ${parts.join("; ")}`;
}

function describeMoment({ date, source, version }: Moment): string {
  const parts = [source, version === undefined ? "in no version of the package yet" : `package ${version}`];
  return `${date} (${parts.filter(Boolean).join(", ")})`;
}
