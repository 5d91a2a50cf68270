import { Buffer } from "node:buffer";
import { connect, type Socket } from "node:net";

/** An answer, as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Opens a connection to an endpoint. */
export async function openSocket(endpoint: string): Promise<Socket> {
  const { hostname, port } = new URL(endpoint);
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", () => resolve());
    socket.once("error", reject);
  });
  // What is written to a connection that the server has closed ends here; the answer tells the rest.
  socket.on("error", () => {});
  return socket;
}

/** Sends bytes as they are and returns the answer to them. */
export async function sendRaw(endpoint: string, bytes: string | Uint8Array): Promise<RawAnswer> {
  const socket = await openSocket(endpoint);
  const answer = readAnswer(socket);
  socket.write(bytes);
  try {
    return await answer;
  } finally {
    socket.destroy();
  }
}

/** Returns the next answer that comes over a connection. */
export function readAnswer(socket: Socket): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      const answer = parseAnswer(received);
      if (answer) resolve(answer);
    });
    socket.once("close", () => reject(new Error(`the connection was closed after ${received.length} bytes`)));
  });
}

function parseAnswer(received: Buffer): RawAnswer | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [first = "", ...lines] = received.subarray(0, end).toString("latin1").split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  const body = received.subarray(end + 4);
  if (body.length < Number(headers["content-length"] ?? 0)) return undefined;
  return { status: Number(first.split(" ")[1]), headers, body: body.toString("utf8") };
}

const SIGNATURE =
  "AWS4-HMAC-SHA256 Credential=local/20260331/eu-central-1/cognito-idp/aws4_request, SignedHeaders=host;x-amz-date, Signature=00";

/** The headers of a call, but for its length. */
export const CALL_HEADERS = {
  host: "127.0.0.1",
  "content-type": "application/x-amz-json-1.1",
  "x-amz-target": "AWSCognitoIdentityProviderService.AdminListUserAuthEvents",
  "x-amz-date": "20260331T180000Z",
  authorization: SIGNATURE,
} as const;

/** A call that differs from a right one as it says; `undefined` leaves a header out. */
export interface RawCall {
  readonly line?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Uint8Array;
}

/** Returns the bytes of a call. */
export function printCall({ line = "POST / HTTP/1.1", headers = {}, body = "{}" }: RawCall): Uint8Array {
  const bytes = Buffer.from(body);
  const all = { ...CALL_HEADERS, "content-length": String(bytes.length), ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return Buffer.concat([Buffer.from(`${[line, ...lines].join("\r\n")}\r\n\r\n`), bytes]);
}
