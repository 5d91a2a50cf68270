/**
 * What makes a walk along the revisions of a model cost what changed: maps derived from one another, and indexes carried
 * over. Only readers of histories and what compares revisions need it.
 */
export { deriveMap, findChangedKeys, type MapChanges } from "./derived-map.js";
export { shareIndexes } from "./share-indexes.js";
