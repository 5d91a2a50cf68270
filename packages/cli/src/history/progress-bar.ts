import type { Progress } from "../progress.js";

const WIDTH = 24;
/** How often the bar is drawn, in milliseconds. */
const EVERY = 100;

/** A bar with what is done, how fast, and how long it still takes. */
export interface ProgressBar {
  /** Says that `count` of what is counted are done, of a service, which are `weight` of the work. */
  advance(service: string, count: number, weight: number): void;
}

export interface ProgressBarOptions {
  readonly progress: Progress;
  /** How many revisions there are. */
  readonly count: number;
  /** How much work they are, in any unit. */
  readonly weight: number;
  /** What is counted. Default: `models`. */
  readonly noun?: string;
  /** Returns milliseconds. Default: `performance.now`. */
  readonly now?: () => number;
}

/** Starts a bar. The time left goes by the work, as revisions differ in length by a thousand times. */
export function startProgressBar(options: ProgressBarOptions): ProgressBar {
  const { progress, count, weight, noun = "models", now = () => performance.now() } = options;
  const started = now();
  let drawn = started;
  let done = 0;
  let worked = 0;
  return {
    advance(service, more, work) {
      done += more;
      worked += work;
      const time = now();
      if (time - drawn < EVERY) return;
      drawn = time;
      const seconds = (time - started) / 1000;
      const part = Math.min(1, worked / Math.max(weight, 1));
      const left = part > 0 ? (seconds / part) * (1 - part) : 0;
      const bar = "█".repeat(Math.round(part * WIDTH)).padEnd(WIDTH, "░");
      const rate = Math.round(done / Math.max(seconds, 0.001));
      progress.step(
        `${bar} ${done.toLocaleString("en")}/${count.toLocaleString("en")} ${noun}  ${rate}/s  ${printTime(left)} left  ${service}`,
      );
    },
  };
}

function printTime(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
