export { renameAcceptances } from "./accept-comments.js";
export { type Changeset, type ChangesetOptions, createChangeset } from "./changeset.js";
export { type ChangesetBump, findChangesetBump, setChangesetBump } from "./changeset-bump.js";
export {
  type CheckAcceptancesOptions,
  checkAcceptances,
  findFindings,
  findSimilarIds,
} from "./check-acceptances.js";
export { checkChangelog } from "./check-changelog.js";
export { CLAIM_CODES, type ClaimedText, checkClaims, countClaims } from "./claims/check-claims.js";
export {
  type CheckNotesOptions,
  type CheckTextOptions,
  checkNotes,
  checkText,
} from "./claims/check-texts.js";
export { isNamed } from "./claims/is-named.js";
export { isPlaceholder } from "./claims/is-placeholder.js";
export { TOLD, type Told, tellOf } from "./claims/told.js";
export type { ToldChange } from "./claims/told-change.js";
export { type AskedRelease, decideRelease } from "./decide-release.js";
export { changelogDiagnostics } from "./diagnostics.js";
export { FACTS_END, factsStart, printFactsBlock } from "./facts-block.js";
export {
  type AcceptanceSources,
  type FoundAcceptances,
  findAcceptances,
  type PlacedAcceptance,
  withAcceptances,
} from "./find-acceptances.js";
export { type FactsBlock, findFactsBlocks } from "./find-facts-blocks.js";
export { findReleaseText } from "./find-sections.js";
export {
  addReleases,
  findKnownReleases,
  type KnownRelease,
  printKnownReleases,
  readKnownReleases,
} from "./known-releases.js";
export { listReleases, type Release } from "./list-releases.js";
export {
  type AffectedLine,
  findPlaces,
  type PlacesOwner,
  printPlaces,
  setPlaces,
} from "./places-paragraph.js";
export { findVendorQuotations, quoteVendor, type VendorQuotation } from "./quote-vendor.js";
export { raiseRelease } from "./read-releases.js";
export { checkRemovals, type EditedModel, type RemovalSources } from "./removals/check-removals.js";
export { asksForDeprecation, type DeprecationRule } from "./removals/deprecation-rule.js";
export { replaceFacts, type ServiceFacts } from "./replace-facts.js";
export { type SeedOptions, seedChangelog } from "./seed-changelog.js";
export type { ChangelogSources } from "./sources.js";
export { findCancelled, findUntold } from "./taken-back.js";
export { writeNote } from "./write-note.js";
