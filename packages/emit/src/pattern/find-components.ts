/**
 * Returns for each node of a graph the number of its strongly connected component. A component's number is greater
 * than those of the components it reaches (Tarjan, without recursion).
 */
export function findComponents(edges: readonly Iterable<number>[]): readonly number[] {
  const component = new Array<number>(edges.length).fill(-1);
  const order = new Array<number>(edges.length).fill(-1);
  const low = new Array<number>(edges.length).fill(0);
  const open: number[] = [];
  let visited = 0;
  let components = 0;

  for (let root = 0; root < edges.length; root++) {
    if (order[root] !== -1) continue;
    const path = [{ node: root, rest: edges[root]?.[Symbol.iterator]() }];
    order[root] = low[root] = visited++;
    open.push(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node } = top;
      const next = top.rest?.next();
      if (next && !next.done) {
        const target = next.value;
        if (order[target] === -1) {
          order[target] = low[target] = visited++;
          open.push(target);
          path.push({ node: target, rest: edges[target]?.[Symbol.iterator]() });
        } else if (component[target] === -1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) low[parent.node] = Math.min(low[parent.node] ?? 0, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = components;
        if (member === node) break;
      }
      components++;
    }
  }
  return component;
}
