import { type Diagnostic, findSimilar } from "@shapelog/diagnostics";
import { isAggregate, type Model, type Shape, shapeName } from "@shapelog/model";
import { diffDiagnostics } from "../diagnostics.js";
import type { Finding } from "../finding.js";
import { matchesFinding, matchesId } from "./apply-policy.js";
import { matchGlob } from "./match-glob.js";
import type { Policy, PolicyEntry } from "./policy.js";

/** What an entry can name of a model. */
const TARGETS = ["operation", "shape", "member"] as const;

/**
 * Returns a warning at each name in a policy's own entries that no operation, shape or member of the models has, such as
 * one that was misspelled or is long gone: the entry does nothing.
 */
export function findUnknownTargets(policy: Policy, models: readonly Model[]): Diagnostic[] {
  if (namingEntries(policy).length === 0) return [];
  const shapes = models.flatMap((model) => [...model.shapes.values()]);
  const names = {
    operation: namesOf(shapes.filter(({ kind }) => kind === "operation")),
    shape: namesOf(shapes),
    member: new Set(
      shapes.flatMap((shape) => (isAggregate(shape) ? shape.members.map(({ name }) => name) : [])),
    ),
  };
  const known = new Map<string, boolean>();
  return namingEntries(policy).flatMap((entry) =>
    TARGETS.flatMap((kind) => {
      const name = entry[kind];
      if (name === undefined) return [];
      const key = `${kind} ${name}`;
      const isKnown = known.get(key) ?? isNamed(name, kind, names[kind]);
      known.set(key, isKnown);
      if (isKnown) return [];
      const similar = name.includes("*") ? [] : findSimilar(name, [...names[kind]]);
      const data = { kind, name, similar };
      return [diffDiagnostics.create("unknown-target", placeOf(entry, `/${kind}`), data)];
    }),
  );
}

/**
 * Returns a warning at each of a policy's own entries that names an operation, a shape or a member and is about none of
 * the findings. An entry that names none of them speaks of what is to come, and is not asked. `findings` are those of
 * each comparison; none is asked for once every entry was about one.
 */
export function findUnmatchedEntries(policy: Policy, findings: Iterable<readonly Finding[]>): Diagnostic[] {
  let open = namingEntries(policy);
  if (open.length === 0) return [];
  for (const each of findings) {
    open = open.filter((entry) => !each.some((finding) => matchesFinding(entry, finding)));
    if (open.length === 0) return [];
  }
  return open.map((entry) => {
    const names = TARGETS.flatMap((kind) => (entry[kind] === undefined ? [] : [`${kind} "${entry[kind]}"`]));
    return diffDiagnostics.create("unmatched-entry", entry.location, { names });
  });
}

/**
 * Built-in policies name nothing, and a policy that stands nowhere has nobody to warn. What asks for traffic is not asked
 * without it.
 */
function namingEntries({ entries }: Policy): PolicyEntry[] {
  const isAsked = ({ location, used }: PolicyEntry) => location !== undefined && used === undefined;
  return entries.filter((entry) => isAsked(entry) && TARGETS.some((kind) => entry[kind] !== undefined));
}

function placeOf({ location }: PolicyEntry, below: string): Diagnostic["location"] {
  return location && { ...location, pointer: `${location.pointer ?? ""}${below}` };
}

function namesOf(shapes: readonly Shape[]): Set<string> {
  return new Set(shapes.flatMap(({ id }) => [id, shapeName(id)]));
}

function isNamed(pattern: string, kind: (typeof TARGETS)[number], names: ReadonlySet<string>): boolean {
  if (!pattern.includes("*")) return names.has(pattern);
  if (kind === "member") return [...names].some((name) => matchGlob(pattern, name));
  return [...names].some((name) => name.includes("#") && matchesId(pattern, name));
}
