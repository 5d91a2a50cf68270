import { hasTrait, type ShapeId, visitNeighbors } from "@shapelog/model";
import { parseSelector } from "@shapelog/model/selectors";
import type { ValidationContext } from "../../context.js";
import { idRefsOf } from "../../knowledge/id-refs.js";
import { defineLinter } from "../../rule.js";
import { findOptionProblem, readOptions } from "../options.js";
import { selectorOption } from "../selector-option.js";

const OPTIONS = { rootShapeSelector: selectorOption(parseSelector("service").selector) };

/** Shapes that no service reaches, or no shape that a selector yields (Smithy 2.0, "UnreferencedShape"). */
export const unreferencedShape = defineLinter({
  name: "UnreferencedShape",
  events: {
    UnreferencedShape: {
      severity: "note",
      message: (d: { shape: ShapeId; roots: string }) =>
        `${d.shape} is reached from no shape that matches ${d.roots}. Bind it, or take it out.`,
    },
  },
  check(configuration) {
    const other = Object.keys(configuration).find((key) => key !== "rootShapeSelector");
    if (other !== undefined) return `has "${other}" in its configuration, which is not known`;
    return findOptionProblem(OPTIONS, configuration);
  },
  *validate(context, event, configuration) {
    const { rootShapeSelector } = readOptions(OPTIONS, configuration);
    const roots = rootShapeSelector ? context.select(rootShapeSelector.text) : new Set<ShapeId>();
    if (!roots) return;
    const reached = findReached(context, roots);
    const { rootShapeSelector: text = "service" } = configuration;
    for (const { id } of context.shapes) {
      if (!reached.has(id))
        yield event("UnreferencedShape", { shape: id }, { shape: id, roots: String(text) });
    }
  },
});

/** Finds what roots, trait definitions and definitions of metadata reach, through ids in traits too. */
function findReached(context: ValidationContext, roots: ReadonlySet<ShapeId>): ReadonlySet<ShapeId> {
  const reached = new Set<ShapeId>();
  const add = (id: ShapeId) => reached.add(id.includes("$") ? id.slice(0, id.indexOf("$")) : id);
  roots.forEach(add);
  for (const shape of context.shapes) {
    if (hasTrait(shape, "trait") || hasTrait(shape, "metadata")) add(shape.id);
  }
  for (const id of reached) {
    const shape = context.shape(id);
    if (shape) visitNeighbors(shape, (_, target) => add(target));
    for (const { target } of idRefsOf(context, id)) add(target);
  }
  return reached;
}
