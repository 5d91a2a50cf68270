import { defineCatalog } from "@shapelog/diagnostics";

/** Diagnostics of sites. */
export const siteDiagnostics = defineCatalog("site", {
  "bad-service-id": {
    severity: "error",
    message: (d: { service: string }) =>
      `"${d.service}" cannot be a service's address; expected lower-case letters, digits and single hyphens, a letter first. The service is left out.`,
  },
  "duplicate-service": {
    severity: "error",
    message: (d: { service: string }) =>
      `Two services have the id ${d.service}. The second is left out; give it another id.`,
  },
  "bad-base-url": {
    severity: "error",
    message: (d: { baseUrl: string }) =>
      `"${d.baseUrl}" is not a base address; expected one like https://example.com/api/. Feeds and the sitemap are left out.`,
  },
  "bad-guide-id": {
    severity: "warning",
    message: (d: { guide: string }) =>
      `"${d.guide}" cannot be a guide's address, or another guide has it; expected lower-case letters, digits, single hyphens and slashes. The guide is left out.`,
  },
  "broken-guide-link": {
    severity: "warning",
    message: (d: { guide: string; href: string }) =>
      `The guide ${d.guide} leads to "${d.href}", where there is no page, heading or file; it is shown as text.`,
  },
  "no-base-url": {
    severity: "note",
    message: () =>
      "There is no base address, so feeds, the sitemap and canonical links are left out; they need absolute addresses.",
  },
  "ledger-behind-model": {
    severity: "warning",
    message: (d: { service: string; last: string }) =>
      `The ledger of ${d.service} ends with revision ${d.last}, which is not the model. Pages show the model; what is not recorded has no date. Record it with: shapelog record`,
  },
  "lost-address": {
    severity: "warning",
    message: (d: { count: number; from: string; service: string }) =>
      `${d.count === 1 ? "An old address is" : `${d.count} old addresses are`} of a service that the site does not have, and lead nowhere; the first is "${d.from}", of "${d.service}". Give the service's id.`,
  },
  "many-files": {
    severity: "note",
    message: (d: { files: number }) =>
      `The site has ${d.files} files. Some hosts accept no more than 20,000; check yours.`,
  },
});
