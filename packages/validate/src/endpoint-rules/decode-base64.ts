import { isBase64 } from "../node/check-node.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BITS_OF = new Map([...ALPHABET].map((character, bits) => [character, bits]));

/** Returns the bytes of base64 text (RFC 4648), or `undefined` where it is none. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!isBase64(text)) return undefined;
  const body = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let index = 0;
  for (const character of body) {
    buffer = ((buffer << 6) | (BITS_OF.get(character) ?? 0)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[index++] = (buffer >> bits) & 0xff;
  }
  return bytes;
}
