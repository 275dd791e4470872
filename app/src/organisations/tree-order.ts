export interface Placed {
  readonly id: string;
  readonly parent: string | null;
}

/** A node's place in pre-order: its descendants are the nodes whose `l` lies in [l, r] of it. */
export interface Interval {
  readonly l: number;
  readonly r: number;
  readonly level: number;
}

/**
 * Walks the forest that `nodes` form, children in the order given. A node whose parent is not among them is a root.
 * Works without recursion: a tree may be a chain.
 */
export function preOrder<Node extends Placed>(nodes: readonly Node[]): (Node & Interval)[] {
  const ids = new Set(nodes.map((node) => node.id));
  const under = Map.groupBy(nodes, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null));
  const order: (Node & { l: number; r: number; level: number })[] = [];
  const open: { node: Node; level: number }[] = stacked(under.get(null), 0);
  while (open.length > 0) {
    const { node, level } = open.pop() as { node: Node; level: number };
    order.push({ ...node, l: order.length, r: order.length, level });
    open.push(...stacked(under.get(node.id), level + 1));
  }
  return closeIntervals(order);
}

const stacked = <Node>(nodes: readonly Node[] | undefined, level: number) =>
  (nodes ?? []).map((node) => ({ node, level })).reverse();

/** A node ends where its last descendant ends, which stands after it. */
function closeIntervals<Node extends Placed & { l: number; r: number }>(order: Node[]): Node[] {
  const at = new Map(order.map((node) => [node.id, node]));
  for (const node of order.toReversed()) {
    const parent = node.parent === null ? undefined : at.get(node.parent);
    if (parent !== undefined) parent.r = Math.max(parent.r, node.r);
  }
  return order;
}
