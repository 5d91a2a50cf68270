export { botocoreDiagnostics } from "./diagnostics.js";
export { BOTOCORE_NAMESPACE } from "./map-traits.js";
export {
  type BotocoreRevision,
  type BotocoreRevisionSource,
  isBotocore,
  type ReadBotocoreOptions,
  readBotocore,
  readBotocoreJson,
  readBotocoreRevision,
} from "./read-botocore.js";
