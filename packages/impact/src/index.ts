export type { Side } from "./compile/choose-side.js";
export type { Overlay } from "./compile/overlay-host.js";
export { type Consumer, type FindImpactOptions, findImpact, type Impact } from "./find-impact.js";
export type { IndexOptions } from "./join/index-findings.js";
export { type JoinOptions, joinUses } from "./join/join-uses.js";
export {
  type CompilerError,
  EFFECT_SEVERITIES,
  PLACE_EFFECTS,
  type Place,
  type PlaceEffect,
} from "./place.js";
export type { ApiPackage } from "./program/api-package.js";
export { type FindUsesOptions, findUses, type ProgramUses } from "./program/find-uses.js";
export type { TypeScript } from "./program/typescript.js";
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
