import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import { performance } from "node:perf_hooks";
import process from "node:process";
import cors from "@fastify/cors";
import { type FastifyInstance, fastify, LogController } from "fastify";
import { addAdminRoutes } from "./admin-routes.js";
import { createLog, type LogDestination, type LogLevel } from "./create-log.js";
import { EventStore } from "./event-store.js";
import { addRequestNotes } from "./request-notes.js";
import { seedStore } from "./seed/seed-store.js";
import { addServiceRoutes } from "./service-routes.js";
import { createThrottle } from "./throttle.js";

/** What a server is made of; everything has a default. */
export interface ServerOptions {
  /** The data file, which is made where there is none. Default: memory, which is gone with the server. */
  readonly file?: string | undefined;
  /** Default: `127.0.0.1`, which only this machine reaches. */
  readonly host?: string | undefined;
  /** Default: 0, any free port. */
  readonly port?: number | undefined;
  /** The pages, by their origin such as `http://localhost:5173`, that may call from a browser; `*` for all. Default: none. */
  readonly allowOrigin?: readonly string[] | undefined;
  /** How many calls a second are answered; further ones are told TooManyRequestsException. Default: all. */
  readonly rate?: number | undefined;
  /** What a new data file is filled with. Default: seed 1, 6 users, 30 days up to now. */
  readonly seed?: number | undefined;
  readonly users?: number | undefined;
  readonly days?: number | undefined;
  readonly now?: (() => Date) | undefined;
  /** Default: `silent`. */
  readonly logLevel?: LogLevel | undefined;
  /** Default: the standard error. */
  readonly logTo?: LogDestination | undefined;
  /** How long, in milliseconds, a caller may take for the head and for the whole of a request. Default: 10,000 and 30,000. */
  readonly headTimeout?: number | undefined;
  readonly requestTimeout?: number | undefined;
}

/** A server that listens. */
export interface AuthEventsServer {
  /** Such as `http://127.0.0.1:4321`. */
  readonly endpoint: string;
  /** The pools with their users. */
  listPools(): readonly PoolListing[];
  /** Finishes the requests that are under way, then closes the data file. */
  close(): Promise<void>;
}

export interface PoolListing {
  readonly id: string;
  readonly users: readonly { readonly name: string; readonly events: number }[];
}

/** Fewer connections wait in line than clients may start at once. */
const BACKLOG = 4096;
const BODY_LIMIT = 1024 * 1024;
/** 128 characters, each four bytes long and escaped. */
const LONGEST_NAME = 128 * 4 * 3;
const EXPOSED = ["x-amzn-requestid", "x-amzn-errortype"];

/** Opens the data, listens, and returns the server. Throws where the file or the port cannot be had. */
export async function createServer(options: ServerOptions = {}): Promise<AuthEventsServer> {
  const { file = ":memory:", host = "127.0.0.1", port = 0, now = () => new Date() } = options;
  const store = new EventStore(file);
  try {
    seedStore(store, {
      seed: options.seed ?? 1,
      users: options.users ?? 6,
      days: options.days ?? 30,
      now: now(),
    });
    const app = createApp(options);
    await addRoutes(app, store, options);
    const endpoint = await app.listen({ host, port, backlog: BACKLOG });
    return {
      endpoint,
      listPools: () => store.listPools().map(({ id }) => ({ id, users: store.listUsers(id) })),
      close: async () => {
        await app.close();
        store.close();
      },
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

function createApp({
  headTimeout = 10_000,
  requestTimeout = 30_000,
  ...options
}: ServerOptions): FastifyInstance {
  const log = createLog(options.logLevel ?? "silent", options.logTo ?? process.stderr);
  return fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "request" }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout,
    routerOptions: { maxParamLength: LONGEST_NAME },
    http: {
      headersTimeout: Math.min(headTimeout, requestTimeout),
      connectionsCheckingInterval: Math.max(50, Math.min(headTimeout, requestTimeout) / 4),
    },
    clientErrorHandler: (error, socket) => answerBroken(error, socket),
  }) as unknown as FastifyInstance; // its type tells which logger it has
}

async function addRoutes(app: FastifyInstance, store: EventStore, options: ServerOptions): Promise<void> {
  const { allowOrigin = [], rate, now = () => new Date() } = options;
  addRequestNotes(app);
  endConnectionsOnClose(app);
  if (allowOrigin.length > 0) {
    const origin = allowOrigin.includes("*") ? "*" : [...allowOrigin];
    await app.register(cors, {
      origin,
      methods: ["GET", "POST", "PUT"],
      exposedHeaders: EXPOSED,
      maxAge: 600,
    });
  }
  const throttle = rate === undefined ? () => true : createThrottle(rate, () => performance.now());
  await app.register(async (scope) => addServiceRoutes(scope, { store, throttle }));
  await app.register(async (scope) => addAdminRoutes(scope, { store, now }), { prefix: "/admin" });
  app.get("/health", async () => ({ status: "ok", pools: store.listPools().length }));
}

/** Lets no connection outlive the answer that it waits for, or it would keep the server from ending. */
function endConnectionsOnClose(app: FastifyInstance): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onSend", async (_request, reply) => {
    if (closing) reply.header("connection", "close");
  });
}

/** Answers what is no HTTP, or did not come in time: there is no request yet that the framework could answer. */
function answerBroken(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, type] =
    error.code === "ERR_HTTP_REQUEST_TIMEOUT"
      ? ["408 Request Timeout", "RequestTimeoutException"]
      : error.code === "HPE_HEADER_OVERFLOW"
        ? ["431 Request Header Fields Too Large", "MalformedHttpRequestException"]
        : ["400 Bad Request", "MalformedHttpRequestException"];
  const body = JSON.stringify({ __type: type, message: status.slice(4) });
  const head = [
    `HTTP/1.1 ${status}`,
    "content-type: application/x-amz-json-1.1",
    `x-amzn-errortype: ${type}`,
    `x-amzn-requestid: ${randomUUID()}`,
    `content-length: ${body.length}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
