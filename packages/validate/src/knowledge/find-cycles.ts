/** A node being walked: its edges, and how far the walk has come in them. */
interface Frame<Node> {
  readonly node: Node;
  readonly edges: readonly Node[];
  next: number;
}

/**
 * Returns the nodes that lie on a cycle, each with a successor that leads back to it (Tarjan's strongly connected
 * components, without recursion: models come from strangers). Time grows with nodes and edges alone.
 */
export function findCycles<Node>(
  nodes: Iterable<Node>,
  successors: (node: Node) => readonly Node[],
): ReadonlyMap<Node, Node> {
  const order = new Map<Node, number>();
  const low = new Map<Node, number>();
  const open: Node[] = [];
  const group = new Map<Node, number>();
  const cyclic = new Map<Node, Node>();
  const frames: Frame<Node>[] = [];
  const enter = (node: Node) => {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    open.push(node);
    frames.push({ node, edges: successors(node), next: 0 });
  };
  const lower = (node: Node, to: number) => low.set(node, Math.min(low.get(node) ?? to, to));
  const close = (root: Node) => {
    const members: Node[] = [];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      group.set(node, order.get(root) ?? 0);
      members.push(node);
      if (node === root) break;
    }
    for (const node of members) {
      const back = successors(node).find((next) => group.get(next) === group.get(node));
      if (back !== undefined) cyclic.set(node, back);
    }
  };
  for (const start of nodes) {
    if (!order.has(start)) enter(start);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const next = frame.edges[frame.next++];
      if (next === undefined) {
        frames.pop();
        const parent = frames.at(-1);
        if (parent) lower(parent.node, low.get(frame.node) ?? 0);
        if (low.get(frame.node) === order.get(frame.node)) close(frame.node);
      } else if (!order.has(next)) enter(next);
      else if (!group.has(next)) lower(frame.node, order.get(next) ?? 0);
    }
  }
  return cyclic;
}
