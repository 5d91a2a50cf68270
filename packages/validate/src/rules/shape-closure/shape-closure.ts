import { findClosure, type ShapeId, splitShapeId } from "@shapelog/model";
import { parseSelector } from "@shapelog/model/selectors";
import type { ValidationContext } from "../../context.js";
import type { EventDraft } from "../../event.js";
import { groupBy } from "../../knowledge/group-by.js";
import { listNames } from "../../list-names.js";
import { type CreateEvent, defineRule } from "../../rule.js";
import { checkRenames, findConflicts, type RenameProblem } from "./check-names.js";
import { type Closure, readClosures } from "./read-closures.js";

type Problem = { readonly closure: ShapeId } & (
  | { readonly kind: "repeated" | "taken" | "no-roots" }
  | { readonly kind: "selector"; readonly selector: string }
  | RenameProblem
);

const EVENTS = {
  ShapeClosure: {
    severity: "error",
    message: (d: Problem) => `Shape closure ${d.closure} ${describe(d)}.`,
  },
  "ShapeClosure.EmptyNamespace": {
    severity: "danger",
    message: (d: { closure: ShapeId; namespace: string }) =>
      `Shape closure ${d.closure} includes the namespace ${d.namespace}, which has no shapes.`,
  },
  "ShapeClosure.EmptySelector": {
    severity: "danger",
    message: (d: { closure: ShapeId; selector: string }) =>
      `Shape closure ${d.closure} includes shapes by "${d.selector}", which adds none.`,
  },
  "ShapeClosure.NameConflicts": {
    severity: "warning",
    message: (d: { closure: ShapeId; shapes: readonly ShapeId[] }) =>
      `Shape closure ${d.closure} has ${listNames(d.shapes)}, whose names differ in case at most; ` +
      'generated code may not hold both. Give one another name with "rename".',
  },
} as const;

/** The metadata `shapeClosures` (Smithy 2.0, "Shape closures"). */
export const shapeClosure = defineRule({
  name: "ShapeClosure",
  events: EVENTS,
  *validate(context, event) {
    const seen = new Set<ShapeId>();
    for (const closure of readClosures(context.model.metadata.get("shapeClosures"))) {
      if (seen.has(closure.id)) yield event("ShapeClosure", {}, { closure: closure.id, kind: "repeated" });
      else yield* checkClosure(context, event, closure);
      seen.add(closure.id);
    }
  },
});

function describe(d: Problem): string {
  switch (d.kind) {
    case "repeated":
      return "is declared twice";
    case "taken":
      return "has the id of a shape. Give it another";
    case "no-roots":
      return 'includes nothing. Give it "includeNamespaces" or "includeBySelector"';
    case "selector":
      return `includes shapes by "${d.selector}", which is not a selector`;
    case "same-name":
      return `renames ${d.shape} to ${d.name}, the name it has`;
    case "not-in-closure":
      return `renames ${d.shape}, which is not in it`;
    case "name-taken":
      return `renames ${d.shape} to ${d.name}, a name that ${d.by} ${d.renamed ? "is given" : "has"} too`;
  }
}

function* checkClosure(
  context: ValidationContext,
  event: CreateEvent<typeof EVENTS>,
  closure: Closure,
): Iterable<EventDraft> {
  const { id, selector } = closure;
  const below = { below: id };
  if (context.shape(id)) yield event("ShapeClosure", {}, { closure: id, kind: "taken" });
  if (closure.namespaces.length === 0 && selector === undefined) {
    yield event("ShapeClosure", {}, { closure: id, kind: "no-roots" });
  }
  const known = context.know(idsByNamespace);
  for (const namespace of closure.namespaces) {
    if (!known.has(namespace)) {
      yield event("ShapeClosure.EmptyNamespace", below, { closure: id, namespace });
    }
  }
  if (selector === "") return;
  if (selector !== undefined && !parseSelector(selector).selector) {
    yield event("ShapeClosure", {}, { closure: id, kind: "selector", selector });
    return;
  }
  const selected = selector === undefined ? [] : selectRoots(context, selector);
  if (!selected) return;
  if (selector !== undefined && !selected.some((each) => !closure.namespaces.includes(namespaceOf(each)))) {
    yield event("ShapeClosure.EmptySelector", below, { closure: id, selector });
  }
  const roots = closure.namespaces.flatMap((namespace) => known.get(namespace) ?? []);
  const shapes = findClosure(context.model, [...roots, ...selected.flatMap((each) => rootOf(context, each))]);
  for (const problem of checkRenames(closure, shapes)) {
    yield event("ShapeClosure", {}, { closure: id, ...problem });
  }
  for (const conflict of findConflicts(closure, shapes)) {
    yield event("ShapeClosure.NameConflicts", below, { closure: id, shapes: conflict });
  }
}

function idsByNamespace({ model }: ValidationContext): ReadonlyMap<string, readonly ShapeId[]> {
  return groupBy(model.shapes.keys(), namespaceOf);
}

function namespaceOf(id: ShapeId): string {
  return splitShapeId(id).namespace;
}

/** What the extensions of Smithy define is there for traits' sake: a closure begins with the model's own or the prelude. */
function selectRoots(context: ValidationContext, selector: string): readonly ShapeId[] | undefined {
  const isOpen = (id: ShapeId) => context.isOwn(id) || namespaceOf(id) === "smithy.api";
  const selected = context.select(selector);
  return selected && [...selected].filter(isOpen);
}

/** A selected member brings in what it targets, not the shape it is in. */
function rootOf(context: ValidationContext, id: ShapeId): readonly ShapeId[] {
  const target = context.subject(id)?.member?.target;
  return [target ?? id];
}
