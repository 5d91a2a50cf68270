import { type RefObject, useLayoutEffect, useState } from "react";

/** Returns the width of an element in rem, and how many pixels a rem has. */
export function useWidth(element: RefObject<HTMLElement | null>): {
  readonly width: number;
  readonly rem: number;
} {
  const [size, setSize] = useState({ width: 0, rem: 16 });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const width = current.clientWidth / rem;
      setSize((before) => (before.width === width && before.rem === rem ? before : { width, rem }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
