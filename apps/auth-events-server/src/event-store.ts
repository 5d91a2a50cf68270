import { randomBytes } from "node:crypto";
import type { AuthEventType } from "@shapelog/cognito-identity-provider/wire";
import Database from "libsql";
import type { Position } from "./page-token.js";

/** A user as the store has it. */
export interface StoredUser {
  readonly number: number;
  readonly pool: string;
  readonly name: string;
}

/** An event that can be stored: what lacks an id or a time gets one before. */
export type StorableEvent = AuthEventType & { readonly EventId: string; readonly CreationDate: number };

/** Some events of a user, newest first, each as JSON. */
export interface Page {
  readonly events: readonly string[];
  /** Where the next page begins, unless this is the last one. */
  readonly next: Position | undefined;
}

/** Tells files of this program from others (https://www.sqlite.org/pragma.html#pragma_application_id): "AEvS". */
const APPLICATION = 0x41457653;

const TABLES = `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
  CREATE TABLE pools (id TEXT PRIMARY KEY) STRICT;
  CREATE TABLE users (
    number INTEGER PRIMARY KEY, pool TEXT NOT NULL REFERENCES pools, name TEXT NOT NULL, email TEXT, UNIQUE (pool, name)
  ) STRICT;
  CREATE INDEX users_by_email ON users (pool, email);
  CREATE TABLE events (
    number INTEGER PRIMARY KEY, user INTEGER NOT NULL REFERENCES users, pool TEXT NOT NULL, id TEXT NOT NULL,
    at REAL NOT NULL, event TEXT NOT NULL, UNIQUE (pool, id)
  ) STRICT;
  CREATE INDEX events_of_user ON events (user, at, number);
  PRAGMA application_id = ${APPLICATION};
`;

/** A pool has an event of this id already. */
export class DuplicateEventError extends Error {
  override readonly name = "DuplicateEventError";
  readonly eventId: string;

  constructor(eventId: string) {
    super("there is an event of this id already");
    this.eventId = eventId;
  }
}

/** Users and their events in an SQLite file. What a method has stored when it returns survives the end of the process. */
export class EventStore {
  /** Signs page tokens. It is kept with the data, so that tokens outlive a restart. */
  readonly tokenKey: Uint8Array;
  readonly #database: Database.Database;
  readonly #insert: Database.Statement;
  readonly #page: Database.Statement;
  readonly #user: Database.Statement;
  #open = true;

  /** Opens a file, or makes it; `:memory:` is no file. Throws where it cannot be used. */
  constructor(file: string) {
    const database = new Database(file);
    this.#database = database;
    try {
      database.pragma("busy_timeout = 5000");
      prepareFile(database);
    } catch (error) {
      database.close();
      throw error;
    }
    this.tokenKey = readSetting(database, "token-key");
    this.#insert = database.prepare(
      "INSERT INTO events (user, pool, id, at, event) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    // A call takes two statements, since each costs more than what it finds.
    this.#page = database.prepare(
      `SELECT number, at, event, newest.upTo
       FROM events, (SELECT coalesce(?2, (SELECT max(number) FROM events)) AS upTo) AS newest
       WHERE user = ?1 AND number <= newest.upTo AND (at, number) < (?3, ?4)
       ORDER BY at DESC, number DESC LIMIT ?5`,
    );
    this.#user = database.prepare(
      `SELECT pools.id AS pool, users.number, users.name FROM pools
       LEFT JOIN users ON users.number = coalesce(
         (SELECT number FROM users WHERE pool = ?1 AND name = ?2),
         (SELECT number FROM users WHERE pool = ?1 AND email = ?2)
       ) WHERE pools.id = ?1`,
    );
  }

  hasPool(pool: string): boolean {
    return this.findUser(pool, "") !== "no-pool";
  }

  addPool(pool: string): void {
    this.#run("INSERT INTO pools (id) VALUES (?) ON CONFLICT DO NOTHING", [pool]);
  }

  /** Returns the user that goes by a name or an email address in a pool, or what there is not. */
  findUser(pool: string, name: string): StoredUser | "no-pool" | "no-user" {
    this.#assertOpen();
    // A row has the columns that the statement names.
    const row = this.#user.get([pool, name]) as StoredUser | { readonly number: null } | undefined;
    if (!row) return "no-pool";
    return row.number === null ? "no-user" : row;
  }

  /** Adds a user, or changes the email address of one. */
  addUser(pool: string, name: string, email?: string): StoredUser {
    const statement =
      "INSERT INTO users (pool, name, email) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET email = excluded.email";
    this.#run(statement, [pool, name, email ?? null]);
    const user = this.findUser(pool, name);
    if (typeof user === "string") throw new Error("a user that was added is not there");
    return user;
  }

  /** Does several things, all or none. */
  atomically<T>(work: () => T): T {
    this.#assertOpen();
    if (this.#database.inTransaction) return work();
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  /** Stores events, all or none. Throws `DuplicateEventError` where the pool has an id already. */
  addEvents({ number, pool }: StoredUser, events: readonly StorableEvent[]): void {
    this.atomically(() => {
      for (const event of events) {
        const values = [number, pool, event.EventId, event.CreationDate, JSON.stringify(event)];
        if (this.#insert.run(values).changes === 0) throw new DuplicateEventError(event.EventId);
      }
    });
  }

  /** Returns the events after a position, or the newest ones. */
  readPage(
    { number: user }: StoredUser,
    { after, limit }: { after: Position | undefined; limit: number },
  ): Page {
    this.#assertOpen();
    const from = [after?.at ?? Number.MAX_VALUE, after?.number ?? Number.MAX_SAFE_INTEGER];
    const rows = this.#page.all([user, after?.upTo ?? null, ...from, limit + 1]) as (Position & {
      event: string;
    })[];
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      events: rows.slice(0, limit).map(({ event }) => event),
      next: last && { at: last.at, number: last.number, upTo: last.upTo },
    };
  }

  /** Returns the pools with how many users each has. */
  listPools(): readonly { readonly id: string; readonly users: number }[] {
    const statement =
      "SELECT id, (SELECT count(*) FROM users WHERE pool = id) AS users FROM pools ORDER BY id";
    return this.#all(statement, []) as { id: string; users: number }[];
  }

  /** Returns a pool's users with how many events each has, in the order in which they came. */
  listUsers(
    pool: string,
  ): readonly { readonly name: string; readonly email: string | null; readonly events: number }[] {
    const statement = `SELECT name, email, (SELECT count(*) FROM events WHERE user = users.number) AS events
      FROM users WHERE pool = ? ORDER BY number`;
    return this.#all(statement, [pool]) as { name: string; email: string | null; events: number }[];
  }

  close(): void {
    this.#open = false;
    this.#database.close();
  }

  /** The driver lets statements run on after `close`. */
  #assertOpen(): void {
    if (!this.#open) throw new Error("the data file is closed");
  }

  #all(statement: string, values: readonly unknown[]): unknown {
    this.#assertOpen();
    return this.#database.prepare(statement).all([...values]);
  }

  #run(statement: string, values: readonly unknown[]): void {
    this.#assertOpen();
    this.#database.prepare(statement).run([...values]);
  }
}

/** Makes the tables of a new file, and refuses a file of another program. */
function prepareFile(database: Database.Database): void {
  const { application_id: application } = database.prepare("PRAGMA application_id").get() as {
    application_id: number;
  };
  const { count } = database.prepare("SELECT count(*) AS count FROM sqlite_schema").get() as {
    count: number;
  };
  if (count > 0 && application !== APPLICATION) throw new Error("it is a database of another program");
  // A commit is on the disk before it is told of.
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  if (count > 0) return;
  database.exec(`BEGIN IMMEDIATE; ${TABLES}`);
  database.prepare("INSERT INTO settings (name, value) VALUES ('token-key', ?)").run([randomBytes(32)]);
  database.exec("COMMIT");
}

function readSetting(database: Database.Database, name: string): Uint8Array {
  const row = database.prepare("SELECT value FROM settings WHERE name = ?").get([name]) as
    | { value: Uint8Array }
    | undefined;
  if (!row) throw new Error(`it lacks its ${name}`);
  return row.value;
}
