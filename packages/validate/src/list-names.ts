const SHOWN = 12;

/**
 * Returns names as a message lists them, in the order given: `a, b and c`; what is beyond twelve is only counted, and not
 * looked at: many events can have one long list.
 */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN);
  const last = names.length > SHOWN ? `${names.length - SHOWN} more` : shown.pop();
  return shown.length === 0 ? (last ?? "") : `${shown.join(", ")} and ${last}`;
}
