/** Reading the revisions of a file one after another, at the cost of what changed between them. */
export { type BotocoreRevision, type BotocoreRevisionSource, readBotocoreRevision } from "./read-revision.js";
