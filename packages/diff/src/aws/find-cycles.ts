import type { AwsShape } from "./aws-shape.js";

/** Says of two shapes whether each can be reached from the other. */
export type InOneCycle = (a: AwsShape, b: AwsShape) => boolean;

interface Step {
  readonly shape: AwsShape;
  next: number;
}

/** Returns which shapes lead back to each other (Tarjan's strongly connected components), without recursion. */
export function createCycles(): InOneCycle {
  const order = new Map<AwsShape, number>();
  const lowest = new Map<AwsShape, number>();
  const component = new Map<AwsShape, number>();
  const open: AwsShape[] = [];
  let components = 0;

  const enter = (shape: AwsShape): Step => {
    order.set(shape, order.size);
    lowest.set(shape, order.size - 1);
    open.push(shape);
    return { shape, next: 0 };
  };
  const lower = (shape: AwsShape, to: number) => {
    lowest.set(shape, Math.min(lowest.get(shape) ?? to, to));
  };
  const leave = (shape: AwsShape) => {
    if (lowest.get(shape) !== order.get(shape)) return;
    for (let last = open.pop(); last; last = open.pop()) {
      component.set(last, components);
      if (last === shape) break;
    }
    components++;
  };
  const search = (root: AwsShape) => {
    const path = [enter(root)];
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const target = step.shape.members[step.next++]?.target;
      if (target === undefined) {
        leave(step.shape);
        path.pop();
        const parent = path.at(-1);
        if (parent) lower(parent.shape, lowest.get(step.shape) ?? 0);
      } else if (!order.has(target)) path.push(enter(target));
      else if (!component.has(target)) lower(step.shape, order.get(target) ?? 0);
    }
  };
  const componentOf = (shape: AwsShape) => {
    if (!component.has(shape)) search(shape);
    return component.get(shape);
  };
  return (a, b) => componentOf(a) === componentOf(b);
}
