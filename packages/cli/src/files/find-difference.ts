/** Returns the offset of the first character in which two texts differ: the end of the shorter one at the latest. */
export function findDifference(found: string, expected: string): number {
  let offset = 0;
  while (offset < found.length && found.charCodeAt(offset) === expected.charCodeAt(offset)) offset++;
  return offset;
}
