import { isNodeObject, type ResourceShape, type ShapeId, shapeName } from "@shapelog/model";
import type { ValidationContext } from "../../context.js";
import { defineRule } from "../../rule.js";
import { findCfnProperties } from "./find-cfn-properties.js";

const RESOURCE = "aws.cloudformation#cfnResource";

interface Found {
  readonly resource: ShapeId;
  readonly property: string;
  readonly problem: "not-a-property" | "not-a-string" | "many-shapes";
  readonly targets: readonly ShapeId[];
}

/** Properties of CloudFormation resources that do not add up (Smithy 2.0, "aws.cloudformation#cfnResource trait"). */
export const cfnResourceProperty = defineRule({
  name: "CfnResourceProperty",
  events: {
    CfnResourceProperty: {
      severity: "error",
      message: (d: Found) =>
        `The property "${d.property}" of ${d.resource} ${PROBLEMS[d.problem](d.targets)}`,
    },
  },
  *validate(context, event) {
    for (const { id, shape, value } of context.withTrait(RESOURCE)) {
      if (shape.kind !== "resource" || !isNodeObject(value)) continue;
      const primary = value.primaryIdentifier;
      const found = typeof primary === "string" ? findPrimaryProblem(context, shape, primary) : undefined;
      if (found) yield event("CfnResourceProperty", { shape: id, trait: RESOURCE }, found);
      const name = typeof value.name === "string" ? value.name : shapeName(id);
      for (const [property, targets] of findCfnProperties(context, shape, value)) {
        if (targets.size < 2) continue;
        const data = {
          resource: name,
          property,
          problem: "many-shapes",
          targets: [...targets].sort(),
        } as const;
        yield event("CfnResourceProperty", { shape: id }, data);
      }
    }
  },
});

const PROBLEMS: Readonly<Record<Found["problem"], (targets: readonly ShapeId[]) => string>> = {
  "not-a-property": () =>
    "is its primaryIdentifier, but the resource has no such property. Add it to the properties.",
  "not-a-string": ([target]) => `is its primaryIdentifier, but targets ${target}; expected a string.`,
  "many-shapes": (targets) =>
    `stands for members that target ${targets.join(" and ")}. Use one shape for all, or leave members out ` +
    "with @cfnExcludeProperty.",
};

function findPrimaryProblem(
  context: ValidationContext,
  resource: ResourceShape,
  property: string,
): Found | undefined {
  const bound = resource.properties.find(({ name }) => name === property);
  if (!bound) return { resource: resource.id, property, problem: "not-a-property", targets: [] };
  const kind = context.shape(bound.target)?.kind;
  if (!kind || kind === "string" || kind === "enum") return undefined;
  return { resource: resource.id, property, problem: "not-a-string", targets: [bound.target] };
}
