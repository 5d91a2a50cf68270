import { isAggregate, NUMBER_KINDS, type Shape, type ShapeKind, shapeName } from "@shapelog/model";
import type { Subject, ValidationContext } from "../../context.js";
import { runPattern } from "../../node/run-pattern.js";
import { defineLinter } from "../../rule.js";
import { findOptionProblem, readOptions, stringList } from "../options.js";

const OPTIONS = { additionalPatterns: stringList };

/** What names of points in time look like: `createdAt`, `Date`, `start_time`. */
const PATTERN =
  /^(?:.*[Tt]imestamp.*|[Tt]ime(?:[_A-Z].*)?|[Dd]ate(?:[_A-Z].*)?|.*(?:[a-z]T|_[Tt])ime|.*(?:[a-z]D|_[Dd])ate|.*(?:[a-z]A|_[Aa])t|.*(?:[a-z]O|_[Oo])n|.*(?:[a-z]S|_[Ss])ince)$/;

/** The kinds of simple shapes that are mistaken for points in time. */
const KINDS: ReadonlySet<ShapeKind> = new Set<ShapeKind>(["string", ...NUMBER_KINDS]);

/** Names of points in time on other shapes (Smithy 2.0, "Model linters", ShouldHaveUsedTimestamp). */
export const shouldHaveUsedTimestamp = defineLinter({
  name: "ShouldHaveUsedTimestamp",
  events: {
    ShouldHaveUsedTimestamp: {
      severity: "danger",
      message: (d: { name: string; kind: ShapeKind; isMember: boolean }) =>
        `"${d.name}" is named like a point in time but ${d.isMember ? "targets" : "is"} a ${d.kind}. Use a timestamp.`,
    },
  },
  check(configuration) {
    const problem = findOptionProblem(OPTIONS, configuration);
    if (problem !== undefined) return problem;
    const { additionalPatterns } = readOptions(OPTIONS, configuration);
    const wrong = additionalPatterns.find((pattern) => runPattern(pattern, "") === undefined);
    return wrong === undefined ? undefined : `has the pattern ${JSON.stringify(wrong)}, which cannot be read`;
  },
  *validate(context, event, configuration) {
    const patterns = readOptions(OPTIONS, configuration).additionalPatterns.map((each) => `^(?:${each})$`);
    for (const subject of context.subjects()) {
      const { id, member } = subject;
      const name = member?.name ?? shapeName(id);
      const kind = findKind(context, subject);
      if (!kind || !(PATTERN.test(name) || patterns.some((pattern) => runPattern(pattern, name)))) continue;
      yield event("ShouldHaveUsedTimestamp", { shape: id }, { name, kind, isMember: member !== undefined });
    }
  },
});

/** Returns the kind of the shape whose name is looked at, or `undefined` where it is left alone. */
function findKind(context: ValidationContext, { shape, member }: Subject): ShapeKind | undefined {
  if (!member) return KINDS.has(shape.kind) ? shape.kind : undefined;
  if (shape.kind !== "structure" && shape.kind !== "union") return undefined;
  const target = context.shape(member.target);
  if (!target || target.kind === "timestamp" || target.kind === "enum") return undefined;
  const mayHoldTimestamps = target.kind === "structure" || target.kind === "list";
  return mayHoldTimestamps && hasTimestampsOnly(context, target) ? undefined : target.kind;
}

function hasTimestampsOnly(context: ValidationContext, shape: Shape): boolean {
  return (
    isAggregate(shape) && shape.members.every(({ target }) => context.shape(target)?.kind === "timestamp")
  );
}
