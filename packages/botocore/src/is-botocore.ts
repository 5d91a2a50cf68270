/** Returns whether a parsed JSON value looks like a botocore `service-2.json`. */
export function isBotocore(value: unknown): boolean {
  if (typeof value !== "object" || value === null || "smithy" in value) return false;
  return (
    "metadata" in value &&
    typeof value.metadata === "object" &&
    value.metadata !== null &&
    "shapes" in value &&
    ("operations" in value || "protocol" in value.metadata)
  );
}
