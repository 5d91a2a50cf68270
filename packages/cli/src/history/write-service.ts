import { copyFile, open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "@shapelog/diagnostics";
import {
  addTotals,
  findFacts,
  type HistoryRow,
  mapBeside,
  NO_STATE,
  NO_TOTALS,
  type PlannedRevision,
  printRow,
  type RevisionFiles,
  type ServicePlan,
  startWalk,
} from "@shapelog/history";
import { safeFileName } from "../files/safe-file-name.js";
import type { Blobs } from "../git/blobs.js";
import { temporaryFile, writeWhole } from "./output-folder.js";
import { createRevisionReader, findServiceId } from "./readers.js";
import { digestChain, RECORD_FORMAT, type ServiceRecord, type SilentBreak } from "./service-record.js";

/** One service to be walked. */
export interface ServiceTask {
  readonly plan: ServicePlan;
  /** What an earlier run did; its revisions are the plan's first. */
  readonly record: ServiceRecord | undefined;
  /** The output folder, and one for files that are not whole yet. */
  readonly out: string;
  readonly staging: string;
  readonly verify: boolean;
}

/** How many blobs git may be ahead: enough for it to work while we do, few enough to stay small. */
const AHEAD = 4;
/** How many characters of rows are written at once. */
const CHUNK = 4_000_000;

/**
 * Walks a service and writes its ledger and record, each as a whole: the ledger first, then the record that vouches for
 * it. `onRevision` is called after each revision.
 */
export async function writeService(
  task: ServiceTask,
  blobs: Blobs,
  onRevision: () => void,
): Promise<ServiceRecord> {
  const { plan, record, out, staging, verify } = task;
  const name = safeFileName(plan.service);
  const file = `ledgers/${name}.jsonl`;
  const temporary = temporaryFile(staging);
  if (record) await copyFile(join(out, record.file), temporary);
  const walked = await walk(task, temporary, { blobs, onRevision });
  await rename(temporary, join(out, file));
  const next: ServiceRecord = {
    format: RECORD_FORMAT,
    ...{ service: plan.service, names: plan.names, file },
    ...walked,
    done: plan.revisions.length,
    chain: digestChain(plan, plan.revisions),
    verified: verify && (record?.verified ?? true),
  };
  await writeWhole(staging, join(out, "services", `${name}.json`), JSON.stringify(next));
  return next;
}

type Walked = Pick<
  ServiceRecord,
  "length" | "rows" | "first" | "last" | "state" | "totals" | "diagnostics" | "silent"
>;

async function walk(
  { plan, record, verify }: ServiceTask,
  path: string,
  { blobs, onRevision }: { readonly blobs: Blobs; readonly onRevision: () => void },
): Promise<Walked> {
  const tip = plan.revisions.findLast(({ gone }) => !gone);
  const newest = tip && (await blobs.read(tip.blob));
  const read = createRevisionReader(newest && findServiceId(newest));
  const service = startWalk({ plan, read, verify }, record?.state ?? NO_STATE);
  const files = keepFiles(blobs);
  for (const known of record?.state.files ?? []) service.restore(known, await files.read(known));

  let totals = record?.totals ?? NO_TOTALS;
  let { length = 0, rows = 0, first = "", last = "" } = record ?? {};
  const diagnostics: Diagnostic[] = [...(record?.diagnostics ?? [])];
  const silent: SilentBreak[] = [...(record?.silent ?? [])];
  let text = "";
  const output = await open(path, "a");
  const flush = async () => {
    const bytes = Buffer.from(text);
    text = "";
    const { bytesWritten } = await output.write(bytes);
    if (bytesWritten < bytes.length) throw Object.assign(new Error("short write"), { code: "ENOSPC" });
    length += bytesWritten;
  };
  try {
    const revisions = plan.revisions.slice(record?.done ?? 0);
    for await (const [revision, bytes] of readAhead(revisions, files)) {
      const step = service.step(revision, bytes);
      totals = addTotals(totals, step.totals);
      for (const each of step.diagnostics) diagnostics.push(each);
      if (step.row) {
        text += printRow(step.row);
        rows++;
        first ||= step.row.date;
        last = step.row.date;
        for (const each of findSilent(step.row)) silent.push(each);
      }
      if (text.length > CHUNK) await flush();
      onRevision();
    }
    await flush();
  } finally {
    await output.close();
  }
  return { length, rows, first, last, state: service.state(), totals, diagnostics, silent };
}

/** The files of a service's revisions. */
interface Files {
  read(revision: Pick<PlannedRevision, "blob" | "beside" | "gone">): Promise<RevisionFiles>;
}

/** Reads files so that those which stay from one revision to the next are the same bytes, read once. */
function keepFiles(blobs: Blobs): Files {
  let last: { readonly blob: string; readonly bytes: Promise<Buffer | undefined> } | undefined;
  const small = new Map<string, Promise<Buffer | undefined>>();
  const readBeside = (blob: string) => {
    const reading = small.get(blob) ?? blobs.read(blob);
    small.set(blob, reading);
    return reading;
  };
  return {
    async read({ blob, beside = {}, gone }) {
      if (gone) return {};
      if (last?.blob !== blob) last = { blob, bytes: blobs.read(blob) };
      const asked = Object.entries(mapBeside(beside, readBeside));
      const [model, ...read] = await Promise.all([last.bytes, ...asked.map(([, bytes]) => bytes)]);
      const found = asked.flatMap(([kind], index) => (read[index] ? [[kind, read[index]] as const] : []));
      return { model, beside: Object.fromEntries(found) };
    },
  };
}

async function* readAhead(
  revisions: readonly PlannedRevision[],
  files: Files,
): AsyncGenerator<readonly [PlannedRevision, RevisionFiles]> {
  const asked: Promise<RevisionFiles>[] = [];
  const ask = (index: number) => {
    const revision = revisions[index];
    if (!revision) return;
    const reading = files.read(revision);
    reading.catch(() => undefined); // awaited below, later
    asked.push(reading);
  };
  for (let index = 0; index < AHEAD; index++) ask(index);
  for (const [index, revision] of revisions.entries()) {
    ask(index + AHEAD);
    yield [revision, (await asked.shift()) ?? {}];
  }
}

/** How many operations are named where something broke. */
const NAMED_OPERATIONS = 3;

function findSilent(row: HistoryRow): SilentBreak[] {
  return findFacts(row).flatMap(({ told, findings, operations }): SilentBreak[] => {
    if (told === "named") return [];
    const { rule, message } = findings[0];
    const version = row.source?.version;
    return [
      {
        row: row.id,
        ...(version === undefined ? {} : { version }),
        ...{ told, rule, message },
        findings: findings.length,
        operations: operations.length,
        names: operations.slice(0, NAMED_OPERATIONS),
      },
    ];
  });
}
