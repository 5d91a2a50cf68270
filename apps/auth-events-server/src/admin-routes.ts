import { randomUUID } from "node:crypto";
import {
  type Drift,
  readAuthEventType,
  validateAuthEventType,
  validateUsernameType,
  validateUserPoolIdType,
} from "@shapelog/cognito-identity-provider/validators";
import type { FastifyInstance } from "fastify";
import { DuplicateEventError, type EventStore, type StorableEvent } from "./event-store.js";

/** The largest body: an event of six longest texts fits. */
const BODY_LIMIT = 16 * 1024 * 1024;

export interface AdminOptions {
  readonly store: EventStore;
  readonly now: () => Date;
}

interface PoolPath {
  Params: { pool: string };
}

interface UserPath {
  Params: { pool: string; user: string };
}

/** A request that asks for what cannot be; its message is told. */
class AdminError extends Error {
  readonly statusCode: number;
  readonly details: readonly string[];

  constructor(statusCode: number, message: string, details: readonly string[] = []) {
    super(message);
    this.statusCode = statusCode;
    this.details = details;
  }
}

/** Adds the addresses by which pools, users and events are listed and added. Plain JSON, and no part of the service. */
export function addAdminRoutes(app: FastifyInstance, { store, now }: AdminOptions): void {
  // A page elsewhere can send text without asking first, and no JSON.
  app.removeContentTypeParser("text/plain");
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ failure: error }, "an administrator's request failed");
    const errors = error instanceof AdminError && error.details.length > 0 ? { errors: error.details } : {};
    return reply.status(status).send({ message: status >= 500 ? "It failed." : error.message, ...errors });
  });
  app.get("/pools", async () => ({ pools: store.listPools() }));
  app.put<PoolPath>("/pools/:pool", async ({ params: { pool } }, reply) => {
    assertValid(validateUserPoolIdType(pool), "this is no id of a user pool");
    store.addPool(pool);
    return reply.status(201).send({ id: pool });
  });
  app.get<PoolPath>("/pools/:pool/users", async ({ params: { pool } }) => {
    assertPool(store, pool);
    return { users: store.listUsers(pool) };
  });
  app.put<UserPath & { Body: unknown }>("/pools/:pool/users/:user", async ({ params, body }, reply) => {
    assertPool(store, params.pool);
    assertValid(validateUsernameType(params.user), "this is no username");
    const { name } = store.addUser(params.pool, params.user, readEmail(body));
    return reply.status(201).send({ name });
  });
  app.post<UserPath & { Body: unknown; Querystring: { unknown?: string } }>(
    "/pools/:pool/users/:user/events",
    { bodyLimit: BODY_LIMIT },
    async ({ params: { pool, user: name }, body, query }, reply) => {
      const user = store.findUser(pool, name);
      if (user === "no-pool") throw new AdminError(404, "there is no such pool");
      if (user === "no-user") throw new AdminError(404, "the pool has no such user");
      const { events, drift } = readEvents(body, { allowUnknown: query.unknown === "allow", now: now() });
      addEvents(() => store.addEvents(user, events));
      return reply.status(201).send({ ids: events.map(({ EventId }) => EventId), drift });
    },
  );
}

/** Reads one event, or a list of them; what lacks an id or a time gets one. */
function readEvents(
  body: unknown,
  { allowUnknown, now }: { readonly allowUnknown: boolean; readonly now: Date },
): { readonly events: readonly StorableEvent[]; readonly drift: readonly Drift[] } {
  const drift: Drift[] = [];
  const events = (Array.isArray(body) ? body : [body]).map((each: unknown) => {
    const read = allowUnknown ? readAuthEventType(each) : validateAuthEventType(each);
    if ("drift" in read) drift.push(...read.drift);
    if (!read.ok)
      return assertValid(read, "an event is not as the model has it; ?unknown=allow lets unknown values in");
    // What the model does not know was asked for: the store keeps it, and clients get to see it.
    const event = read.value as StorableEvent;
    return {
      ...event,
      EventId: event.EventId ?? randomUUID(),
      CreationDate: event.CreationDate ?? now.getTime() / 1000,
    };
  });
  return { events, drift };
}

function addEvents(add: () => void): void {
  try {
    add();
  } catch (error) {
    if (error instanceof DuplicateEventError) throw new AdminError(409, error.message, [error.eventId]);
    throw error;
  }
}

function readEmail(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null || !("email" in body)) return undefined;
  if (typeof body.email !== "string" || body.email === "")
    throw new AdminError(400, "email has to be a text");
  return body.email;
}

function assertPool(store: EventStore, pool: string): void {
  if (!store.hasPool(pool)) throw new AdminError(404, "there is no such pool");
}

type Checked =
  | { readonly ok: true }
  | { readonly ok: false; readonly errors: readonly { readonly message: string }[] };

function assertValid(checked: Extract<Checked, { ok: false }>, message: string): never;
function assertValid(checked: Checked, message: string): void;
function assertValid(checked: Checked, message: string): void {
  if (!checked.ok) {
    const details = checked.errors.map((error) => error.message);
    throw new AdminError(400, message, details);
  }
}
