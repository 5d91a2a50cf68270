import type { AdminListUserAuthEventsRequest } from "@shapelog/cognito-identity-provider";
import { validateAdminListUserAuthEventsRequest } from "@shapelog/cognito-identity-provider/validators/sdk/AdminListUserAuthEvents";
import type { Credentials, Target } from "./endpoint.js";

/** What the service returns at most in one page. */
const PAGE_SIZE = 60;

/** A page of events, and where the next one begins. */
export interface EventPage {
  readonly events: readonly unknown[];
  readonly next: string | undefined;
}

/** Where to ask, as whom, from which page on, and how to end it early. */
export interface FetchOptions {
  readonly target: Target;
  readonly credentials: Credentials;
  readonly next: string | undefined;
  readonly signal: AbortSignal;
}

/** Returns what is wrong with a target's pool and user by the model, a sentence each. The SDK sends requests unchecked. */
export function findTargetProblems({ pool, user }: Target): readonly string[] {
  const checked = validateAdminListUserAuthEventsRequest(createRequest(pool, user, undefined));
  return checked.ok ? [] : checked.errors.map(({ message }) => message);
}

/** Asks for a user's events, page by page; the service has no other way. */
export async function* fetchEvents(options: FetchOptions): AsyncGenerator<EventPage> {
  const { endpoint, region, pool, user } = options.target;
  const { sessionToken, ...keys } = options.credentials;
  // Loaded here alone: whoever opens a file waits for no SDK.
  const { AdminListUserAuthEventsCommand, CognitoIdentityProviderClient } = await import("./client.js");
  const client = new CognitoIdentityProviderClient({
    region,
    credentials: sessionToken === "" ? keys : { ...keys, sessionToken },
    ...(endpoint === "" ? {} : { endpoint }),
  });
  const seen = new Set<string>();
  let next = options.next;
  try {
    do {
      const command = new AdminListUserAuthEventsCommand(createRequest(pool, user, next));
      const { AuthEvents: events = [], NextToken: token } = await client.send(command, {
        abortSignal: options.signal,
      });
      // A service that goes in a circle would never end.
      next = token !== undefined && seen.has(token) ? undefined : token;
      if (next !== undefined) seen.add(next);
      yield { events, next };
    } while (next !== undefined);
  } finally {
    client.destroy();
  }
}

function createRequest(pool: string, user: string, next: string | undefined): AdminListUserAuthEventsRequest {
  return { UserPoolId: pool, Username: user, MaxResults: PAGE_SIZE, ...(next ? { NextToken: next } : {}) };
}
