import { isBigNumber } from "./numbers.js";

/**
 * Returns what `JSON.stringify` gives for a value that is neither a function nor `undefined`, but that numbers keep
 * their digits.
 */
export function printJson(value: unknown, space = 0): string {
  return holdsBigNumber(value) ? print(value, { space, depth: 0 }) : JSON.stringify(value, null, space);
}

interface Place {
  readonly space: number;
  readonly depth: number;
}

function holdsBigNumber(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsBigNumber);
  if (isBigNumber(value)) return true;
  const object = value as Record<string, unknown>; // an object, by the lines above
  for (const key in object) if (holdsBigNumber(object[key])) return true;
  return false;
}

function print(value: unknown, place: Place): string {
  if (isBigNumber(value)) return value.text;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if ("toJSON" in value && typeof value.toJSON === "function") return JSON.stringify(value);
  const inner = { ...place, depth: place.depth + 1 };
  if (Array.isArray(value)) {
    const elements = value.map((element) => print(element, inner));
    return bracket(elements, "[]", place);
  }
  const colon = place.space > 0 ? ": " : ":";
  const fields = Object.entries(value).flatMap(([key, field]) =>
    field === undefined || typeof field === "function"
      ? []
      : [`${JSON.stringify(key)}${colon}${print(field, inner)}`],
  );
  return bracket(fields, "{}", place);
}

function bracket(parts: readonly string[], kind: "[]" | "{}", { space, depth }: Place): string {
  const [open, close] = [kind.slice(0, 1), kind.slice(1)];
  if (parts.length === 0 || space === 0) return `${open}${parts.join(",")}${close}`;
  const indent = " ".repeat(space * depth);
  const inner = `\n${indent}${" ".repeat(space)}`;
  return `${open}${inner}${parts.join(`,${inner}`)}\n${indent}${close}`;
}
