import { createHash } from "node:crypto";

/** Texts longer than this are cut, so that what is kept of hostile lines is bounded. */
export const TEXT_LIMIT = 1000;

/**
 * Returns a text as it is kept: whole, or its first characters, its length, and a digest, so that different texts stay
 * different.
 */
export function cutText(text: string): string {
  if (text.length <= TEXT_LIMIT) return text;
  const digest = createHash("sha256").update(text, "utf16le").digest("hex").slice(0, 16);
  return `${text.slice(0, TEXT_LIMIT)}… (${text.length} characters, ${digest})`;
}
