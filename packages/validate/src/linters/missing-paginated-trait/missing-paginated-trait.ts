import { hasTrait, isAggregate, type OperationShape, shapeName } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { defineLinter } from "../../rule.js";
import { findOptionProblem, type Option, readOptions, stringList } from "../options.js";
import { splitCamelCase } from "../split-words.js";

const OPTIONS = {
  verbsRequirePagination: words("list", "search"),
  verbsSuggestPagination: words("describe", "get"),
  inputMembersRequirePagination: words(
    ...["maxresults", "maxitems", "pagesize", "limit", "nexttoken", "pagetoken", "token", "marker"],
  ),
  outputMembersRequirePagination: words(
    ...["nexttoken", "pagetoken", "token", "marker", "nextpage", "nextpagetoken", "position", "nextmarker"],
    ...["paginationtoken", "nextpagemarker"],
  ),
};

type Reason = { readonly by: "verb" | "input" | "output" | "list"; readonly name: string };

/** Operations that look paginated but are not (Smithy 2.0, "Model linters", MissingPaginatedTrait). */
export const missingPaginatedTrait = defineLinter({
  name: "MissingPaginatedTrait",
  events: {
    MissingPaginatedTrait: {
      severity: "danger",
      message: (d: { operation: string } & Reason) =>
        `${d.operation} has no @paginated, though ${REASONS[d.by](d.name)}. A list that can grow needs pages.`,
    },
  },
  check: (configuration) => findOptionProblem(OPTIONS, configuration),
  *validate(context, event, configuration) {
    const options = readOptions(OPTIONS, configuration);
    for (const operation of context.ofKind("operation")) {
      if (hasTrait(operation, "paginated")) continue;
      const reason = findReason(context, operation, options);
      if (!reason) continue;
      const severity = reason.by === "list" ? "warning" : "danger";
      const data = { operation: operation.id, ...reason };
      yield event("MissingPaginatedTrait", { shape: operation.id, severity }, data);
    }
  },
});

const REASONS: Readonly<Record<Reason["by"], (name: string) => string>> = {
  verb: (name) => `its name begins with "${name}"`,
  input: (name) => `its input has the member "${name}"`,
  output: (name) => `its output has the member "${name}"`,
  list: (name) => `its name begins with "${name}" and its output has a list`,
};

function findReason(
  context: ValidationContext,
  operation: OperationShape,
  options: { readonly [Key in keyof typeof OPTIONS]: readonly string[] },
): Reason | undefined {
  const verb = (splitCamelCase(shapeName(operation.id))[0] ?? "").toLowerCase();
  if (includes(options.verbsRequirePagination, verb)) return { by: "verb", name: verb };
  for (const by of ["input", "output"] as const) {
    const names = options[`${by}MembersRequirePagination`];
    const found = membersOfTarget(context, operation[by]).find(({ name }) => includes(names, name));
    if (found) return { by, name: found.name };
  }
  if (!includes(options.verbsSuggestPagination, verb)) return undefined;
  const hasList = membersOfTarget(context, operation.output).some(
    ({ target }) => context.shape(target)?.kind === "list",
  );
  return hasList ? { by: "list", name: verb } : undefined;
}

function membersOfTarget(context: ValidationContext, id: string) {
  const shape = context.shape(id);
  return shape && isAggregate(shape) ? shape.members : [];
}

function words(...absent: readonly string[]): Option<readonly string[]> {
  return { ...stringList, absent };
}

function includes(names: readonly string[], name: string): boolean {
  const lower = name.toLowerCase();
  return names.some((each) => each.toLowerCase() === lower);
}
