import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { EmitOptions, EmittedTexts } from "./emit-sides.js";
import type { EmitAnswer, EmitTask } from "./emit-worker.js";

/**
 * Emits both sides in a thread of its own, so that what emitters need is gone when programs are compiled. Where the thread's
 * file is not built, as in tests, it is done here.
 */
export async function emitApart(options: EmitOptions): Promise<EmittedTexts | undefined> {
  const file = new URL("./emit-worker.js", import.meta.url);
  if (!existsSync(file)) return (await import("./emit-sides.js")).emitTexts(options);
  return new Promise((resolve, reject) => {
    const workerData: EmitTask = { options };
    const worker = new Worker(file, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
    let answer: EmitAnswer;
    worker.on("message", (message: EmitAnswer) => {
      answer = message;
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve(answer));
  });
}
