/** Returns the text of a key that stands, quotes included, between two offsets. */
export function readKey(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  if (!inner.includes("\\")) return inner;
  const key: unknown = JSON.parse(text.slice(start, end));
  return typeof key === "string" ? key : inner;
}
