export { type Changeset, type ChangesetOptions, createChangeset } from "./changeset.js";
export { type ChangesetBump, findChangesetBump, setChangesetBump } from "./changeset-bump.js";
export { type ChangelogSources, checkChangelog, findUntold } from "./check-changelog.js";
export { changelogDiagnostics } from "./diagnostics.js";
export { FACTS_END, factsStart, printFactsBlock } from "./facts-block.js";
export { type FactsBlock, findFactsBlocks } from "./find-facts-blocks.js";
export { replaceFacts } from "./replace-facts.js";
export { seedChangelog } from "./seed-changelog.js";
export { writeNote } from "./write-note.js";
