import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the server got it. */
export interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface StubServer {
  readonly endpoint: string;
  readonly received: readonly Received[];
  /** What the next requests get. */
  answer(answer: Answer): void;
  close(): Promise<void>;
}

/** Starts a server that keeps what it gets and gives one answer. */
export async function startStubServer(): Promise<StubServer> {
  const received: Received[] = [];
  let next: Answer = { status: 200, body: "{}" };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method, url, headers } = request;
      received.push({ method, url, headers, body: Buffer.concat(chunks).toString("utf8") });
      response.writeHead(next.status, { "content-type": "application/x-amz-json-1.1", ...next.headers });
      response.end(next.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a port
  return {
    endpoint: `http://127.0.0.1:${port}`,
    received,
    answer: (answer) => {
      next = answer;
    },
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
