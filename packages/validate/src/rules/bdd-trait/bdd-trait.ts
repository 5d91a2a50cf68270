import type { ShapeId } from "@shapelog/model";
import { type Diagram, FIRST_RESULT } from "../../endpoint-rules/syntax.js";
import { endpointRules } from "../../knowledge/endpoint-rules.js";
import { defineRule } from "../../rule.js";

type Fault =
  | { readonly kind: "zero" }
  | { readonly kind: "node" | "result" | "condition"; readonly number: number; readonly count: number };

interface Found {
  /** `root`, or which reference of which node. */
  readonly at: string;
  readonly fault: Fault;
}

/** References of decision diagrams that lead nowhere (Smithy 2.0, "endpointBdd trait", "Validation requirements"). */
export const bddTrait = defineRule({
  name: "BddTrait",
  events: {
    BddTrait: {
      severity: "error",
      message: (d: Found & { service: ShapeId }) =>
        `The decision diagram of ${d.service} is wrong at the ${d.at}: ${describeFault(d.fault)}`,
    },
  },
  *validate(context, event) {
    for (const { service, trait, rules } of endpointRules(context)) {
      for (const found of rules.diagram ? findFaults(rules.diagram, rules.rules.length) : []) {
        yield event("BddTrait", { shape: service.id, trait }, { service: service.id, ...found });
      }
    }
  },
});

function describeFault(fault: Fault): string {
  if (fault.kind === "zero") return "0 is no reference.";
  return `there is no ${fault.kind} ${fault.number}; there are ${fault.count}.`;
}

function* findFaults({ root, nodes, conditions }: Diagram, results: number): Generator<Found> {
  const counts = { nodes: nodes.length, results: results + 1 }; // result 0, no match, is not written
  yield* checkReference("root", root, counts);
  for (const [index, { condition, high, low }] of nodes.entries()) {
    if (index === 0) continue; // the terminal
    if (condition < 0 || condition >= conditions.length) {
      const fault = { kind: "condition", number: condition, count: conditions.length } as const;
      yield { at: `condition of node ${index}`, fault };
    }
    yield* checkReference(`high reference of node ${index}`, high, counts);
    yield* checkReference(`low reference of node ${index}`, low, counts);
  }
}

function* checkReference(
  at: string,
  reference: number,
  counts: { readonly nodes: number; readonly results: number },
): Generator<Found> {
  const node = Math.abs(reference) - 1;
  const result = reference - FIRST_RESULT;
  if (reference === 0) {
    yield { at, fault: { kind: "zero" } };
  } else if (result >= 0) {
    if (result >= counts.results) {
      yield { at, fault: { kind: "result", number: result, count: counts.results } };
    }
  } else if (node >= counts.nodes && node > 0) {
    yield { at, fault: { kind: "node", number: node, count: counts.nodes } };
  }
}
