const WIDTH = 110;

/** Returns JSON that fits a review: what fits on a line stands on one. */
export function printCompact(value: unknown, indent = ""): string {
  const short = JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
  if (indent.length + short.length <= WIDTH || typeof value !== "object" || value === null) return short;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => printCompact(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printCompact(item, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.map((line) => inner + line).join(",\n")}\n${indent}${close}`;
}
