import { findSimilar } from "@shapelog/diagnostics";
import {
  deprecated,
  hasTrait,
  memberId,
  type Relationship,
  type Shape,
  type ShapeId,
  visitNeighbors,
} from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { defineRule } from "../../rule.js";

/** One shape that points at another. */
interface Arrow {
  readonly from: ShapeId;
  readonly relationship: Relationship;
  readonly target: ShapeId;
}

type Misfit = "member" | "trait" | "mixin" | "not-a-mixin" | "error" | "not-an-error" | "kind";

interface MisfitData extends Arrow {
  readonly misfit: Misfit;
  readonly expected: string;
  readonly kind: string;
}

const MISFITS: Readonly<Record<Misfit, (d: MisfitData) => string>> = {
  member: () => "which is a member. Name the shape that it targets.",
  trait: () => "which defines a trait. Traits can only be applied.",
  mixin: () => "which is a mixin. Mixins can only be mixed in.",
  "not-a-mixin": () => "which has no @mixin. Add it, or take the mixin out.",
  error: () => "which has @error. Only errors can target it.",
  "not-an-error": () => "which has no @error. Add it, or take the error out.",
  kind: (d) => `which is a ${d.kind}; expected ${d.expected}.`,
};

/** Suggestions are looked for this often: each look goes through all ids. */
const SUGGESTED = 20;

/** What shapes point at: it has to be there, and of a kind that can stand there (Smithy 2.0, "Targets"). */
export const target = defineRule({
  name: "Target",
  stage: "correctness",
  events: {
    Target: {
      severity: "error",
      message: (d: MisfitData) => `${d.from} has ${d.relationship} ${d.target}, ${MISFITS[d.misfit](d)}`,
    },
    "Target.UnresolvedShape": {
      severity: "error",
      message: (d: Arrow & { suggestions: readonly ShapeId[] }) =>
        `${d.from} has ${d.relationship} ${d.target}, which is not in the model. ${
          d.suggestions.length > 0
            ? `Is it ${d.suggestions.join(" or ")}?`
            : "Add the shape or correct the name."
        }`,
    },
    DeprecatedShape: {
      severity: "warning",
      message: (d: Arrow & { message?: string | undefined; since?: string | undefined }) =>
        `${d.from} has ${d.relationship} ${d.target}, which is deprecated${d.since === undefined ? "" : ` since ${d.since}`}${
          d.message === undefined ? "." : `: ${d.message}`
        }`,
    },
  },
  *validate(context, event) {
    let unresolved = 0;
    for (const arrow of findSuspects(context)) {
      const shape = context.shape(arrow.target);
      const place = { shape: arrow.from };
      if (!shape && context.subject(arrow.target)) {
        yield event("Target", place, { ...arrow, misfit: "member", kind: "member", expected: "a shape" });
        continue;
      }
      if (!shape) {
        const suggestions =
          unresolved++ < SUGGESTED ? findSimilar(arrow.target, context.model.shapes.keys()) : [];
        yield event("Target.UnresolvedShape", place, { ...arrow, suggestions });
        continue;
      }
      const misfit = findMisfit(arrow.relationship, shape);
      const data = { ...arrow, kind: shape.kind, expected: EXPECTED[arrow.relationship]?.words ?? "data" };
      if (misfit) yield event("Target", place, { ...data, misfit });
      else if (hasTrait(shape, "deprecated")) {
        const { message, since } = deprecated(shape) ?? {};
        yield event("DeprecatedShape", { ...place, below: shape.id }, { ...arrow, message, since });
      }
    }
    yield* findMapKeys(context).map((arrow) =>
      event("Target", { shape: arrow.from.slice(0, arrow.from.indexOf("$")) }, { ...arrow, misfit: "kind" }),
    );
  },
});

/** Finds the arrows of which something may have to be said: the few of many. */
function findSuspects(context: ValidationContext): readonly Arrow[] {
  const arrows: Arrow[] = [];
  for (const shape of context.shapes) {
    visitNeighbors(shape, (relationship, target, name) => {
      const found = context.shape(target);
      if (found && !findMisfit(relationship, found) && !hasTrait(found, "deprecated")) return;
      const from = relationship === "member" && name !== undefined ? memberId(shape.id, name) : shape.id;
      arrows.push({ from, relationship, target });
    });
  }
  return arrows;
}

interface Expected {
  readonly kinds: readonly Shape["kind"][];
  readonly words: string;
}

const OPERATION: Expected = { kinds: ["operation"], words: "an operation" };
const RESOURCE: Expected = { kinds: ["resource"], words: "a resource" };
const STRUCTURE: Expected = { kinds: ["structure"], words: "a structure" };

/** What can stand in a relationship; in the others, whatever holds data. */
const EXPECTED: Readonly<Partial<Record<Relationship, Expected>>> = {
  operation: OPERATION,
  collectionOperation: OPERATION,
  create: OPERATION,
  put: OPERATION,
  read: OPERATION,
  update: OPERATION,
  delete: OPERATION,
  list: OPERATION,
  resource: RESOURCE,
  input: STRUCTURE,
  output: STRUCTURE,
  error: STRUCTURE,
  identifier: { kinds: ["string", "enum"], words: "a string" },
};

function findMisfit(relationship: Relationship, shape: Shape): Misfit | undefined {
  const { kind } = shape;
  if (relationship === "mixin") return hasTrait(shape, "mixin") ? undefined : "not-a-mixin";
  if (hasTrait(shape, "trait")) return "trait";
  if (hasTrait(shape, "mixin")) return "mixin";
  const expected = EXPECTED[relationship];
  if (expected && !expected.kinds.includes(kind)) return "kind";
  if (!expected && (kind === "operation" || kind === "resource" || kind === "service")) return "kind";
  if (relationship === "error") return hasTrait(shape, "error") ? undefined : "not-an-error";
  return (relationship === "input" || relationship === "output") && hasTrait(shape, "error")
    ? "error"
    : undefined;
}

/** Finds keys of maps that target something else than a string. */
function findMapKeys(context: ValidationContext): readonly (Arrow & { kind: string; expected: string })[] {
  return context.ofKind("map").flatMap((map) => {
    const key = map.members.find(({ name }) => name === "key");
    const kind = key && context.shape(key.target)?.kind;
    if (!key || kind === undefined || kind === "string" || kind === "enum") return [];
    const from = memberId(map.id, "key");
    return [{ from, relationship: "member" as const, target: key.target, kind, expected: "a string" }];
  });
}
