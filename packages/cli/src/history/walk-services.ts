import { Worker } from "node:worker_threads";
import { openBlobs } from "./git.js";
import type { ServiceRecord } from "./service-record.js";
import { runTask, type WorkerMessage } from "./worker.js";
import type { ServiceTask } from "./write-service.js";

export interface WalkServicesOptions {
  readonly repository: string;
  /** The services in the order they are begun: large ones first, so that no worker ends long after the others. */
  readonly tasks: readonly ServiceTask[];
  /** How many threads; 0 for none but this one. */
  readonly workers: number;
  onRevision(service: string, count: number): void;
}

/** What became of a walk. */
export interface WalkResult {
  readonly records: readonly ServiceRecord[];
  /** The first failure; no service was begun after it. */
  readonly failure?: { readonly service: string; readonly reason: string };
}

/** Walks services on worker threads, each with a git of its own. Stops at the first failure. */
export async function walkServices(options: WalkServicesOptions): Promise<WalkResult> {
  const records: ServiceRecord[] = [];
  const pending = [...options.tasks];
  let failure: Extract<WorkerMessage, { kind: "failed" }> | undefined;
  const hear = (message: WorkerMessage) => {
    if (message.kind === "revision") options.onRevision(message.service, message.count);
    else if (message.kind === "done") records.push(message.record);
    else failure ??= message;
  };
  const next = () => (failure ? undefined : pending.shift());
  if (options.workers === 0) await walkHere(options.repository, next, hear);
  else {
    const count = Math.min(options.workers, pending.length);
    await Promise.all(Array.from({ length: count }, () => runWorker(options.repository, next, hear)));
  }
  if (failure?.stack !== undefined) throw Object.assign(new Error(failure.reason), { stack: failure.stack });
  return { records, ...(failure ? { failure } : {}) };
}

type Next = () => ServiceTask | undefined;
type Hear = (message: WorkerMessage) => void;

async function walkHere(repository: string, next: Next, hear: Hear): Promise<void> {
  const blobs = openBlobs(repository);
  for (let task = next(); task; task = next()) await runTask(task, blobs, hear);
  blobs.close();
}

/** A revision's garbage is large and short-lived: with room for it, little of it is copied. */
const YOUNG_MEGABYTES = 64;

function runWorker(repository: string, next: Next, hear: Hear): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), {
      workerData: { repository },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    const go = () => worker.postMessage(next() ?? "end");
    worker.on("message", (message: WorkerMessage) => {
      hear(message);
      if (message.kind !== "revision") go();
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve());
    go();
  });
}
