import { parentPort, workerData } from "node:worker_threads";
import type { Diagnostic } from "@shapelog/diagnostics";
import type { SiteSetting } from "@shapelog/site";
import { type RenderTask, renderTask, type SitePlace, type WrittenPart } from "./render-part.js";

/** What all threads are given. */
export interface RenderSetup {
  readonly setting: SiteSetting;
  readonly place: SitePlace;
}

/** What a thread says. */
export type RenderMessage =
  | { readonly kind: "pages"; readonly service: string; readonly pages: number }
  | { readonly kind: "done"; readonly task: RenderTask; readonly part: WrittenPart }
  | { readonly kind: "failed"; readonly task: RenderTask; readonly diagnostics: readonly Diagnostic[] };

const EVERY_MILLISECONDS = 100;

/** Renders one service and tells what came of it. */
export function runRenderTask(
  task: RenderTask,
  setup: RenderSetup,
  tell: (message: RenderMessage) => void,
): void {
  const { service } = task;
  let told = performance.now();
  let pages = 0;
  const onPage = () => {
    pages++;
    if (performance.now() - told < EVERY_MILLISECONDS) return;
    tell({ kind: "pages", service, pages });
    told = performance.now();
  };
  const { diagnostics, ...rendered } = renderTask(task, { ...setup, onPage });
  if (rendered.ok) tell({ kind: "done", task, part: rendered.value });
  else tell({ kind: "failed", task, diagnostics });
}

if (parentPort) {
  const port = parentPort;
  const setup = workerData as RenderSetup; // given by the pool
  port.on("message", (task: RenderTask | "end") => {
    if (task === "end") port.close();
    else runRenderTask(task, setup, (message) => port.postMessage(message));
  });
}
