/** A step of a position's path: into a member, a list's members, a map's values, or a map's keys. */
export type PathStep =
  | { readonly kind: "member"; readonly names: readonly string[] }
  | { readonly kind: "list" | "values" | "keys" };

/** Reads a position's path, such as `AuthEvents[].EventResponse`. CloudTrail begins the names of members in lower case. */
export function readPath(path: string): readonly PathStep[] {
  return [...path.matchAll(/\[\]|\{key\}|\{\}|[^.[\]{}]+/g)].map(([step]): PathStep => {
    if (step === "[]") return { kind: "list" };
    if (step === "{}") return { kind: "values" };
    if (step === "{key}") return { kind: "keys" };
    const lower = `${step.charAt(0).toLowerCase()}${step.slice(1)}`;
    return { kind: "member", names: lower === step ? [step] : [step, lower] };
  });
}

/** How many values of one record are looked at. */
const MOST_VALUES = 10_000;

/** Returns the values at a path; `null` is none. */
export function walkPath(value: unknown, steps: readonly PathStep[]): readonly unknown[] {
  let found: readonly unknown[] = [value];
  for (const step of steps) found = found.flatMap((each) => follow(each, step)).slice(0, MOST_VALUES);
  return found.filter((each) => each !== null && each !== undefined);
}

function follow(value: unknown, step: PathStep): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  switch (step.kind) {
    case "member": {
      const own = step.names.find((name) => Object.hasOwn(value, name));
      return own === undefined ? [] : [Reflect.get(value, own)];
    }
    case "list":
      return Array.isArray(value) ? value : [];
    case "values":
      return Object.values(value);
    case "keys":
      return Object.keys(value);
  }
}
