/** Reading the revisions of a file one after another, at the cost of what changed between them. */
export type { Beside } from "../beside.js";
export { type BesideFiles, readBeside } from "../read-beside.js";
export {
  type BotocoreRevision,
  type BotocoreRevisionOptions,
  type BotocoreRevisionSource,
  readBotocoreRevision,
} from "./read-revision.js";
