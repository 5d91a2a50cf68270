import {
  equalNodes,
  isNodeArray,
  isNodeObject,
  type NodeValue,
  type ShapeId,
  type ShapeKind,
} from "@shapelog/model";
import { membersOf, type TraitUse, type ValidationContext } from "../../context.js";
import { checkNode, isBase64 } from "../../node/check-node.js";
import { describeProblem, describeValue, type NodeProblem } from "../../node/problems.js";
import { defineRule } from "../../rule.js";

const DEFAULT = "smithy.api#default";

type Fault =
  | { readonly kind: "null" | "empty" | "base64" }
  | { readonly kind: "value"; readonly problem: NodeProblem }
  | { readonly kind: "missing" | "different"; readonly target: ShapeId; readonly value: NodeValue };

/** Default values that do not fit, or are not those of the member's target (Smithy 2.0, "default trait"). */
export const defaultTrait = defineRule({
  name: "DefaultTrait",
  stage: "critical",
  events: {
    DefaultTrait: {
      severity: "error",
      message: (d: { shape: ShapeId; fault: Fault }) => `The default of ${d.shape} ${describeFault(d.fault)}`,
    },
  },
  *validate(context, event) {
    for (const use of context.withTrait("default")) {
      const shape = use.id;
      for (const { fault, ...place } of checkValue(context, use)) {
        yield event("DefaultTrait", { shape, trait: DEFAULT, ...place }, { shape, fault });
      }
    }
    for (const { id, fault } of findUnrepeated(context)) {
      yield event("DefaultTrait", { shape: id }, { shape: id, fault });
    }
  },
});

function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case "null":
      return "is null, which only members can have.";
    case "empty":
      return "has to be empty: lists, maps, and lists and objects of documents have no other.";
    case "base64":
      return "should be base64, as blobs are.";
    case "value":
      return `does not fit: ${describeProblem(fault.problem)}`;
    case "missing":
      return `is missing: ${fault.target} has ${describeValue(fault.value)}, which the member has to repeat, or set null.`;
    default:
      return `is not that of ${fault.target}, ${describeValue(fault.value)}. Repeat that, or set null.`;
  }
}

interface Found {
  readonly fault: Fault;
  readonly severity?: NodeProblem["severity"];
  readonly below?: string | undefined;
}

function checkValue(context: ValidationContext, use: TraitUse): readonly Found[] {
  const { member, shape, value } = use;
  if (value === null) return member ? [] : [{ fault: { kind: "null" } }];
  const kind = member ? context.shape(member.target)?.kind : shape.kind;
  const problems = checkNode(context, use, { value, zeroMayBeOutOfRange: true });
  const found: Found[] = problems.map((problem) => ({
    fault: { kind: "value", problem },
    severity: problem.severity,
    below: problem.below,
  }));
  if (kind && !isEmptyEnough(kind, value)) found.push({ fault: { kind: "empty" } });
  if (kind === "blob" && typeof value === "string" && !isBase64(value)) {
    found.push({ fault: { kind: "base64" }, severity: "warning" });
  }
  return found;
}

function isEmptyEnough(kind: ShapeKind, value: NodeValue): boolean {
  if (kind !== "list" && kind !== "map" && kind !== "document") return true;
  if (isNodeArray(value)) return kind === "map" || value.length === 0;
  return !isNodeObject(value) || kind === "list" || Object.keys(value).length === 0;
}

/** Finds members of structures that do not have the default of their target. */
function findUnrepeated(context: ValidationContext): readonly { id: ShapeId; fault: Fault }[] {
  return context.ofKind("structure").flatMap((structure) =>
    membersOf(structure).flatMap(({ id, traits, member }) => {
      const target = context.shape(member.target);
      const value = target?.traits[DEFAULT];
      if (!target || value === undefined || value === null) return [];
      const own = traits[DEFAULT];
      if (own === null || (own !== undefined && equalNodes(own, value))) return [];
      return [
        {
          id,
          fault: { kind: own === undefined ? "missing" : "different", target: target.id, value } as const,
        },
      ];
    }),
  );
}
