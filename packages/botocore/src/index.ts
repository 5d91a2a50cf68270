export { botocoreDiagnostics } from "./diagnostics.js";
export { isBotocore } from "./is-botocore.js";
export { BOTOCORE_NAMESPACE } from "./map-traits.js";
export type { BesideFiles } from "./read-beside.js";
export { readBotocore, readBotocoreJson } from "./read-botocore.js";
export { type BotocorePair, type BotocoreSource, readBotocorePair } from "./read-pair.js";
export type { ReadBotocoreOptions } from "./read-whole.js";
export { findServiceClaim, findSharedServiceId, type ServiceClaim } from "./shared-id.js";
export { STATED_TRAITS } from "./stated-traits.js";
