import { parentPort, workerData } from "node:worker_threads";
import { type EmitOptions, type EmittedTexts, emitTexts } from "./emit-sides.js";

/** What the thread is given: plain data. */
export interface EmitTask {
  readonly options: EmitOptions;
}

/** What it answers. */
export type EmitAnswer = EmittedTexts | undefined;

if (parentPort) {
  const port = parentPort;
  const { options } = workerData as EmitTask; // given by who started it
  void emitTexts(options).then((answer: EmitAnswer) => port.postMessage(answer));
}
