import {
  AdminListUserAuthEventsCommand,
  type AdminListUserAuthEventsRequest,
  type AdminListUserAuthEventsResponse,
  type AuthEventType,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  paginateAdminListUserAuthEvents,
} from "@aws-sdk/client-cognito-identity-provider";
import { createServer, type ServerOptions } from "../src/create-server.js";

export const POOL = "eu-central-1_LocalPool";
/** When the servers of tests are started, as they see it. */
export const NOW = new Date("2026-03-31T18:00:00Z");

/** What a request that is no call of the service got. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** A server of this process, with the real client of the AWS SDK. */
export interface RunningServer {
  readonly endpoint: string;
  /** Reads one page; the user is ana.silva where none is named. */
  page(
    input: Partial<AdminListUserAuthEventsRequest>,
    abortSignal?: AbortSignal,
  ): Promise<AdminListUserAuthEventsResponse>;
  /** Reads the events of one page. */
  list(
    input: Partial<AdminListUserAuthEventsRequest>,
    abortSignal?: AbortSignal,
  ): Promise<readonly AuthEventType[]>;
  /** Reads all pages. */
  listAll(username: string, pageSize?: number): Promise<readonly AuthEventType[]>;
  readonly client: CognitoIdentityProviderClient;
  admin(method: string, path: string, body?: unknown): Promise<Reply>;
  close(): Promise<void>;
}

/** Creates a client that talks to an address. */
export function createClient(
  endpoint: string,
  config: CognitoIdentityProviderClientConfig = {},
): CognitoIdentityProviderClient {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return new CognitoIdentityProviderClient({ endpoint, region: "eu-central-1", credentials, ...config });
}

/** Reads all pages of a user's events. */
export async function listAll(
  client: CognitoIdentityProviderClient,
  username: string,
  pageSize = 60,
): Promise<readonly AuthEventType[]> {
  const events: AuthEventType[] = [];
  const input = { UserPoolId: POOL, Username: username };
  for await (const page of paginateAdminListUserAuthEvents({ client, pageSize }, input)) {
    events.push(...(page.AuthEvents ?? []));
  }
  return events;
}

/** Starts a server in this process. */
export async function startServer(
  options: ServerOptions = {},
  config: CognitoIdentityProviderClientConfig = {},
): Promise<RunningServer> {
  const server = await createServer({ now: () => NOW, ...options });
  const client = createClient(server.endpoint, config);
  const page: RunningServer["page"] = (input, abortSignal) => {
    const request = { UserPoolId: POOL, Username: "ana.silva", ...input };
    return client.send(new AdminListUserAuthEventsCommand(request), abortSignal ? { abortSignal } : {});
  };
  return {
    endpoint: server.endpoint,
    client,
    page,
    list: async (input, abortSignal) => (await page(input, abortSignal)).AuthEvents ?? [],
    listAll: (username, pageSize) => listAll(client, username, pageSize),
    admin: (method, path, body) => sendJson(`${server.endpoint}/admin${path}`, method, body),
    close: async () => {
      client.destroy();
      await server.close();
    },
  };
}

async function sendJson(url: string, method: string, body: unknown): Promise<Reply> {
  const init =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(url, { method, ...init });
  return { status: response.status, body: await response.json() };
}
