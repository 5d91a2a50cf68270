import { availableParallelism } from "node:os";
import type { DuckDBConnection } from "@duckdb/node-api";
import { EventStore } from "./database/event-store.js";
import { settleDuplicates } from "./database/settle-duplicates.js";
import { findFiles } from "./loading/find-files.js";
import { loadFiles } from "./loading/load-files.js";
import { loadUsers } from "./loading/load-users.js";
import { createBarProgress, createSilentProgress } from "./loading/progress.js";
import { readUsernames } from "./loading/read-usernames.js";
import type { Options } from "./read-options.js";
import type { Terminal } from "./terminal.js";

/** Reads what the options name into the database. What was read before is passed over. */
export async function loadEvents(
  connection: DuckDBConnection,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const input = () => terminal.input();
  const createProgress = () =>
    terminal.screen ? createBarProgress(terminal.screen) : createSilentProgress();
  const store = await EventStore.create(connection, { rowsPerCommit: options.commit });
  // While lines are checked, the database has the cores that are left: more would take theirs.
  await setThreads(connection, Math.max(1, availableParallelism() - options.workers));
  try {
    if (options.files.length > 0) {
      const files = await findFiles(options.files, input);
      const { workers, userFromFileName: isNamedByUser } = options;
      await loadFiles(connection, store, {
        files,
        workers,
        isNamedByUser,
        progress: createProgress(),
      });
    }
    if (options.userPool !== undefined) {
      const { userPool: userPoolId, region, concurrency, username, users } = options;
      const usernames = await readUsernames({ usernames: username, usersFile: users, input });
      const progress = createProgress();
      await loadUsers(connection, store, { userPoolId, usernames, region, concurrency, progress });
    }
  } finally {
    await setThreads(connection, Math.max(1, options.workers));
    await settleDuplicates(connection);
  }
}

async function setThreads(connection: DuckDBConnection, count: number): Promise<void> {
  await connection.run(`SET threads = ${count}`);
}
