import { createHash } from "node:crypto";
import { compareCodeUnits, type Model, type NodeValue } from "@shapelog/model";

/**
 * Returns `sha256:` and the hex digest of a model. Equal models have equal digests: shapes, metadata and object keys
 * are sorted, members and lists keep their order.
 */
export function digestModel(model: Model): string {
  const hash = createHash("sha256");
  for (const key of [...model.metadata.keys()].sort(compareCodeUnits)) {
    hash.update(`${JSON.stringify(key)}:${canonicalJson(model.metadata.get(key))}\n`);
  }
  for (const id of [...model.shapes.keys()].sort(compareCodeUnits)) {
    const { mixins, ...shape } = model.shapes.get(id) ?? {};
    hash.update(`${canonicalJson(mixins?.length ? { ...shape, mixins } : shape)}\n`);
  }
  return `sha256:${hash.digest("hex")}`;
}

/** Returns JSON text with the keys of every object sorted and no white space. Keys without a value are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value as Record<string, NodeValue | undefined>) // a plain object, by the line above
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => compareCodeUnits(a, b));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
}
