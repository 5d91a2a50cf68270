import { parentPort, workerData } from "node:worker_threads";
import { describeError, errorCode } from "../files/describe-error.js";
import { type Blobs, openBlobs } from "../git/blobs.js";
import type { Repository } from "../git/repository.js";
import type { ServiceRecord } from "./service-record.js";
import { type ServiceTask, writeService } from "./write-service.js";

/** What a worker says. */
export type WorkerMessage =
  | { readonly kind: "revision"; readonly service: string; readonly count: number }
  | { readonly kind: "done"; readonly record: ServiceRecord }
  | { readonly kind: "failed"; readonly service: string; readonly reason: string; readonly stack?: string };

/** What a worker is told. */
export type WorkerTask = ServiceTask | "end";

const EVERY_MILLISECONDS = 100;

/** Walks one service and tells what came of it. An error of the system is a reason; any other is a bug of ours. */
export async function runTask(
  task: ServiceTask,
  blobs: Blobs,
  tell: (message: WorkerMessage) => void,
): Promise<void> {
  const { service } = task.plan;
  let told = performance.now();
  let count = 0;
  const onRevision = () => {
    count++;
    if (performance.now() - told < EVERY_MILLISECONDS) return;
    tell({ kind: "revision", service, count });
    told = performance.now();
    count = 0;
  };
  try {
    const record = await writeService(task, blobs, onRevision);
    tell({ kind: "revision", service, count });
    tell({ kind: "done", record });
  } catch (error) {
    const known = errorCode(error) !== undefined && !/^ERR_/.test(errorCode(error) ?? "");
    const stack = !known && error instanceof Error ? error.stack : undefined;
    tell({
      kind: "failed",
      service,
      reason: describeError(error),
      ...(stack === undefined ? {} : { stack }),
    });
  }
}

if (parentPort) {
  const port = parentPort;
  const { repository } = workerData as { readonly repository: Repository }; // given by the pool
  const blobs = openBlobs(repository);
  port.on("message", (task: WorkerTask) => {
    if (task === "end") {
      blobs.close();
      port.close();
    } else void runTask(task, blobs, (message) => port.postMessage(message));
  });
}
