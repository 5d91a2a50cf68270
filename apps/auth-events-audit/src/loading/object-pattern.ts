/** Returns whether a pattern is of objects in S3, or in what speaks its protocol. */
export function isObjectPattern(pattern: string): boolean {
  return pattern.startsWith("s3://");
}
