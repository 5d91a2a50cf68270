const SHOWN = 12;

/** Returns names as a message lists them, in the order given: `a, b and c`; what is beyond twelve is only counted. */
export function listNames(names: Iterable<string>): string {
  const all = [...names];
  const shown = all.slice(0, SHOWN);
  const last = all.length > SHOWN ? `${all.length - SHOWN} more` : shown.pop();
  return shown.length === 0 ? (last ?? "") : `${shown.join(", ")} and ${last}`;
}
