export { siteDiagnostics } from "./diagnostics.js";
export type { RenderedSite, SiteFile, SiteOptions, SiteService } from "./options.js";
export { renderSite } from "./site.js";
