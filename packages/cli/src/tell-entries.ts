import type { Entry } from "@shapelog/diff";

/**
 * Returns what entries say first, without its full stop. What is said of a request and of a response alike says which,
 * as it can break the one and be safe in the other.
 */
export function tellEntries(entries: readonly Entry[]): readonly string[] {
  const messages = entries.map(({ findings }) => findings[0]?.message.replace(/\.$/, "") ?? "");
  return entries.map(({ direction }, index) => {
    const message = messages[index] ?? "";
    const isAlone = messages.indexOf(message) === messages.lastIndexOf(message);
    return isAlone || direction === undefined ? message : `${message} (${direction})`;
  });
}
