import type ts from "typescript";
import type { TypeScript } from "./typescript.js";

/**
 * Visits a node and all below it, those above first. `enter` says whether to go below a node; default: always. Sums of
 * thousands of texts are nested as deep, so this does not call itself.
 */
export function walkNodes(
  ts: TypeScript,
  root: ts.Node,
  visit: (node: ts.Node) => void,
  enter: (node: ts.Node) => boolean = () => true,
): void {
  const pending: ts.Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    visit(node);
    if (enter(node))
      ts.forEachChild(node, (child) => {
        pending.push(child);
      });
  }
}
