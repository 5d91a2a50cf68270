import type { ComponentChildren, VNode } from "preact";

/** Shows something wide that scrolls by itself, by keyboard too. Named by an element, or by words. */
export function ScrollRegion({
  labelledBy,
  label,
  children,
}: {
  labelledBy?: string;
  label?: string;
  children: ComponentChildren;
}): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll" tabIndex={0} aria-labelledby={labelledBy} aria-label={label}>
      {children}
    </section>
  );
}
