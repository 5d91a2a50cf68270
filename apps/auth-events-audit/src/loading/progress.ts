import { SingleBar } from "cli-progress";

/** Shows how far a long work is. */
export interface Progress {
  /** `total` is `undefined` where nobody knows. */
  start(total: number | undefined): void;
  /** Counts what was done; `events` is how many events there are by now. */
  add(done: number, events: number): void;
  stop(): void;
}

/** Returns the progress that nobody sees. */
export function createSilentProgress(): Progress {
  const nothing = () => undefined;
  return { start: nothing, add: nothing, stop: nothing };
}

/** Returns a bar on a terminal with the rate of events and the time that is left. */
export function createBarProgress(stream: NodeJS.WriteStream): Progress {
  const began = performance.now();
  const rate = (events: number) => Math.round((1000 * events) / Math.max(1, performance.now() - began));
  const payload = (events: number) => ({
    events: events.toLocaleString("en-US"),
    rate: rate(events).toLocaleString("en-US"),
  });
  let bar: SingleBar | undefined;
  return {
    start(total) {
      const known = "{bar} {percentage} %, {events} events, {rate}/s, {eta_formatted} left";
      const unknown = "{events} events, {rate}/s, {duration_formatted}";
      const format = total === undefined ? unknown : known;
      bar = new SingleBar({ stream, format, clearOnComplete: true, hideCursor: true, etaBuffer: 100 });
      bar.start(total ?? Number.MAX_SAFE_INTEGER, 0, payload(0));
    },
    add(done, events) {
      bar?.increment(done, payload(events));
    },
    stop: () => bar?.stop(),
  };
}
