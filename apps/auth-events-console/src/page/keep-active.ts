import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";

/** Returns the rows to draw: those in sight, and the active one wherever it is. */
export function keepActive(range: Range, active: number): number[] {
  const positions = defaultRangeExtractor(range);
  if (active >= range.count || positions.includes(active)) return positions;
  return [...positions, active].sort((a, b) => a - b);
}
