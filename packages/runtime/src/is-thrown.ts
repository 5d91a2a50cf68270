/**
 * Returns whether a value is an error of one of the names, as clients made with Smithy throw it: with `name`, `$fault` and
 * `$metadata` (@smithy/types, `SmithyException`). Classes are not asked: a program can hold two copies of a client, and
 * errors come from workers and other realms. Never throws.
 */
export function isThrown(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    const { name, $fault, $metadata }: Thrown = value;
    const isFault = $fault === "client" || $fault === "server";
    return (
      isFault && typeof $metadata === "object" && $metadata !== null && names.some((own) => own === name)
    );
  } catch {
    return false; // a getter or a proxy
  }
}

interface Thrown {
  readonly name?: unknown;
  readonly $fault?: unknown;
  readonly $metadata?: unknown;
}
