import { findSimilar } from "@shapelog/diagnostics";
import { type Comparison, withOwnOperations } from "@shapelog/diff";
import { findOperations, shapeName } from "@shapelog/model";
import { cliDiagnostics } from "./diagnostics.js";
import { failed, type Outcome, succeeded } from "./outcome.js";
import type { UsedComparison } from "./traffic/apply-traffic.js";

/** The name that stands for all operations that traffic called. */
const USED = "used";

/**
 * Returns comparisons in which only the operations of these names are the reader's own; `used` stands for those that traffic
 * called. A name that none of them has is refused.
 */
export function markOwn(
  all: readonly UsedComparison[],
  names: readonly string[] | undefined,
): Outcome<readonly Comparison[]> {
  const comparisons = all.map(({ comparison }) => comparison);
  if (names === undefined) return succeeded(comparisons);
  if (!names.includes(USED)) return markNamed(comparisons, names);
  const isRead = all.every(({ used }) => used !== undefined);
  const reason = isRead
    ? "used stands for all that were called, and cannot be given with others"
    : "used are those that traffic called; name its files with --traffic";
  if (names.length > 1 || !isRead)
    return failed(cliDiagnostics.create("bad-option", undefined, { option: "--operations", reason }));
  return succeeded(all.map(({ comparison, used = [] }) => withOwnOperations(comparison, used)));
}

function markNamed(
  comparisons: readonly Comparison[],
  names: readonly string[],
): Outcome<readonly Comparison[]> {
  const lists = comparisons.map(listOperations);
  const known = new Set(lists.flat());
  const unknown = names.filter((name) => ![...known].some(isNamed(name)));
  if (unknown.length > 0) {
    const all = new Set([...known].map(shapeName));
    const refused = unknown.map((operation) => {
      return cliDiagnostics.create("unknown-operation", undefined, {
        operation,
        similar: findSimilar(operation, all),
      });
    });
    return failed(...refused);
  }
  return succeeded(
    comparisons.map((comparison, index) =>
      withOwnOperations(
        comparison,
        names.flatMap((name) => lists[index]?.filter(isNamed(name)) ?? []),
      ),
    ),
  );
}

function listOperations({ before, after }: Comparison): readonly string[] {
  return [before, after].flatMap(({ model }) => findOperations(model).map(({ id }) => id));
}

function isNamed(name: string): (id: string) => boolean {
  return (id) => id === name || shapeName(id) === name;
}
