/** What a vendor writes who says nothing. */
const PLACEHOLDER =
  /^(?:update (?:(?:\S+ ){1,6}(?:client|command) )?to (?:the )?latest version|the .{1,80} (?:client|command) has been updated to the latest version)\.?$/i;

/** Returns whether a note says of each service no more than that its client is of the latest version. */
export function isPlaceholder(note: string): boolean {
  return note.split("\n\n").every((text) => PLACEHOLDER.test(text.trim()));
}
