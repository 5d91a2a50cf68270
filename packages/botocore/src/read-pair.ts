import { readJson } from "@shapelog/json";
import type { ReadResult, SourceText } from "@shapelog/model";
import type { BesideFiles } from "./read-beside.js";
import { readBotocoreJson } from "./read-botocore.js";
import { findServiceClaim, findSharedServiceId } from "./shared-id.js";

/** Two files of a service. */
export interface BotocorePair<Each> {
  readonly before: Each;
  readonly after: Each;
}

/** A file with those that stand beside it. */
export interface BotocoreSource extends SourceText {
  readonly beside?: BesideFiles;
}

/**
 * Reads two revisions of a service to compare them. Where a file is too old to state the service's id in SDKs, both are
 * read with one, so that no difference comes from what was worked out. Else each is read as `readBotocore` does.
 *
 * @example
 * const { before, after } = readBotocorePair({ before: { file, text: old }, after: { file, text: now } });
 */
export function readBotocorePair({ before, after }: BotocorePair<BotocoreSource>): BotocorePair<ReadResult> {
  const [old, now] = [readJson(before), readJson(after)];
  const serviceId = findSharedServiceId(findServiceClaim(old.value), findServiceClaim(now.value));
  const shared = serviceId === undefined ? {} : { serviceId };
  return {
    before: readBotocoreJson(before.file, old, { ...before.beside, ...shared }),
    after: readBotocoreJson(after.file, now, { ...after.beside, ...shared }),
  };
}
