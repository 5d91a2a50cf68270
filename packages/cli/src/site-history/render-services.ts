import { Worker } from "node:worker_threads";
import { inlineLittle } from "../inline-little.js";
import type { RenderTask } from "./render-part.js";
import { type RenderMessage, type RenderSetup, runRenderTask } from "./render-worker.js";

export interface RenderServicesOptions {
  /** The services in the order they are begun: large ones first, so that no thread ends long after the others. */
  readonly tasks: readonly RenderTask[];
  readonly setup: RenderSetup;
  /** How many threads; 0 for none but this one. */
  readonly workers: number;
  hear(message: RenderMessage): void;
}

/** A page's garbage is large and short-lived: with room for it, little of it is copied. */
const YOUNG_MEGABYTES = 32;

/** Renders services, each in one of some threads. A bug in a thread rejects. */
export async function renderServices({ tasks, setup, workers, hear }: RenderServicesOptions): Promise<void> {
  const pending = [...tasks];
  inlineLittle();
  if (workers === 0) {
    for (const task of pending) runRenderTask(task, setup, hear);
    return;
  }
  const count = Math.min(workers, pending.length);
  const threads = Array.from({ length: count }, () =>
    startThread(setup, { next: () => pending.shift(), hear }),
  );
  try {
    await Promise.all(threads.map(({ ended }) => ended));
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

interface Feed {
  next(): RenderTask | undefined;
  hear(message: RenderMessage): void;
}

function startThread(setup: RenderSetup, { next, hear }: Feed) {
  const worker = new Worker(new URL("./render-worker.js", import.meta.url), {
    workerData: setup,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const go = () => worker.postMessage(next() ?? "end");
  const ended = new Promise<void>((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", () => resolve());
    worker.on("message", (message: RenderMessage) => {
      hear(message);
      if (message.kind !== "pages") go();
    });
  });
  go();
  return { worker, ended };
}
