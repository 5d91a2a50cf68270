import { hash } from "node:crypto";
import type { Change } from "@shapelog/changes";
import { canonicalJson, displayPath, findServices, type Model, type ShapeId } from "@shapelog/model";
import type { Finding, JudgedFinding } from "./finding.js";
import { findServicesOfOperations } from "./service-reach.js";

const DIGITS = 12;

/**
 * Returns the findings of one comparison, each with its id: twelve hex digits of the SHA-256 of what it is about. These
 * are the service, the rule, the direction, the shapes and the member, and what was and is there: the target of a member,
 * the value of an enum, the value of a trait, never the place in a list, and of shapes that came or went the kind alone.
 * So it hangs neither on documentation that a new member carries, nor on what else changed, nor on the format that was
 * read, nor on the commits between. No words count: they may get better.
 *
 * Of a path its two ends count: the direction, and the shape with its member. How operations lead there does not, as
 * another operation that uses the shape would move the ids of all that became of it. Only where two findings say the
 * same of one member, and of other places, do the operations and paths count, in both of them. No two findings of a
 * comparison share an id.
 */
export function withIds(
  findings: readonly JudgedFinding[],
  models: { readonly before: Model; readonly after: Model },
): Finding[] {
  const servicesOf = createServicesOf(models);
  const keys = findings.map((finding) => keyOf(finding, servicesOf(finding)));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const taken = new Set<string>();
  return findings.map((finding, index): Finding => {
    const key = keys[index] ?? "";
    const whole = counts.get(key) === 1 ? key : `${key}\n${placesOf(finding)}`;
    let id = digest(whole);
    for (let next = 2; taken.has(id); next++) id = digest(`${whole}\n${next}`);
    taken.add(id);
    return { id, ...finding };
  });
}

function digest(text: string): string {
  return hash("sha256", text, "hex").slice(0, DIGITS);
}

function keyOf(finding: JudgedFinding, services: readonly ShapeId[]): string {
  const { rule, direction = null, shape, shapes = [shape], member = null } = finding;
  const facts = new Set(factsOf(finding).map(canonicalJson));
  const about = canonicalJson([services, rule, direction, [...shapes].sort(), member]);
  return [about, ...[...facts].sort()].join("\n");
}

function placesOf({ positions }: JudgedFinding): string {
  const places = positions.map((position) => [
    position.operation,
    position.error ?? "",
    displayPath(position),
  ]);
  return canonicalJson(places.map(canonicalJson).sort());
}

/** A namespace that moved has every shape among its changes, whatever else became of them. */
const MOVED = "namespace.changed";

/**
 * Returns what was and is there, by what a finding is about first: the rest was laid to it as another finding of the same
 * place says no more.
 */
function factsOf({ rule, changes: [first, ...others] }: JudgedFinding): readonly unknown[] {
  if (!first || rule === MOVED) return [];
  return [first, ...others.filter((change) => isWhole(change) === isWhole(first))].map(factOf);
}

function isWhole({ kind }: Change): boolean {
  return kind === "shape.added" || kind === "shape.removed";
}

function factOf(change: Change): unknown {
  const { kind } = change;
  switch (kind) {
    case "shape.added":
      return [kind, change.shape, change.after.kind];
    case "shape.removed":
      return [kind, change.shape, change.before.kind];
    case "shape.kind.changed":
      return [kind, change.shape, change.before.kind, change.after.kind];
    case "member.added":
      return [kind, change.shape, change.member, change.after.target];
    case "member.removed":
      return [kind, change.shape, change.member, change.before.target];
    case "enum.value.added":
    case "enum.value.removed":
      return [kind, change.shape, change.value];
    default:
      return [kind, ...DETAILS.map((name) => (change as Partial<Record<string, unknown>>)[name] ?? 0)];
  }
}

/** All that a change of a part can say, but for its place in a list. */
const DETAILS = ["shape", "member", "trait", "key", "value", "name", "target", "before", "after"] as const;

/**
 * Returns a function that gives the services of a finding: of those that both models have, or else of all, the ones that
 * bind its operations. A service that comes or goes in the same commit is none of them.
 */
function createServicesOf({ before, after }: { readonly before: Model; readonly after: Model }) {
  const [old, now] = [before, after].map((model) => findServices(model).map(({ id }) => id));
  const both = (now ?? []).filter((id) => old?.includes(id));
  const all = (both.length > 0 ? both : [...new Set([...(old ?? []), ...(now ?? [])])]).sort();
  if (all.length < 2) return () => all;
  const bound = [before, after].map(findServicesOfOperations);
  return ({ operations, shape }: JudgedFinding): readonly ShapeId[] => {
    const own = new Set(
      operations.flatMap((id) => bound.flatMap((services) => [...(services.get(id) ?? [])])),
    );
    const found = all.filter((id) => own.has(id) || id === shape);
    return found.length > 0 ? found : all;
  };
}
