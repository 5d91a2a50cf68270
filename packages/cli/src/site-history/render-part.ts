import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, hasSeverity } from "@shapelog/diagnostics";
import { renderService, type ServiceSummary, type SiteFile, type SiteSetting } from "@shapelog/site";
import type { WriteReport } from "../files/write-files.js";
import { writeOwnFiles } from "../files/write-own-files.js";
import { failedWith, type Outcome, succeeded } from "../outcome.js";
import { openHistoryLedger, readRevisions } from "../page/history-ledger.js";
import { joinFigures, type MeasuredFiles, measureFiles } from "./measure-files.js";
import { type PartFigures, partFiles, printPart, type SitePart } from "./site-record.js";

/** Where the parts of a site are written. Plain data: it can be sent to a thread. */
export interface SitePlace {
  readonly cwd: string;
  /** The site's folder, locked, and the lock's staging folder. */
  readonly folder: string;
  readonly staging: string;
  /** Files and folders to be replaced whoever wrote them. */
  readonly replace: readonly string[];
}

/** A service to be rendered. */
export interface RenderTask {
  readonly service: string;
  readonly formerIds: readonly string[];
  /** The absolute path of its ledger, and how messages name it. */
  readonly path: string;
  readonly file: string;
  /** The digest of all that its files are made of. */
  readonly inputs: string;
  /** How much work it is: bytes of its ledger. */
  readonly weight: number;
}

/** What was written of a part. */
export interface WrittenPart {
  readonly name: string;
  readonly figures: PartFigures;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders and writes one service. Its files and what is recorded of it are put in place as one. */
export function renderTask(
  task: RenderTask,
  { setting, place, onPage }: { setting: SiteSetting; place: SitePlace; onPage: () => void },
): Outcome<WrittenPart> {
  const { service, formerIds, inputs } = task;
  const ledger = openHistoryLedger(service, task.path, task.file);
  if (!ledger.ok) return ledger;
  const revisions = readRevisions(ledger.value);
  if (!revisions.ok) return revisions;
  const site = { id: service, formerIds, ledger: { service, revisions: revisions.value } };
  const { files, diagnostics } = renderService(site, setting);
  if (hasSeverity(diagnostics)) return failedWith(diagnostics);
  const measured = measureFiles(files, onPage);
  return writePart({ name: service, place, measured }, ({ result: summary, figures }) => {
    return { part: { inputs, figures, diagnostics }, summary };
  });
}

/** What is recorded of a part. */
interface DescribedPart {
  readonly part: Omit<SitePart, "format">;
  readonly summary?: ServiceSummary;
}

type Ended<Result> = ReturnType<MeasuredFiles<Result>["end"]>;

/** A part as it is rendered. */
export interface PartSource<Result> {
  readonly name: string;
  readonly place: SitePlace;
  readonly measured: MeasuredFiles<Result>;
}

/** Writes a part's files as one, with what is recorded of it. Of one with errors nothing is written. */
export function writePart<Result>(
  { name, place, measured }: PartSource<Result>,
  describe: (ended: Ended<Result>) => DescribedPart,
): Outcome<WrittenPart> {
  const places = partFiles(name);
  let part: DescribedPart["part"] | undefined;
  function* withPart(): Generator<SiteFile> {
    yield* measured.files;
    const described = describe(measured.end());
    part = described.part;
    yield { path: places.part, text: printPart(part) };
    if (described.summary) yield { path: places.summary, text: JSON.stringify(described.summary) };
  }
  const written = writeAsOne({ ...place, name }, places.files, withPart());
  if (!written.ok) return written;
  const { value, diagnostics } = written;
  const { figures = NO_FIGURES, diagnostics: found = [] } = part ?? {};
  const isOurs = (path: string) => path === places.part || path === places.summary;
  return succeeded({
    name,
    figures,
    written: value.written.filter((path) => !isOurs(path)).length,
    unchanged: value.unchanged.filter((path) => !isOurs(path)).length,
    removed: value.removed.length,
    diagnostics: [...found, ...diagnostics],
  });
}

const NO_FIGURES = joinFigures([]);

/** Removes the files of a service that is no more. */
export function removePart(name: string, place: SitePlace): Outcome<number> {
  const { part, files } = partFiles(name);
  const written = writeAsOne({ ...place, name }, files, []);
  if (!written.ok) return written;
  rmSync(join(place.folder, files), { force: true });
  return succeeded(written.value.removed.filter((path) => path !== part).length, written.diagnostics);
}

function writeAsOne(
  { cwd, folder, staging, replace, name }: SitePlace & { readonly name: string },
  record: string,
  files: Iterable<SiteFile>,
): Outcome<WriteReport> {
  const own = join(staging, `part-${name}`);
  mkdirSync(own);
  try {
    return writeOwnFiles({ cwd, lock: { folder, staging: own }, record, files, replace, durable: false });
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
