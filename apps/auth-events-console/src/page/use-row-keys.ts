import type { Virtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useState } from "react";

interface RowKeysOptions {
  readonly count: number;
  readonly onOpen: (position: number) => void;
}

/** The part of a virtualizer that keys need. */
type Scroller = Pick<Virtualizer<HTMLElement, Element>, "scrollElement" | "scrollToIndex">;

/** Which row the keys are on, and what they do (ARIA practices, "Grid"). One row at a time is in the order of Tab. */
export function useRowKeys({ count, onOpen }: RowKeysOptions) {
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, Math.max(0, count - 1));

  const onKeyDown = (scroller: Scroller, height: number) => (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableRowElement) || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onOpen(active);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.scrollElement?.clientHeight ?? 0) / height) - 2);
    const next = findNext(event.key, { active, count, page });
    if (next === undefined) return;
    event.preventDefault();
    setActive(next);
    scroller.scrollToIndex(next);
    focusRow(event.currentTarget, next);
  };
  return { active, setActive, onKeyDown };
}

interface Place {
  readonly active: number;
  readonly count: number;
  readonly page: number;
}

function findNext(key: string, { active, count, page }: Place): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  const next = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return next === undefined ? undefined : Math.max(0, Math.min(count - 1, next));
}

/** A row far away is drawn a moment later. */
function focusRow(table: Element, position: number): void {
  requestAnimationFrame(() => {
    const row = table.querySelector(`[data-position="${position}"]`);
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
  });
}
