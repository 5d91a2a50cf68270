import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A page of events with the token of the next, or an error by its name; or nothing, for a service that never answers. */
export type WireAnswer =
  | { readonly AuthEvents: readonly object[]; readonly NextToken?: string }
  | { readonly error: string; readonly message?: string }
  | "silence";

/** One request, as it came. */
export interface WireRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string;
}

/** A service that says what a test wants: errors that a healthy one has no reason for, and events of a newer one. */
export interface WireService {
  readonly endpoint: string;
  readonly requests: readonly WireRequest[];
  /** What is said from now on; the last answer is repeated. */
  answer(...answers: readonly WireAnswer[]): void;
  close(): Promise<void>;
}

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*, authorization",
  "access-control-allow-methods": "POST",
};

/** Starts a service that speaks awsJson1_1, which is the SDK's protocol for Cognito. */
export async function startWireService(): Promise<WireService> {
  let answers: readonly WireAnswer[] = [];
  const requests: WireRequest[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === "OPTIONS") return void response.writeHead(204, CORS).end();
    requests.push({ body: await readBody(request), authorization: request.headers.authorization ?? "" });
    const [first = "silence", ...rest] = answers;
    if (rest.length > 0) answers = rest;
    if (first !== "silence") write(response, first);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    requests,
    answer: (...next) => {
      answers = next;
      requests.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<WireRequest["body"]> {
  let text = "";
  for await (const part of request) text += part;
  return JSON.parse(text);
}

function write(response: ServerResponse, answer: Exclude<WireAnswer, "silence">): void {
  const headers = { ...CORS, "content-type": "application/x-amz-json-1.1" };
  if ("error" in answer)
    response
      .writeHead(400, headers)
      .end(JSON.stringify({ __type: answer.error, message: answer.message ?? "no" }));
  else response.writeHead(200, headers).end(JSON.stringify(answer));
}
