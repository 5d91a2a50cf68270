import { createHash } from "node:crypto";

/** Returns the SHA-256 of bytes, or of a text as UTF-8, in hexadecimal digits. */
export function digestBytes(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
