import { findSimilar } from "@shapelog/diagnostics";
import { type Comparison, withOwnOperations } from "@shapelog/diff";
import { findOperations, shapeName } from "@shapelog/model";
import { cliDiagnostics } from "./diagnostics.js";
import { failed, type Outcome, succeeded } from "./outcome.js";

/**
 * Returns comparisons in which only the operations of these names are the reader's own. A name that none of them has is
 * refused.
 */
export function markOwn(
  comparisons: readonly Comparison[],
  names: readonly string[] | undefined,
): Outcome<readonly Comparison[]> {
  if (names === undefined) return succeeded(comparisons);
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
