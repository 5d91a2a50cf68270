/**
 * Returns the anchor of a finding in a page: `f-` and its id.
 *
 * @internal
 */
export function findingAnchor(id: string): string {
  return `f-${id}`;
}
