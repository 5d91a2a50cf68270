export { siteDiagnostics } from "./diagnostics.js";
export type {
  OldAddress,
  RenderedSite,
  SiteAbout,
  SiteFile,
  SiteOptions,
  SiteService,
  SourceLinks,
  Twins,
} from "./options.js";
export type { Guide, GuideSet } from "./pages/guides/guide.js";
export { findGuideFiles } from "./pages/guides/resolve-links.js";
export type { SiteSetting } from "./pages/page.js";
export { type JoinedSummaries, joinSummaries, renderShared, type SharedParts } from "./render-shared.js";
export type { ServiceSummary } from "./service-summary.js";
export {
  isServiceId,
  joinRules,
  type RenderedService,
  type ResolvedSite,
  renderService,
  renderSite,
  resolveSite,
} from "./site.js";
