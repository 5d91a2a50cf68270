import type { Reply, Request } from "../data/messages.js";
import type { Query } from "../data/query.js";
import type { StoredEvent } from "../events/stored-event.js";
import { describeFailure, type Failure } from "../service/describe-failure.js";
import type { Credentials, Target } from "../service/endpoint.js";
import { fetchEvents } from "../service/fetch-events.js";
import { EMPTY_SNAPSHOT, type Snapshot } from "./snapshot.js";

/** While events come, the query is asked again this often at most, in milliseconds. */
const ASK_EVERY = 300;

/** Holds the events and what is asked of them. One for the page: it has the worker. */
export class ConsoleStore {
  #snapshot: Snapshot = EMPTY_SNAPSHOT;
  #events: StoredEvent[] = [];
  #run = 0;
  #asked: "no" | "once" | "again" = "no";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();
  #next: string | undefined;
  #credentials: Credentials | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      if (data.run === this.#run) this.#take(data);
    });
    worker.addEventListener("error", () => this.#fail(BROKEN_WORKER));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): Snapshot => this.#snapshot;

  /** Shows the events of a file in place of those there are. */
  openFile(file: File): void {
    this.#start({ source: { kind: "file", name: file.name, size: file.size }, phase: "loading" });
    this.#send({ kind: "open", run: this.#run, file });
  }

  /** Shows the events that a service has, in place of those there are. */
  connect(target: Target, credentials: Credentials): void {
    this.#start({ source: { kind: "service", target }, phase: "loading" });
    this.#credentials = credentials;
    this.#next = undefined;
    void this.#fetch(target, credentials);
  }

  /** Ends loading; what was loaded stays. */
  stop(): void {
    this.#abort.abort();
    this.#send({ kind: "stop", run: this.#run });
    this.#set({ phase: "stopped" });
  }

  /** Loads the pages that are still missing after a stop or a failure. */
  goOn(): void {
    const { source } = this.#snapshot;
    if (source?.kind !== "service" || !this.#credentials) return;
    this.#abort = new AbortController();
    this.#set({ phase: "loading", failure: undefined });
    void this.#fetch(source.target, this.#credentials);
  }

  /** Lets go of all events. */
  close(): void {
    this.#start({});
  }

  /** Asks for other events, or for another order. */
  setQuery(changes: Partial<Query>): void {
    this.#set({ query: { ...this.#snapshot.query, ...changes } });
    this.#ask();
  }

  #start(changes: Partial<Snapshot>): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#run++;
    this.#events = [];
    this.#asked = "no";
    this.#send({ kind: "start", run: this.#run });
    const { query } = this.#snapshot;
    const kept = { ...EMPTY_SNAPSHOT.query, grouping: query.grouping, sort: query.sort };
    this.#set({ ...EMPTY_SNAPSHOT, run: this.#run, events: this.#events, query: kept, ...changes });
  }

  async #fetch(target: Target, credentials: Credentials): Promise<void> {
    const { signal } = this.#abort;
    const run = this.#run;
    try {
      for await (const { events, next } of fetchEvents({ target, credentials, next: this.#next, signal })) {
        if (signal.aborted) return;
        this.#next = next;
        this.#send({ kind: "add", run, events });
        this.#set({ pages: this.#snapshot.pages + 1 });
      }
      this.#set({ phase: "done" });
    } catch (error) {
      if (!signal.aborted) this.#fail(describeFailure(error, navigator.onLine));
    }
  }

  #take(reply: Reply): void {
    switch (reply.kind) {
      case "events":
        for (const event of reply.events) this.#events.push(event);
        this.#set({
          count: this.#events.length,
          drift: reply.drift,
          problems: reply.problems,
          bytes: reply.bytes ?? 0,
        });
        this.#timer ??= setTimeout(() => this.#ask(), this.#snapshot.answer ? ASK_EVERY : 0);
        return;
      case "end":
        if (this.#snapshot.phase === "loading") this.#set({ phase: "done" });
        this.#ask();
        return;
      case "unreadable":
        this.#fail(UNREADABLE);
        return;
      case "answer": {
        const again = this.#asked === "again";
        this.#asked = "no";
        this.#set({ answer: reply.answer });
        if (again) this.#ask();
        return;
      }
    }
  }

  /** One query is asked at a time; of those that come meanwhile the last counts. */
  #ask(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#asked === "no") this.#send({ kind: "query", run: this.#run, query: this.#snapshot.query });
    this.#asked = this.#asked === "no" ? "once" : "again";
  }

  #fail(failure: Failure): void {
    this.#set({ phase: "failed", failure });
  }

  #send(request: Request): void {
    this.#worker.postMessage(request);
  }

  #set(changes: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

const UNREADABLE: Failure = {
  title: "The file cannot be read",
  advice: "It may have been moved or changed since. Choose it again.",
};

const BROKEN_WORKER: Failure = {
  title: "This page could not go on",
  advice: "That is a fault of the page, or the browser ran out of memory. Reload it.",
};
