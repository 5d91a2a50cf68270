import fc from "fast-check";
import { expect, it } from "vitest";
import { findCycles } from "./find-cycles.js";

const graphs = fc.array(fc.array(fc.nat(7), { maxLength: 4 }), { minLength: 8, maxLength: 8 });

function reaches(graph: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set(graph[from]);
  for (const node of seen) for (const next of graph[node] ?? []) seen.add(next);
  return seen.has(to);
}

it("finds what a walk from each node finds, and a way back", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const cycles = findCycles(graph.keys(), (node) => graph[node] ?? []);
      for (const node of graph.keys()) {
        const back = cycles.get(node);
        expect(back !== undefined).toBe(reaches(graph, node, node));
        if (back !== undefined) expect(back === node || reaches(graph, back, node)).toBe(true);
      }
    }),
  );
});
