/** Returns the code of a Node error, such as `EACCES`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  ENOSPC: "the disk is full",
  ENAMETOOLONG: "its name is too long",
  ERR_STRING_TOO_LONG: "it is too large to be read as text",
  ERR_FS_FILE_TOO_LARGE: "it is too large to be read as text",
};

/** Returns an error in words. */
export function describeError(error: unknown): string {
  const code = errorCode(error);
  return (code && REASONS[code]) ?? (error instanceof Error ? error.message : String(error));
}
