export type { Side } from "./compile/choose-side.js";
export { type ClientChange, overlayClient } from "./compile/overlay-client.js";
export { type EmittedSide, type EmittedSides, overlayGenerated } from "./compile/overlay-generated.js";
export type { Overlay } from "./compile/overlay-host.js";
export { impactDiagnostics } from "./diagnostics.js";
export {
  type Consumer,
  type FindImpactOptions,
  findImpact,
  type Impact,
  type SideOverlays,
} from "./find-impact.js";
export { type FileFix, type FindFixesOptions, findFixes } from "./fix/find-fixes.js";
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
export { type DescribedUse, describeUse } from "./views/describe-use.js";
export { printImpactJson } from "./views/impact-json.js";
export { printImpactMarkdown } from "./views/impact-markdown.js";
export { type PrintImpactOptions, printImpactText } from "./views/impact-text.js";
export { listPlaceDiagnostics } from "./views/place-diagnostics.js";
export type { ConsumerReport, ImpactReport, ReportedSide, UsesReport } from "./views/report.js";
export { printUsesJson, printUsesMarkdown, printUsesText } from "./views/uses-views.js";
