/** Says of each call whether it may pass. */
export type Throttle = () => boolean;

/**
 * Returns a throttle that lets as many calls pass a second as `rate` says, and as many at once where none came for a
 * while (a token bucket).
 */
export function createThrottle(rate: number, now: () => number): Throttle {
  const capacity = Math.max(1, rate);
  let tokens = capacity;
  let filledAt = now();
  return () => {
    const time = now();
    tokens = Math.min(capacity, tokens + ((time - filledAt) / 1000) * rate);
    filledAt = time;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
