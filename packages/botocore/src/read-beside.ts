import type { Diagnostic } from "@shapelog/diagnostics";
import { isJsonObject, type JsonValue, printPointer, readJson } from "@shapelog/json";
import type { SourceText } from "@shapelog/model";
import { type Beside, NO_BESIDE, type OperationBeside } from "./beside.js";
import { botocoreDiagnostics } from "./diagnostics.js";
import { type Fields, keptTrait, type TraitEntry } from "./map-traits.js";
import { mergeExtras, readPaginator } from "./read-paginator.js";
import { readWaiter } from "./read-waiter.js";
import { expectObject } from "./reading.js";

/** The files that may stand beside a `service-2.json`. */
export interface BesideFiles {
  /** The service's `paginators-1.json`. Default: none. */
  readonly paginators?: SourceText;
  /** The `paginators-1.sdk-extras.json` that is merged into it. Default: none. */
  readonly paginatorExtras?: SourceText;
  /** The service's `waiters-2.json`. Default: none. */
  readonly waiters?: SourceText;
  /** The service's `examples-1.json`. Default: none. */
  readonly examples?: SourceText;
}

/** Reads the files that stand beside a model. */
export function readBeside(files: BesideFiles): Beside {
  const { paginators, paginatorExtras, waiters, examples } = files;
  if (!paginators && !paginatorExtras && !waiters && !examples) return NO_BESIDE;
  const diagnostics: Diagnostic[] = [];
  const said = readPaginators(paginators, paginatorExtras, diagnostics);
  const awaited = readWaiters(waiters, diagnostics);
  const shown = readExamples(examples, diagnostics);
  const operations = new Map<string, OperationBeside>();
  const all = [said, awaited, shown];
  for (const name of new Set(all.flatMap((file) => [...file.operations.keys()]))) {
    const [pages, waits, calls] = all.map((file) => file.operations.get(name));
    operations.set(name, {
      traits: [pages, waits, calls].flatMap((each) => each?.traits ?? []),
      ...(pages?.paginator === undefined ? {} : { paginator: pages.paginator }),
      waiters: waits?.waiters ?? [],
      ...(calls?.examples === undefined ? {} : { examples: calls.examples }),
      unknown: [pages, waits, calls].flatMap((each) => each?.unknown ?? []),
    });
  }
  return { operations, paginators: said.rest, waiters: awaited.rest, examples: shown.rest, diagnostics };
}

/** What a file says: of operations, and beyond that. */
interface ReadFile {
  readonly operations: ReadonlyMap<string, OperationBeside>;
  readonly rest: Fields;
}

const NOTHING: ReadFile = { operations: new Map(), rest: {} };

function readPaginators(
  source: SourceText | undefined,
  extras: SourceText | undefined,
  diagnostics: Diagnostic[],
): ReadFile {
  const own = readRoot(source, "A file of paginators", diagnostics);
  const added = readRoot(extras, "A file of additions to paginators", diagnostics)?.merge;
  const file = source?.file ?? extras?.file ?? "";
  const root = isJsonObject(added) ? mergeExtras(own ?? {}, added) : own;
  if (!root) return NOTHING;
  const { pagination, version, ...rest } = root;
  const paginators = expectObject({ file, diagnostics }, pagination, ["pagination"], '"pagination"');
  const written = isJsonObject(own?.pagination) ? own.pagination : {};
  const operations = new Map<string, OperationBeside>();
  for (const [operation, paginator] of Object.entries(paginators ?? {})) {
    const place = Object.hasOwn(written, operation) ? file : (extras?.file ?? file);
    const location = { file: place, pointer: printPointer("pagination", operation) };
    const data = { operation, what: "a paginator", trait: "shapelog.botocore#paginators" };
    const unknown = [botocoreDiagnostics.create("unknown-operation", location, data)];
    operations.set(operation, { traits: readPaginator(paginator), paginator, waiters: [], unknown });
  }
  // The version of the format is in the file's name, too.
  const isKnown = version === undefined || Number(version) === 1;
  return { operations, rest: isKnown ? rest : { ...rest, version } };
}

function readWaiters(source: SourceText | undefined, diagnostics: Diagnostic[]): ReadFile {
  const root = readRoot(source, "A file of waiters", diagnostics);
  if (!source || !root) return NOTHING;
  const { waiters, version, ...more } = root;
  // Files of another version, from before 2015, are of another form.
  if (version !== 2 || !isJsonObject(waiters)) return { operations: NOTHING.operations, rest: root };
  const byOperation = new Map<string, [string, Fields][]>();
  const odd: [string, JsonValue][] = [];
  for (const [name, waiter] of Object.entries(waiters)) {
    if (!isJsonObject(waiter) || typeof waiter.operation !== "string") {
      odd.push([name, waiter]);
      continue;
    }
    const known = byOperation.get(waiter.operation) ?? [];
    known.push([name, waiter]);
    byOperation.set(waiter.operation, known);
  }
  const operations = new Map<string, OperationBeside>();
  for (const [operation, entries] of byOperation) {
    const unknown = entries.map(([name]) => {
      const location = { file: source.file, pointer: printPointer("waiters", name) };
      const data = { operation, what: `the waiter ${name}`, trait: "shapelog.botocore#waiters" };
      return botocoreDiagnostics.create("unknown-operation", location, data);
    });
    operations.set(operation, { traits: waiterTraits(entries), waiters: entries, unknown });
  }
  return { operations, rest: odd.length === 0 ? more : { ...more, waiters: Object.fromEntries(odd) } };
}

/** Smithy's examples are values in the forms of their shapes, so that those of botocore are kept as they are. */
function readExamples(source: SourceText | undefined, diagnostics: Diagnostic[]): ReadFile {
  const root = readRoot(source, "A file of examples", diagnostics);
  if (!source || !root) return NOTHING;
  const { examples, version, ...rest } = root;
  const file = { file: source.file, diagnostics };
  const known = expectObject(file, examples, ["examples"], '"examples"');
  const operations = new Map<string, OperationBeside>();
  for (const [operation, calls] of Object.entries(known ?? {})) {
    const location = { file: source.file, pointer: printPointer("examples", operation) };
    const data = { operation, what: "examples", trait: "shapelog.botocore#operationExamples" };
    const unknown = [botocoreDiagnostics.create("unknown-operation", location, data)];
    operations.set(operation, {
      traits: [keptTrait("examples", calls)],
      examples: calls,
      waiters: [],
      unknown,
    });
  }
  // The version of the format is in the file's name, too.
  const isKnown = version === undefined || version === "1.0" || Number(version) === 1;
  return { operations, rest: isKnown ? rest : { ...rest, version } };
}

/** Returns `@waitable`, and what it cannot say of the same waiters. */
function waiterTraits(entries: readonly (readonly [string, Fields])[]): TraitEntry[] {
  const waitable: [string, Fields][] = [];
  const kept: [string, Fields][] = [];
  for (const [name, raw] of entries) {
    const read = readWaiter(name, raw);
    if (read.waitable) waitable.push([name, read.waitable]);
    if (Object.keys(read.kept).length > 0) kept.push([name, read.kept]);
  }
  const traits: TraitEntry[] = [];
  if (waitable.length > 0) traits.push(["smithy.waiters#waitable", Object.fromEntries(waitable)]);
  if (kept.length > 0) traits.push(keptTrait("waiters", Object.fromEntries(kept)));
  return traits;
}

function readRoot(
  source: SourceText | undefined,
  what: string,
  diagnostics: Diagnostic[],
): Fields | undefined {
  if (!source) return undefined;
  const { value, diagnostics: found } = readJson(source);
  for (const each of found) diagnostics.push(each);
  return value === undefined ? undefined : expectObject({ file: source.file, diagnostics }, value, [], what);
}
