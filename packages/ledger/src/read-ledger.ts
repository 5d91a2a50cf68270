import type { Diagnostic, WithDiagnostics } from "@shapelog/diagnostics";
import { readJson } from "@shapelog/json";
import { isBigNumber, type SourceText } from "@shapelog/model";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { ledgerDiagnostics } from "./diagnostics.js";
import { isRevisionId, type Ledger, type Revision } from "./ledger.js";
import { type ChooseBase, orderRevisions } from "./order-revisions.js";
import { REVISION_SCHEMA } from "./schema.js";

/** What {@link readLedger} returns. Revisions that could not be read are left out and reported. */
export interface ReadLedgerResult extends WithDiagnostics {
  readonly ledger: Ledger;
}

interface RevisionFile extends Omit<Revision, "id"> {
  readonly format: string;
  readonly service: string;
}

let validate: ValidateFunction<RevisionFile> | undefined;

export interface ReadLedgerOptions {
  /** Which branch the others are put behind where two recorded. Default: the one whose first revision is older. */
  readonly choose?: ChooseBase;
}

/**
 * Returns the ledger held by a folder's revision files, in the order in which they follow each other. `service` is the
 * ledger's name; each file's name without `.json` is its revision's id.
 */
export function readLedger(
  service: string,
  sources: readonly SourceText[],
  options: ReadLedgerOptions = {},
): ReadLedgerResult {
  const diagnostics: Diagnostic[] = [];
  const revisions = sources.flatMap((source) => {
    const read = readRevision(service, source);
    for (const each of read.diagnostics) diagnostics.push(each);
    return read.revision ? [read.revision] : [];
  });
  return { ledger: { service, revisions: orderRevisions(revisions, options.choose) }, diagnostics };
}

/** Returns the revision of one file, or what is wrong with it. */
export function readRevision(
  service: string,
  source: SourceText,
): WithDiagnostics & { readonly revision: Revision | undefined } {
  const { value, diagnostics } = readJson(source, { duplicates: true });
  if (value === undefined || diagnostics.some((diagnostic) => diagnostic.severity === "error")) {
    return { revision: undefined, diagnostics };
  }
  const problem = findProblem(service, source, value);
  if (problem) return { revision: undefined, diagnostics: [...diagnostics, problem] };
  const { format: _, service: __, ...revision } = value as unknown as RevisionFile; // just validated
  return { revision: { id: revisionId(source.file), ...revision }, diagnostics };
}

function findProblem(service: string, source: SourceText, value: unknown): Diagnostic | undefined {
  validate ??= createValidator();
  if (!fits(value, validate)) {
    const [first] = validate.errors ?? [];
    const location = { file: source.file, pointer: first?.instancePath ?? "" };
    return ledgerDiagnostics.create("not-a-revision", location, {
      reason: first ? describe(first) : "it is malformed",
    });
  }
  if (value.service !== service) {
    const location = { file: source.file, pointer: "/service" };
    return ledgerDiagnostics.create("wrong-service", location, { found: value.service, expected: service });
  }
  const id = revisionId(source.file);
  if (!isRevisionId(id, value.date)) {
    return ledgerDiagnostics.create(
      "wrong-name",
      { file: source.file, pointer: "/date" },
      { name: `${id}.json`, date: value.date, file: source.file },
    );
  }
  return undefined;
}

/** The schema is ours: to hold it against its own, and to make the code for it small, takes longer than to run that. */
function createValidator(): ValidateFunction<RevisionFile> {
  const quick = { meta: false, validateSchema: false, code: { optimize: false } };
  return new Ajv2020({ discriminator: true, strict: false, ...quick }).compile<RevisionFile>(REVISION_SCHEMA);
}

/** Schemas know doubles alone, so one takes the place of each number that has more digits. */
function fits(value: unknown, validate: ValidateFunction<RevisionFile>): value is RevisionFile {
  return validate(value) || validate(withDoubles(value));
}

/** Returns a value with a fraction for each such number: like these, it is neither a text nor a place in a list. */
function withDoubles(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isBigNumber(value)) return 0.5;
  if (Array.isArray(value)) return value.map(withDoubles);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withDoubles(part)]));
}

function describe(error: ErrorObject): string {
  const at = error.instancePath === "" ? "the file" : error.instancePath;
  const extra =
    error.keyword === "additionalProperties" ? ` (${String(error.params.additionalProperty)})` : "";
  return `${at} ${error.message ?? "is malformed"}${extra}`;
}

function revisionId(file: string): string {
  return file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1).replace(/\.json$/, "");
}
