/** Returns a number with its noun: `1 file`, `2 files`. The comparison's own would load all of its rules. */
export function count(number: number, singular: string): string {
  return `${number} ${number === 1 ? singular : `${singular}s`}`;
}
