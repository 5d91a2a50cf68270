export { siteDiagnostics } from "./diagnostics.js";
export type { RenderedSite, SiteFile, SiteOptions, SiteService, SourceLinks } from "./options.js";
export type { Guide, GuideSet } from "./pages/guides/guide.js";
export { findGuideFiles } from "./pages/guides/resolve-links.js";
export { renderSite } from "./site.js";
