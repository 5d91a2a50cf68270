import { Buffer } from "node:buffer";
import { createHmac, timingSafeEqual } from "node:crypto";

/** Where a page ended, and of which events it is a page. */
export interface Position {
  /** When the last event of the page took place, in seconds. */
  readonly at: number;
  /** The last event's number in the store. */
  readonly number: number;
  /** The newest number there was when the first page was read. Events that came later are not in the list. */
  readonly upTo: number;
}

/** What a token is good for. */
export interface TokenScope {
  readonly key: Uint8Array;
  readonly pool: string;
  readonly username: string;
}

const VERSION = 1;
const NUMBERS = 3;
const BODY = 1 + NUMBERS * 8;
const LENGTH = BODY + 32;

/** Returns the token of a position, which is good for this user of this pool alone. */
export function printPageToken({ at, number, upTo }: Position, scope: TokenScope): string {
  const body = Buffer.alloc(BODY);
  body.writeUInt8(VERSION);
  for (const [index, value] of [at, number, upTo].entries()) body.writeDoubleBE(value, 1 + index * 8);
  return Buffer.concat([body, sign(body, scope)]).toString("base64url");
}

/** Returns the position of a token, or nothing where the token was not made for this scope, letter by letter. */
export function readPageToken(token: string, scope: TokenScope): Position | undefined {
  const bytes = Buffer.from(token, "base64url");
  // Some texts differ and decode to the same bytes.
  if (bytes.length !== LENGTH || bytes.toString("base64url") !== token) return undefined;
  const body = bytes.subarray(0, BODY);
  if (!timingSafeEqual(bytes.subarray(BODY), sign(body, scope)) || body.readUInt8() !== VERSION)
    return undefined;
  return { at: body.readDoubleBE(1), number: body.readDoubleBE(9), upTo: body.readDoubleBE(17) };
}

function sign(body: Uint8Array, { key, pool, username }: TokenScope): Buffer {
  return createHmac("sha256", key)
    .update(JSON.stringify([pool, username]))
    .update("\0")
    .update(body)
    .digest();
}
