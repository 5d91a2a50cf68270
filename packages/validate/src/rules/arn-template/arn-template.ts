import { isNodeObject, type ResourceShape, type ShapeId, trait } from "@shapelog/model";
import { awsServiceOf } from "../../knowledge/aws-service.js";
import { topDown } from "../../knowledge/top-down.js";
import { defineRule } from "../../rule.js";

const ARN = "aws.api#arn";
const LABEL = /^[!|+]?[a-zA-Z_][a-zA-Z0-9_]*$/;

interface Found {
  readonly resource: ShapeId;
  readonly template: string;
  readonly problem: "syntax" | "missing" | "extra" | "slash";
  readonly labels: readonly string[];
}

/** Templates of ARNs that do not fit their resource (Smithy 2.0, "aws.api#arn trait"). */
export const arnTemplate = defineRule({
  name: "ArnTemplate",
  events: {
    ArnTemplate: {
      severity: "error",
      message: (d: Found) =>
        `The ARN template "${d.template}" of ${d.resource} ${PROBLEMS[d.problem](quote(d.labels))}`,
    },
  },
  *validate(context, event) {
    const resources = new Set(
      topDown(context).flatMap((bound) => (awsServiceOf(bound.service) ? bound.resources : [])),
    );
    for (const resource of resources) {
      for (const found of findProblems(resource)) {
        yield event("ArnTemplate", { shape: resource.id, trait: ARN }, { resource: resource.id, ...found });
      }
    }
  },
});

const PROBLEMS: Readonly<Record<Found["problem"], (labels: string) => string>> = {
  syntax: (labels) => `has labels that are no names: ${labels}.`,
  missing: (labels) => `lacks the identifiers ${labels}. Add a label for each.`,
  extra: (labels) => `has labels that are no identifiers of the resource: ${labels}.`,
  slash: () => 'begins with "/". Leave it out.',
};

function* findProblems(resource: ResourceShape): Iterable<Omit<Found, "resource">> {
  const value = trait(resource, ARN);
  if (!isNodeObject(value) || typeof value.template !== "string") return;
  const { template } = value;
  if (template.startsWith("/")) yield { template, problem: "slash", labels: [] };
  const labels = [...template.matchAll(/\{([^}]+)\}/g)].map(([, label = ""]) => label);
  const malformed = labels.filter((label) => !LABEL.test(label));
  if (malformed.length > 0) {
    yield { template, problem: "syntax", labels: malformed };
    return;
  }
  const names = resource.identifiers.map(({ name }) => name);
  const missing = names.filter((name) => !labels.includes(name));
  if (missing.length > 0) yield { template, problem: "missing", labels: missing };
  const extra = labels.filter((label) => !names.includes(label));
  if (extra.length > 0) yield { template, problem: "extra", labels: extra };
}

function quote(labels: readonly string[]): string {
  return labels.map((label) => `"${label}"`).join(", ");
}
