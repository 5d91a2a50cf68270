import { Buffer } from "node:buffer";
import type { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { AdminListUserAuthEventsRequest } from "@shapelog/cognito-identity-provider";
import { validateAdminListUserAuthEventsRequest } from "@shapelog/cognito-identity-provider/validators/sdk";
import type { EventStore } from "../database/event-store.js";
import { addSource } from "../database/find-source.js";
import { encodeContent } from "../reading/encode-block.js";
import { readSdkPage } from "../reading/read-content.js";
import { describeServiceError, isUserGone } from "./describe-service-error.js";
import type { Progress } from "./progress.js";
import { beginUserRun, endUserRun, finishUser, forgetPart, keyOfUser, type UserRun } from "./user-run.js";

/** Whose events to ask for, and how. */
export interface LoadUsersOptions {
  readonly userPoolId: string;
  readonly usernames: readonly string[];
  /** Default: the region that the user pool's ID begins with. */
  readonly region: string | undefined;
  /** How many users are asked for at once. */
  readonly concurrency: number;
  readonly progress: Progress;
}

/** What the service returns at most in one page. */
const PAGE_SIZE = 60;

/** Calls that are refused for their number are made again this often, each time after a longer wait. */
const ATTEMPTS = 10;

/**
 * Reads the events that AWS has of users, page by page, with the credentials of the environment. A user that AWS does
 * not know is noted, and the others are read. Rejects where a request does not fit the model, and where the service
 * refuses all; messages hold no username.
 */
export async function loadUsers(
  connection: DuckDBConnection,
  store: EventStore,
  options: LoadUsersOptions,
): Promise<void> {
  const { userPoolId, usernames, concurrency, progress } = options;
  const requests = usernames.map((username, index) => createRequest(userPoolId, username, index, usernames));
  const client = await createClient(options);
  const run = await beginUserRun(connection);
  const load: Load = { connection, store, client, run, isOnly: requests.length === 1, lock: createLock() };
  const queue = [...requests.entries()];
  progress.start(requests.length);
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await loadUser(load, next[1], next[0] + 1);
      progress.add(1, store.events);
    }
  };
  const results = await Promise.allSettled(
    Array.from({ length: Math.min(concurrency, requests.length) }, () =>
      work().catch((error: unknown) => {
        // What refuses one refuses the others.
        queue.length = 0;
        throw error;
      }),
    ),
  );
  progress.stop();
  client.destroy();
  await store.commit();
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  await endUserRun(connection);
}

interface Load {
  readonly connection: DuckDBConnection;
  readonly store: EventStore;
  readonly client: CognitoIdentityProviderClient;
  readonly run: UserRun;
  readonly isOnly: boolean;
  /** Lets one at a time write. */
  readonly lock: <T>(work: () => Promise<T>) => Promise<T>;
}

function createRequest(
  userPoolId: string,
  username: string,
  index: number,
  all: readonly string[],
): AdminListUserAuthEventsRequest {
  const request = { UserPoolId: userPoolId, Username: username, MaxResults: PAGE_SIZE };
  // The SDK sends requests unchecked.
  const checked = validateAdminListUserAuthEventsRequest(request);
  if (checked.ok) return request;
  const which = all.length === 1 ? "" : `user ${index + 1}: `;
  throw new Error(which + checked.errors.map(({ message }) => message).join("; "));
}

async function createClient({
  userPoolId,
  region,
}: LoadUsersOptions): Promise<CognitoIdentityProviderClient> {
  // Loaded here alone: whoever reads files waits for no SDK.
  const { CognitoIdentityProviderClient } = await import("@aws-sdk/client-cognito-identity-provider");
  return new CognitoIdentityProviderClient({
    region: region ?? userPoolId.slice(0, userPoolId.indexOf("_")),
    // Slows all calls down where the service refuses some for their number.
    retryMode: "adaptive",
    maxAttempts: ATTEMPTS,
  });
}

async function loadUser(load: Load, request: AdminListUserAuthEventsRequest, number: number): Promise<void> {
  const { connection, store, client, run, isOnly, lock } = load;
  const { UserPoolId: pool = "", Username: username = "" } = request;
  const key = Buffer.from(keyOfUser(pool, username));
  if (run.hasFinished(key)) return;
  const source = await lock(async () => {
    await forgetPart(connection, key);
    return await addSource(connection, { kind: "user", name: `user ${number}`, run: run.number }, key);
  });
  const { paginateAdminListUserAuthEvents } = await import("@aws-sdk/client-cognito-identity-provider");
  let first = 0;
  try {
    for await (const { AuthEvents: events = [] } of paginateAdminListUserAuthEvents({ client }, request)) {
      const block = encodeContent(readSdkPage(events, first, username));
      first += events.length;
      await lock(() => store.add(source, block, first));
    }
  } catch (error) {
    const message = describeServiceError(error).replaceAll(username, "(username)");
    if (isOnly || !isUserGone(error)) throw new Error(message);
    const problem = encodeContent({ events: [], drift: [], fullLists: 0, problems: [message] });
    await lock(() => store.add(source, problem, first));
  }
  await lock(async () => {
    await finishUser(connection, source.id, key);
    store.finish(source);
  });
}

/** Returns what runs pieces of work one after the other. */
function createLock(): Load["lock"] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
