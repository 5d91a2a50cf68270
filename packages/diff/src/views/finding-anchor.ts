/** Returns the anchor of a finding in a page: `f-` and its id. */
export function findingAnchor(id: string): string {
  return `f-${id}`;
}
