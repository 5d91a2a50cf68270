export { siteDiagnostics } from "./diagnostics.js";
export type { RenderedSite, SiteFile, SiteOptions, SiteService, SourceLinks } from "./options.js";
export { renderSite } from "./site.js";
