import { Worker } from "node:worker_threads";
import { openBlobs } from "../git/blobs.js";
import type { Repository } from "../git/repository.js";
import { inlineLittle } from "../inline-little.js";
import type { ServiceRecord } from "./service-record.js";
import { runTask, type WorkerMessage } from "./worker.js";
import type { ServiceTask } from "./write-service.js";

export interface WalkServicesOptions {
  /** The services in the order they are begun: large ones first, so that no worker ends long after the others. */
  readonly tasks: readonly ServiceTask[];
  onRevision(service: string, count: number): void;
}

/** Threads that walk services, each with a git of its own. */
export interface Workers {
  /** Walks services. Stops at the first failure. */
  walk(options: WalkServicesOptions): Promise<WalkResult>;
  /** Ends what still runs. */
  close(): Promise<void>;
}

/** What became of a walk. */
export interface WalkResult {
  readonly records: readonly ServiceRecord[];
  /** The first failure; no service was begun after it. */
  readonly failure?: { readonly service: string; readonly reason: string };
}

/** Starts `count` threads, which get ready while the work is being planned; 0 for none but this one. */
export function startWorkers(repository: Repository, count: number): Workers {
  if (count > 0) inlineLittle();
  const threads = Array.from({ length: count }, () => startThread(repository));
  return {
    walk: (options) => walk(options, repository, threads),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

async function walk(
  options: WalkServicesOptions,
  repository: Repository,
  threads: readonly Thread[],
): Promise<WalkResult> {
  const records: ServiceRecord[] = [];
  const pending = [...options.tasks];
  let failure: Extract<WorkerMessage, { kind: "failed" }> | undefined;
  const hear = (message: WorkerMessage) => {
    if (message.kind === "revision") options.onRevision(message.service, message.count);
    else if (message.kind === "done") records.push(message.record);
    else failure ??= message;
  };
  const next = () => (failure ? undefined : pending.shift());
  if (threads.length === 0) await walkHere(repository, next, hear);
  else await Promise.all(threads.map((thread) => runThread(thread, next, hear)));
  if (failure?.stack !== undefined) throw Object.assign(new Error(failure.reason), { stack: failure.stack });
  return { records, ...(failure ? { failure } : {}) };
}

type Next = () => ServiceTask | undefined;
type Hear = (message: WorkerMessage) => void;

async function walkHere(repository: Repository, next: Next, hear: Hear): Promise<void> {
  const blobs = openBlobs(repository);
  for (let task = next(); task; task = next()) await runTask(task, blobs, hear);
  blobs.close();
}

/** A revision's garbage is large and short-lived: with room for it, little of it is copied. */
const YOUNG_MEGABYTES = 64;

/** A thread, and the promise that it ends: kept, as it can fail before there is work. */
interface Thread {
  readonly worker: Worker;
  readonly ended: Promise<void>;
}

function startThread(repository: Repository): Thread {
  const worker = new Worker(new URL("./worker.js", import.meta.url), {
    workerData: { repository },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const ended = new Promise<void>((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", () => resolve());
  });
  ended.catch(() => undefined); // whoever gives it work is told
  return { worker, ended };
}

async function runThread({ worker, ended }: Thread, next: Next, hear: Hear): Promise<void> {
  const go = () => worker.postMessage(next() ?? "end");
  worker.on("message", (message: WorkerMessage) => {
    hear(message);
    if (message.kind !== "revision") go();
  });
  go();
  await ended;
}
