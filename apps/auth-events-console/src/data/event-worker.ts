import type { ReadEvents } from "../events/stored-event.js";
import { answerQuery } from "./answer-query.js";
import { DriftTally } from "./drift-tally.js";
import { EventIndex } from "./event-index.js";
import type { Reply, Request } from "./messages.js";
import { readClientEvents } from "./read-events.js";
import { readFile } from "./read-file.js";

// Reads, checks, searches and sorts beside the page, so that the page answers whatever it is asked at once.

const PROBLEM_LIMIT = 100;

/** What is known of the events of one run. */
class Run {
  readonly index = new EventIndex();
  readonly drift = new DriftTally();
  readonly problems: string[] = [];
  problemCount = 0;
  stopped = false;
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }

  add(read: ReadEvents): void {
    for (const drift of read.drift) this.drift.add(drift);
    for (const event of read.events) {
      this.index.add(event);
      for (const drift of event.drift) this.drift.add(drift);
    }
    this.problemCount += read.problems.length;
    this.problems.push(...read.problems.slice(0, PROBLEM_LIMIT - this.problems.length));
  }
}

let current = new Run(0);

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  if (data.kind === "start") {
    current.stopped = true;
    current = new Run(data.run);
  } else if (data.run === current.number) handle(data, current);
});

function handle(request: Exclude<Request, { readonly kind: "start" }>, run: Run): void {
  switch (request.kind) {
    case "open":
      openFile(request.file, run).catch(() => reply({ kind: "unreadable", run: run.number }));
      return;
    case "add":
      addEvents(run, readClientEvents(request.events, run.index.length + run.problemCount));
      return;
    case "stop":
      run.stopped = true;
      return;
    case "query": {
      const answer = answerQuery(run.index, request.query);
      reply({ kind: "answer", run: run.number, answer }, [answer.order.buffer]);
    }
  }
}

async function openFile(file: Blob, run: Run): Promise<void> {
  for await (const { read, bytes } of readFile(file)) {
    if (run.stopped) break;
    addEvents(run, read, bytes);
  }
  reply({ kind: "end", run: run.number });
}

function addEvents(run: Run, read: ReadEvents, bytes?: number): void {
  run.add(read);
  reply({
    kind: "events",
    run: run.number,
    events: read.events,
    drift: run.drift.summarize(),
    problems: { first: run.problems, count: run.problemCount },
    ...(bytes === undefined ? {} : { bytes }),
  });
}

function reply(message: Reply, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}
