export type { IndexOptions } from "./join/index-findings.js";
export { type JoinOptions, joinUses } from "./join/join-uses.js";
export {
  type CompilerError,
  EFFECT_SEVERITIES,
  PLACE_EFFECTS,
  type Place,
  type PlaceEffect,
} from "./place.js";
export { sortPlaces } from "./sort-places.js";
export type {
  BuildUse,
  CallForm,
  CallUse,
  CatchUse,
  CodePlace,
  Constant,
  CoverUse,
  NameUse,
  ReadUse,
  Rest,
  UnfollowedReason,
  UnfollowedUse,
  Use,
  UseKind,
  ValueForm,
  ValueUse,
  WriteUse,
} from "./use.js";
